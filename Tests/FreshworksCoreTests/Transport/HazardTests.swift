import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("Answers that are unusual, broken or hostile, over a real socket", .inTurn)
struct HazardTests {
    /// What a transport makes of an answer.
    enum Outcome: Sendable, Equatable {
        case answer(Int, String)
        case failure(FreshworksError.Code)
    }

    struct Hazard: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [RawServer.Step]
        let libcurl: Outcome
        /// `nil` where the answer ends the process, or holds up all calls past their deadlines; the reason is beside the row.
        let urlSession: Outcome?

        init(_ description: String, _ libcurl: Outcome, urlSession: Outcome?, _ steps: RawServer.Step...) {
            (testDescription, self.steps, self.libcurl, self.urlSession) = (description, steps, libcurl, urlSession)
        }

    }

    /// Each hazard over each transport that has an outcome for it.
    static let cases = hazards.flatMap { hazard in
        [(hazard, TransportKind.libcurl, hazard.libcurl)]
            + (hazard.urlSession.map { [(hazard, TransportKind.urlSession, $0)] } ?? [])
    }

    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
    private static let tooLarge = Outcome.failure(.responseTooLarge)
    private static let malformed = Outcome.failure(.malformedResponse)

    static let hazards = [
        Hazard(
            "a trailer behind the chunks", .answer(200, "hello"),
            // fatalError in NativeProtocol.swift, "received a header after the body".
            urlSession: nil,
            .send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: Server-Timing\r\n\r\n"
                    + "5\r\nhello\r\n0\r\nServer-Timing: db;dur=5\r\n\r\n")),
        Hazard(
            "a field without a space behind its colon", .answer(200, "ok"),
            // swift-corelibs-foundation #5527, mended after 6.3.
            urlSession: malformed, .send("\(ok)X-A:b\r\n\r\nok")),
        Hazard(
            "a field in Latin-1", .answer(200, "ok"), urlSession: malformed,
            .send(Array("\(ok)X-A: ".utf8) + [0xE9] + Array("\r\n\r\nok".utf8))),
        Hazard(
            "a 100 and a 103 before the answer", .answer(200, "ok"), urlSession: .answer(200, "ok"),
            .send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n\(ok)\r\nok")),
        Hazard(
            "interim answers without end", tooLarge,
            // They are read until the deadline.
            urlSession: nil, .endless("HTTP/1.1 100 Continue\r\n\r\n")),
        Hazard(
            "10,000 fields", tooLarge,
            // All are kept, and joined in quadratic time.
            urlSession: nil,
            .send("HTTP/1.1 200 OK\r\n" + (0..<10_000).map { "X-\($0): 1\r\n" }.joined() + "Content-Length: 0\r\n\r\n")),
        Hazard(
            "fields without end", tooLarge,
            // libcurl ends it at 300 KB as "a failure to receive".
            urlSession: .failure(.connectionFailed), .send("HTTP/1.1 200 OK\r\n"), .endless(field(3000))),
        Hazard(
            "a header line without end", tooLarge,
            // libcurl ends it as "out of memory", which Foundation does not know.
            urlSession: .failure(.connectionFailed), .send("HTTP/1.1 200 OK\r\nX-A: "),
            .endless(Array(repeating: "a", count: 4096).joined())),
        Hazard(
            "a status line of another protocol", malformed, urlSession: malformed, .send("SSH-2.0-OpenSSH_9\r\n"),
            .close),
        Hazard("streamed radio", malformed, urlSession: malformed, .send("ICY 200 OK\r\n\r\nnoise"), .close),
        Hazard(
            "two different lengths", malformed,
            // libcurl takes the last, and Foundation does not look.
            urlSession: .answer(200, "o"), .send("\(ok)Content-Length: 1\r\n\r\nok")),
        Hazard(
            "one length, twice", .answer(200, "ok"), urlSession: .answer(200, "ok"),
            .send("\(ok)Content-Length: 2\r\n\r\nok")),
        Hazard(
            "a negative length", malformed, urlSession: malformed,
            .send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nok"), .close),
        Hazard(
            "a head that is cut before its length", .failure(.connectionFailed),
            // "Transfer completed, but there's no response", swift-corelibs-foundation #5285.
            urlSession: nil, .send("HTTP/1.1 200 OK\r\nX-A: b\r\n"), .close),
        Hazard(
            "another protocol that nobody asked for", malformed, urlSession: .failure(.truncatedResponse),
            .send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"), .close),
        Hazard(
            "a redirect with a body without end", tooLarge,
            // Held in memory until it is complete, while the sessions of all tenants wait for the same queue.
            urlSession: nil, .send("HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n"), .endless(Self.piece)),
        Hazard(
            "a body without end", tooLarge, urlSession: tooLarge, .send("HTTP/1.1 200 OK\r\n\r\n"),
            .endless(Self.piece)),
        Hazard(
            "chunks of one byte without end", tooLarge,
            // Each byte takes the session's work queue once, which all calls wait for.
            urlSession: nil,
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
            .endless(Array(repeating: "1\r\nx\r\n", count: 2000).joined())),
        Hazard(
            "10 MB of gzip that become 10 GB", tooLarge,
            // Unpacked faster than it is counted: gigabytes in memory.
            urlSession: nil,
            .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"), .send(GzipOfZeros.head),
            .endless(GzipOfZeros.mebibyte, times: 10_000)),
    ]

    private static let piece = [UInt8](repeating: 65, count: 100_000)
    private static func field(_ size: Int) -> String { "X-A: \(String(repeating: "a", count: size))\r\n" }

    @Test("each has its own outcome, inside the deadline", arguments: cases)
    func outcome(of hazard: Hazard, kind: TransportKind, expected: Outcome) async throws {
        let server = try RawServer { _ in hazard.steps }
        let transport = try kind.make()
        let request = try server.request(destination: .memory(limit: 4_000_000))
        let outcome: Outcome
        do {
            let response = try await transport.send(request)
            outcome = .answer(response.status, String(decoding: response.body, as: UTF8.self))
        } catch let error as FreshworksError {
            outcome = .failure(error.code)
            #expect(error.advice != nil)
        }
        #expect(outcome == expected)
        #expect(transport.pendingCount == 0)
    }

    @Test("a body longer than its length ends at its length, and its connection is not used again")
    func excess() async throws {
        let server = try RawServer(always: .send("\(Self.ok)\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"))
        let transport = try TransportKind.libcurl.make()
        for _ in 0..<3 {
            #expect(try await transport.send(server.request()).body == Data("ok".utf8))
        }
        #expect(server.requests.map(\.connection) == [0, 1, 2])
    }

    @Test("a connection whose call was canceled is not used again")
    func canceledConnection() async throws {
        let server = try RawServer {
            $0.target == "/held" ? [.send("\(Self.ok)\r\no"), .hold] : [.response(200, [], "ok")]
        }
        let transport = try TransportKind.libcurl.make()
        _ = try await transport.send(server.request())
        let held = try server.request(.get, "/held")
        let call = Task { try await transport.send(held) }
        while server.requests.count < 2 { await Task.yield() }
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(try await transport.send(server.request()).body == Data("ok".utf8))
        #expect(server.requests.map(\.connection) == [0, 0, 1])
    }

    @Test("a mebibyte of zeros, packed to a thousandth, is an answer", arguments: TransportKind.allCases)
    func compressible(kind: TransportKind) async throws {
        let packed = GzipOfZeros.head + GzipOfZeros.mebibyte + GzipOfZeros.end(mebibytes: 1)
        let server = try RawServer(always: .response(200, ["Content-Encoding: gzip"], packed))
        #expect(try await kind.make().send(server.request()).body == Data(count: 1_048_576))
    }
}
