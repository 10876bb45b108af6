/// What a transfer that libcurl gave up means for the caller.
///
/// Its result code decides, with what had happened before. Its words are quoted as the reason and decide nothing: they
/// change from version to version. Source: libcurl's manual, `libcurl-errors`.
struct CurlFailure: Sendable {
    /// libcurl's result code.
    var result: Int32
    /// libcurl's words, such as `transfer closed with 90 bytes remaining to read`.
    var reason: String
    /// Whether the first byte of the request may have left the machine.
    var wasSent: Bool
    /// Whether the answer's head had arrived.
    var hasHead = false
    /// The proxy that the environment names for the address, as host and port.
    var proxy: String?
    /// What a proxy answered to the wish for a tunnel; 0 where there was none.
    var proxyStatus = 0
    /// What is wrong with the server's certificate, by OpenSSL's numbers; 0 for nothing.
    var certificateResult = 0
    /// Whether the process has no file descriptor left.
    var hasNoDescriptor = false
    /// Whether the other side had accepted the connection and then reset it, as the system said.
    var wasReset = false
    /// Whether nothing else than the received bytes themselves can be what is wrong.
    var hasSoundConnection = false

    var error: FreshworksError {
        if hasHead { return isGarbled ? .malformedAnswer(shown) : .truncatedAnswer }
        if wasSent {
            return isGarbled ? .malformedAnswer(shown) : isTooLarge ? .headTooLarge : .lostConnection(wasSent: true)
        }
        if proxyStatus != 0 && !(200..<300).contains(proxyStatus) {
            return .refusedByProxy(proxy, status: proxyStatus)
        }
        if hasNoDescriptor { return .outOfDescriptors }
        if certificateResult != 0 { return .refusedCertificate(shown) }
        switch result {
        case 3: return FreshworksError(.invalidArgument, "the address cannot be used (\(shown))")
        // libcurl's words hold the whole variable, password included, where it is misspelled or of a kind that is not built in.
        case 4 where proxy != nil: return .failedProxy(proxy, "libcurl here knows no such kind of proxy")
        case 5: return .failedProxy(proxy, "its name does not resolve, or its address is misspelled")
        case 97: return .failedProxy(proxy, shown)
        case 6: return .unresolvedName
        // Where there is a proxy, no connection goes anywhere else.
        case 7 where proxy != nil: return .failedProxy(proxy, "nothing accepts connections there")
        // A reset can come before libcurl has looked whether the connection is there.
        case 7: return wasReset ? .lostConnection(wasSent: false) : .refusedConnection
        case 28: return .noAnswerInTime(wasSent: false)
        case _ where Self.encryption.contains(result): return .failedEncryption(shown)
        case _ where proxy != nil && proxyStatus == 0: return .failedProxy(proxy, shown)
        default: return .lostConnection(wasSent: false)
        }
    }

    /// What a libcurl that does not ask before it sends tells of that.
    ///
    /// The wish for a tunnel is in its count of bytes too. Tunnels are for encrypted requests alone, and those are sent
    /// after the handshake.
    static func wasSent(requestSize: Int, isEncrypted: Bool, handshakeTime: Int) -> Bool {
        requestSize > 0 && (!isEncrypted || handshakeTime > 0)
    }

    /// `CURLE_WRITE_ERROR`: a callback did not take what was received.
    static let writeError: Int32 = 23

    /// Handshake, certificates, their files, and the engine below.
    private static let encryption: Set<Int32> = [35, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98]

    /// Another protocol, a reply or an encoding that makes no sense, and chunks without a size, which are a failure to receive
    /// like any other for libcurl.
    private var isGarbled: Bool { [1, 8, 61].contains(result) || result == 56 && hasHead && hasSoundConnection }

    /// The reader of a head stops at a line that is too long: out of memory before 8.6, too large since.
    private var isTooLarge: Bool { result == 27 || result == 100 }

    /// The reason, without what could break a log line.
    private var shown: String {
        let text = reason.filter { !$0.isNewline && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
        return text.isEmpty ? "libcurl result \(result)" : String(text.prefix(200))
    }
}
