/// Collects the first keys behind another one out of many that come in no order, and holds no more than twice as many.
struct KeyPage {
    private let prefix: String
    private let key: String?
    private let limit: Int
    private(set) var keys: [StoreKey] = []
    /// The last key that can be of the page, once there were enough to tell.
    private var last: StoreKey?

    init(prefix: String, after key: String?, limit: Int) {
        self.prefix = prefix
        self.key = key
        self.limit = max(0, limit)
    }

    /// Takes a key if it may be of the page.
    mutating func add(_ new: StoreKey) {
        guard new.hasPrefix(prefix), key.map(new.isBehind) ?? true, last.map({ new < $0 }) ?? true else { return }
        keys.append(new)
        guard keys.count / 2 >= limit else { return }
        keys.sort()
        keys.removeSubrange(limit...)
        last = keys.last
    }

    /// The page, in the order of the bytes.
    var texts: [String] { keys.sorted().prefix(limit).map(\.text) }
}
