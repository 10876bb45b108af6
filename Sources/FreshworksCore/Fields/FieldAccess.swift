/// What may be done with a field. The kinds are types, so that the compiler refuses what the service would.
///
/// A connector can add its own: an enum without cases that conforms to what is allowed.
public enum FieldAccess {
    /// Written by the service alone.
    public enum ReadOnly: Readable {}
    /// Set when a record is created, and never again.
    public enum Initial: Readable, Creatable {}
    /// Set at any time, never emptied.
    public enum Settable: Readable, Creatable, Changeable {}
    /// Set and emptied at any time.
    public enum Clearable: Readable, Creatable, Emptiable {}
    /// Sent at any time, never answered.
    public enum SendOnly: Unanswered, Creatable, Changeable {}
    /// Sent when a record is created, never answered.
    public enum SendOnlyInitial: Unanswered, Creatable {}
    /// Set on records that exist, not when they are created.
    public enum Later: Readable, Changeable {}
    /// Sent for records that exist, never answered.
    public enum SendOnlyLater: Unanswered, Changeable {}

    /// Answers have it.
    public protocol Readable {}
    /// Answers never have it.
    public protocol Unanswered {}
    /// Requests have it.
    public protocol Writable {}
    /// A new record may have it.
    public protocol Creatable: Writable {}
    /// A change may set it, and no more.
    public protocol Changeable: Writable {}
    /// A change may set or empty it.
    public protocol Emptiable: Writable {}
}
