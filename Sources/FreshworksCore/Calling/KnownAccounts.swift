/// What is known about the accounts of a runtime, by their base URLs.
struct KnownAccounts: Sendable {
    private var states: [String: AccountState] = [:]
    /// Set while there are more accounts than are kept without looking.
    var sweep: DeadlineTimer.Alarm?

    /// How often is looked for accounts to forget.
    static let sweepInterval = Duration.seconds(60)
    /// So few are not worth a timer.
    private static let few = 16

    var count: Int { states.count }

    /// Whether nobody looks yet, although there are many.
    var needsSweep: Bool { sweep == nil && states.count > Self.few }

    subscript(baseURL: String) -> AccountState? {
        get { states[baseURL] }
        set { states[baseURL] = newValue }
    }

    /// Forgets accounts whose windows have passed. An account that a call holds is kept, or that call and later ones would
    /// not count together.
    mutating func removeSpent(now: Duration) {
        var spent: Set<String> = []
        var index = states.values.startIndex
        while index != states.values.endIndex {
            if isKnownUniquelyReferenced(&states.values[index]), states.values[index].isSpent(now: now) {
                spent.insert(states.keys[index])
            }
            states.values.formIndex(after: &index)
        }
        // A new dictionary, because removing would keep the room.
        if !spent.isEmpty { states = states.filter { !spent.contains($0.key) } }
    }
}
