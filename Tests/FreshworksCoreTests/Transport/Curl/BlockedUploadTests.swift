import Foundation
import TestSupport
import Testing

#if os(Linux)
    @Suite(
        "An upload over HTTP/2 that the server does not let go on", .inTurn, .endsIfItHangs,
        .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
    struct BlockedUploadTests {
        // libcurl 7.88 to 8.0 waits for a socket that can be written, which it can, and not for the server's leave.
        @Test("takes no processor time while it waits")
        func waiting() async throws {
            let server = try await NginxServer.start()
            let relay = try TCPRelay(to: server.port(.http2))
            // Nothing that the server says about how much it takes reaches the client.
            relay.holdAnswers()
            let (outcome, processorTime) = try await writeElsewhere(
                "https://127.0.0.1:\(relay.port)/", bytes: 5_000_000, timeout: 10,
                ["SSL_CERT_FILE": server.authority.path])
            #expect(outcome.hasPrefix("timed_out sent "))
            // A spinning core would take five times as much.
            #expect(processorTime < 2)
            // nginx takes 64 KB of a body before it says that it takes more.
            #expect(relay.passedOn < 1_000_000)
        }
    }
#endif
