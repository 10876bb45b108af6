import Testing

@testable import FreshworksCore

#if os(Linux)
    @Suite("What libcurl's results mean")
    struct CurlFailureTests {
        struct Row: Sendable, CustomTestStringConvertible {
            var failure: CurlFailure
            var code: FreshworksError.Code
            var mayHaveBeenExecuted: Bool
            var testDescription: String {
                "\(failure.result) \(failure.reason) \(failure.hasHead ? "after the head" : failure.wasSent ? "sent" : "unsent")"
            }

            init(
                _ result: Int32, _ reason: String = "", sent: Bool = false, head: Bool = false,
                _ code: FreshworksError.Code, _ change: (inout CurlFailure) -> Void = { _ in }
            ) {
                failure = CurlFailure(result: result, reason: reason, wasSent: sent || head)
                failure.hasHead = head
                change(&failure)
                (self.code, mayHaveBeenExecuted) = (code, sent || head)
            }
        }

        static let rows = [
            Row(3, "URL using bad/illegal format or missing URL", .invalidArgument),
            Row(5, "Could not resolve proxy: p", .proxyFailed),
            Row(97, "SOCKS5: refused", .proxyFailed),
            Row(4, "Unsupported proxy 'https://me:FAKE@p'", .proxyFailed) { $0.proxy = "p:1" },
            Row(56, "CONNECT tunnel failed, response 407", .proxyFailed) { $0.proxyStatus = 407 },
            Row(7, "Failed to connect", .proxyFailed) { $0.proxy = "p:1" },
            Row(7, "Failed to connect", .connectionFailed) { $0.wasReset = true },
            Row(7, "Failed to connect", .proxyFailed) { ($0.proxy, $0.wasReset) = ("p:1", true) },
            Row(56, "Proxy CONNECT aborted", .proxyFailed) { $0.proxy = "p:1" },
            Row(60, "SSL certificate problem", .encryptionFailed) { ($0.proxy, $0.proxyStatus) = ("p:1", 200) },
            Row(35, "SSL_ERROR_SYSCALL", .encryptionFailed) { $0.proxy = "p:1" },
            Row(56, "Recv failure", .connectionFailed) { ($0.proxy, $0.proxyStatus) = ("p:1", 200) },
            Row(7, "Failed to connect", .outOfDescriptors) { ($0.proxy, $0.hasNoDescriptor) = ("p:1", true) },
            Row(56, "Recv failure", sent: true, .connectionFailed) { $0.proxy = "p:1" },
            Row(6, "Could not resolve host: x", .nameNotResolved),
            Row(6, "Could not resolve host: x", .outOfDescriptors) { $0.hasNoDescriptor = true },
            Row(7, "Failed to connect", .connectionRefused),
            Row(7, "Failed to connect", .outOfDescriptors) { $0.hasNoDescriptor = true },
            Row(28, "Connection timed out", .timedOut),
            Row(35, "OpenSSL SSL_connect: SSL_ERROR_SYSCALL", .encryptionFailed),
            Row(60, "SSL certificate problem: certificate has expired", .encryptionFailed) {
                $0.certificateResult = 10
            },
            Row(60, "SSL: no alternative certificate subject name matches", .encryptionFailed),
            Row(77, "error setting certificate file", .encryptionFailed),
            Row(55, "Send failure", .connectionFailed),
            Row(55, "Send failure: Broken pipe", sent: true, .connectionFailed),
            Row(52, "Empty reply from server", sent: true, .connectionFailed),
            Row(56, "Recv failure: Connection reset by peer", sent: true, .connectionFailed),
            Row(65, "necessary data rewind was not possible", sent: true, .connectionFailed),
            Row(42, "operation aborted by pre-request callback", sent: true, .connectionFailed),
            Row(92, "HTTP/2 stream 1 was not closed cleanly", sent: true, .connectionFailed),
            Row(1, "Received HTTP/0.9 when not allowed", sent: true, .malformedResponse),
            Row(8, "Invalid Content-Length: value", sent: true, .malformedResponse),
            Row(27, "Out of memory", sent: true, .responseTooLarge),
            Row(100, "A value or data field grew larger than allowed", sent: true, .responseTooLarge),
            Row(18, "transfer closed with 90 bytes remaining to read", head: true, .truncatedResponse),
            Row(56, "Recv failure: Connection reset by peer", head: true, .truncatedResponse),
            Row(56, "Illegal or missing hexadecimal sequence", head: true, .malformedResponse) {
                $0.hasSoundConnection = true
            },
            Row(61, "Error while processing content unencoding", head: true, .malformedResponse),
            Row(92, "HTTP/2 stream 1 was not closed cleanly", head: true, .truncatedResponse),
        ]

        @Test("each result, before and after sending and the answer's head, has its code", arguments: rows)
        func meaning(row: Row) {
            let error = row.failure.error
            #expect(error.code == row.code)
            #expect(error.mayHaveBeenExecuted == row.mayHaveBeenExecuted)
            #expect(error.advice != nil || row.code == .invalidArgument)
        }

        @Test("libcurl's words are quoted and decide nothing", arguments: rows)
        func wordsDecideNothing(row: Row) {
            var other = row.failure
            other.reason = "something else entirely"
            #expect(other.error.code == row.code)
        }

        @Test("a proxy that is to blame is named, and what it was given is not quoted")
        func proxy() {
            for (result, status) in [(Int32(5), 0), (7, 0), (56, 407), (97, 0), (56, 0)] {
                var failure = CurlFailure(result: result, reason: "", wasSent: false)
                (failure.proxy, failure.proxyStatus) = ("p:3128", status)
                #expect(failure.error.message.hasPrefix("the proxy p:3128 did not let the call through ("))
                #expect(failure.error.message.contains("407") == (status == 407))
            }
            let misspelled = CurlFailure(
                result: 5, reason: "Unsupported proxy syntax in 'foo://user:password@p'", wasSent: false)
            #expect(!misspelled.error.message.contains("password"))
        }

        @Test(
            "a request is sent when the handshake is over, whatever was sent to a proxy",
            arguments: [
                (0, false, 0, false), (90, false, 0, true), (0, true, 0, false), (90, true, 0, false),
                (90, true, 1, true),
            ])
        func evidence(requestSize: Int, isEncrypted: Bool, handshakeTime: Int, wasSent: Bool) {
            #expect(
                CurlFailure.wasSent(
                    requestSize: requestSize, isEncrypted: isEncrypted, handshakeTime: handshakeTime) == wasSent)
        }

        @Test("what is quoted fits into one line of a log")
        func quoted() {
            let failure = CurlFailure(
                result: 35, reason: "a\r\nb\u{1B}[31m" + String(repeating: "x", count: 5000), wasSent: false)
            #expect(failure.error.message.count < 300)
            #expect(!failure.error.message.contains { $0.isNewline || $0 == "\u{1B}" })
        }
    }
#endif
