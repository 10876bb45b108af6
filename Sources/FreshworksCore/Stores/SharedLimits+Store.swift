extension SharedLimits {
    /// Counts in a store, under keys that begin with `limits.`. It holds no secret.
    public init(in store: any VersionedStore) {
        self.init { key, change in
            while true {
                let known = try await store.load(key)
                let (data, answer) = change(known?.data)
                guard let data else { return answer }
                if case .done = try await store.save(data, for: key, expecting: known?.version ?? .absent) {
                    return answer
                }
                try Task.checkCancellation()
            }
        }
    }
}
