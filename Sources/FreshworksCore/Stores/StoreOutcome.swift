/// What became of a change.
public enum StoreOutcome: Sendable, Equatable {
    /// It took place; this is the key's version now.
    case done(StoreVersion)
    /// It did not: the key has this value instead of the expected one.
    case conflict(StoredValue?)
}
