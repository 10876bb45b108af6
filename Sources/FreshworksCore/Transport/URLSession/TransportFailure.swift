import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What a failed URLSession task means for the caller.
///
/// On Linux one `URLError` stands for many failures: -1 is a failed handshake before the answer's head, a truncated or a
/// garbled body after it. libcurl's own words tell them apart. Where they do not, the call counts as possibly executed.
struct TransportFailure {
    var code: URLError.Code
    /// libcurl's words, such as `transfer closed with 90 bytes remaining to read`.
    var detail: String
    /// Whether the answer's head had arrived.
    var hasHead: Bool

    var error: FreshworksError {
        switch code {
        case .cannotFindHost, .dnsLookupFailed:
            FreshworksError(
                .nameNotResolved, "the host's name does not resolve",
                advice: "Check the subdomain, and that this machine can resolve names.")
        // libcurl keeps the error number of an address that refused even if the next one took the request.
        case .cannotConnectToHost where !hasHead && says("connect to"), .notConnectedToInternet:
            FreshworksError(
                .connectionRefused, "nothing accepts connections at the address",
                advice: "Check host and port, and that this machine may reach them.")
        case .badURL:
            FreshworksError(.invalidArgument, "the address cannot be used", advice: "Check it for unusual characters.")
        case .fileDoesNotExist, .noPermissionsToReadFile:
            FreshworksError(
                .fileUnavailable, "the file to send can no longer be read",
                advice: "Keep it until the call has returned.")
        case .timedOut:
            Self.timedOut
        case .unsupportedURL where !hasHead, _ where isGarbled:
            Self.malformed
        case _ where hasHead:
            FreshworksError(
                .truncatedResponse, "the connection ended in the middle of the answer",
                advice: "Try again later.", mayHaveBeenExecuted: true)
        case _ where isHandshake:
            FreshworksError(
                .connectionFailed, "the encrypted connection could not be set up",
                advice: "Check the address, and that this machine trusts the server's certificate.")
        default:
            FreshworksError(
                .connectionFailed, "the connection ended before an answer came",
                advice: "Try again later.", mayHaveBeenExecuted: true)
        }
    }

    static let timedOut = FreshworksError(
        .timedOut, "no complete answer came in time", advice: "Try again later, or allow more time.",
        mayHaveBeenExecuted: true)

    static let outOfTime = FreshworksError(
        .timedOut, "no time was left to send the request", advice: "Try again later, or allow more time.")

    static let malformed = FreshworksError(
        .malformedResponse, "the answer is not HTTP that this machine's libcurl and Foundation can read",
        advice: "Check that the address is the service's; proxies that change answers cause this too.",
        mayHaveBeenExecuted: true)

    private var isGarbled: Bool {
        hasHead
            ? says("in chunked-encoding") || says("content encoding") || says("content unencoding")
            : says("Failed writing header") || says("Invalid Content-Length")
    }

    /// The request is sent after the handshake, so nothing has left the machine.
    private var isHandshake: Bool {
        says("SSL_connect") || says("SSL certificate problem") || says("wrong version number")
    }

    private func says(_ words: String) -> Bool { detail.contains(words) }
}

extension TransportFailure {
    init(_ error: any Error, hasHead: Bool) {
        code = (error as? URLError)?.code ?? .unknown
        detail = error.localizedDescription
        self.hasHead = hasHead
    }
}
