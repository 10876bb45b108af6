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
            .unresolvedName
        // libcurl keeps the error number of an address that refused even if the next one took the request.
        case .cannotConnectToHost where !hasHead && says("connect to"), .notConnectedToInternet:
            .refusedConnection
        case .badURL:
            FreshworksError(.invalidArgument, "the address cannot be used", advice: "Check it for unusual characters.")
        case .fileDoesNotExist, .noPermissionsToReadFile:
            .lostUploadFile
        case .timedOut:
            .noAnswerInTime(wasSent: true)
        case .unsupportedURL where !hasHead, _ where isGarbled:
            .malformedAnswer(detail.isEmpty ? "it has no head" : detail)
        case _ where hasHead:
            .truncatedAnswer
        case _ where isHandshake:
            .failedEncryption(detail)
        default:
            .lostConnection(wasSent: true)
        }
    }

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
