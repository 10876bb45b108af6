/// Which of the package's transports carries the requests.
public enum TransportChoice: Sendable, Hashable {
    /// libcurl on Linux; URLSession where libcurl cannot be loaded or is older than 7.68, and on other systems.
    case automatic
    /// Foundation's URLSession, for comparison.
    case urlSession
}

/// A transport of this package, which whoever made it shuts down.
package protocol BuiltInTransport: HTTPTransport {
    /// Like `send(_:)`, but throws `CancellationError` also when the call is ended from outside.
    func send(_ request: TransportRequest, endedBy ending: CallEnding?) async throws -> TransportResponse

    /// Lets the calls that run end and refuses new ones.
    func shutdown() async

    /// How many calls wait for their answers.
    var pendingCount: Int { get }
}
