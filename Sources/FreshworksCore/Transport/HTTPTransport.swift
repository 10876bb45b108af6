/// Carries one request to its server and brings the answer back.
///
/// The package has two implementations: `CurlTransport`, the default on Linux, and ``URLSessionTransport``. Write your own to
/// use another HTTP client or to test; pass it to ``FreshworksRuntime``. Check one of your own with
/// `checkConformance(of:patience:)` of `FreshworksSandbox`. An implementation
/// - never follows a redirect and never stores cookies;
/// - lets no more than the request's timeout pass, and no more bytes in than its destination allows;
/// - throws `CancellationError`, promptly, when its task is cancelled;
/// - otherwise throws a ``FreshworksError`` with one of the codes below, and sets
///   ``FreshworksError/mayHaveBeenExecuted`` unless it knows that no byte of the request left the machine.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns the answer, whatever its status.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

extension FreshworksError.Code {
    /// The host's name does not resolve, or the resolver does not answer.
    public static let nameNotResolved = Self(rawValue: "name_not_resolved")
    /// Nothing accepts connections at the address. Nothing was sent.
    public static let connectionRefused = Self(rawValue: "connection_refused")
    /// The connection could not be set up, or broke before an answer came.
    public static let connectionFailed = Self(rawValue: "connection_failed")
    /// The encryption of the connection could not be set up, or the server's certificate is not to be trusted. Nothing was sent.
    public static let encryptionFailed = Self(rawValue: "encryption_failed")
    /// The proxy of this process's environment cannot be reached, or refused the call. Nothing was sent.
    public static let proxyFailed = Self(rawValue: "proxy_failed")
    /// The process has no file descriptor free for another connection. Nothing was sent.
    public static let outOfDescriptors = Self(rawValue: "out_of_descriptors")
    /// The deadline passed.
    public static let timedOut = Self(rawValue: "timed_out")
    /// The connection ended in the middle of the answer.
    public static let truncatedResponse = Self(rawValue: "truncated_response")
    /// The answer is longer than the request allows, or its header fields are.
    public static let responseTooLarge = Self(rawValue: "response_too_large")
    /// The answer is not HTTP as the transport understands it.
    public static let malformedResponse = Self(rawValue: "malformed_response")
    /// The transport or runtime was shut down. Nothing was sent.
    public static let shutDown = Self(rawValue: "shut_down")
}

extension FreshworksError {
    /// Whether a transport refused the request for what is in it, or for how this process is set up, before it tried to send it.
    package var wasRefusedUnsent: Bool {
        !mayHaveBeenExecuted
            && [
                .invalidArgument, .invalidHeaderField, .proxyWouldReadRequest, .fileUnavailable, .requestTooLarge,
                .shutDown,
            ].contains(code)
    }
}
