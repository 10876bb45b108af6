/// A remembered credential and how long it is good for. Time is passed in.
struct CredentialCache {
    private var entry: (credential: Credential, freshUntil: Duration, staleUntil: Duration)?

    enum State {
        /// Use it.
        case fresh(Credential)
        /// Use it, and load another.
        case stale(Credential)
        /// Load one first.
        case expired
    }

    var revision: Credential.Revision? { entry?.credential.revision }

    func state(at now: Duration) -> State {
        guard let entry, now < entry.staleUntil else { return .expired }
        return now < entry.freshUntil ? .fresh(entry.credential) : .stale(entry.credential)
    }

    mutating func store(_ credential: Credential, freshUntil: Duration, staleUntil: Duration) {
        entry = (credential, freshUntil, staleUntil)
    }
}
