/// What one call may do differently.
public struct CallOptions: Sendable {
    /// How long the call may take in all, waits and repetitions included.
    public var deadline: Duration
    /// Header fields to send besides the library's own, such as `traceparent`. They cannot replace the credential.
    public var headers: HeaderFields

    /// Makes options; the defaults suit most calls.
    public init(deadline: Duration = .seconds(60), headers: HeaderFields = HeaderFields()) {
        self.deadline = deadline
        self.headers = headers
    }
}
