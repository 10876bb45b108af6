import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A write whose kept connection breaks arrives once", .inTurn)
struct SentOnceTests {
    enum Content: String, CaseIterable, Sendable { case none, small, large, file }

    /// More rounds than a normal run makes, from the environment.
    static let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap { Int($0) } ?? 25

    @Test(
        "over HTTP/1.1, whatever the verb and the body", arguments: ["POST", "PUT", "PATCH", "DELETE"], Content.allCases
    )
    func once(verb: String, content: Content) async throws {
        let transport = try TransportKind.libcurl.make()
        // Breaks the connection after it has read the request, in each way in turn.
        let server = try RawServer { request in
            guard request.target.hasPrefix("/broken") else { return [.response(200, [], "ok")] }
            return request.target.hasSuffix("0")
                ? [.reset] : request.target.hasSuffix("1") ? [.send("HTTP/1.1 2"), .reset] : [.close]
        }
        let folder = try TemporaryFolder()
        let body: TransportRequest.Body =
            switch content {
            case .none: .none
            case .small: .bytes(Data("hello".utf8))
            case .large: .bytes(Data(repeating: 65, count: 300_000))
            case .file: .file(try folder.file("upload", Data(repeating: 66, count: 300_000)))
            }
        for round in 0..<Self.rounds {
            _ = try await transport.send(server.request())
            let error = await failure {
                try await transport.send(
                    server.request(.init(rawValue: verb), "/broken/\(round)/\(round % 3)", body: body))
            }
            #expect(error?.code == .connectionFailed)
            #expect(error?.mayHaveBeenExecuted == true)
        }
        let broken = server.requests.filter { $0.target.hasPrefix("/broken") }
        #expect(Set(broken.map(\.target)).count == broken.count)
        #expect(broken.count == Self.rounds)
        #if os(Linux)
            // They went over the connections that the reads before them had left. Not one that was idle for thirty seconds, which
            // a machine that stands still makes of any: so most will do.
            let reads = server.requests.filter { !$0.target.hasPrefix("/broken") }
            let kept = zip(broken, reads).filter { $0.connection == $1.connection }
            #expect(kept.count > Self.rounds / 2)
        #endif
    }

    @Test("writes use the connection that reads keep open")
    func sharedConnection() async throws {
        // Not one that was idle for thirty seconds, which a machine that stands still makes of any: then it counts anew.
        var wasQuick = false
        while !wasQuick {
            let server = try RawServer(always: .response(200, [], "ok"))
            let transport = try TransportKind.libcurl.make()
            let start = ContinuousClock.now
            for verb in [TransportRequest.Method.get, .post, .put, .delete, .get] {
                _ = try await transport.send(server.request(verb, body: verb == .post ? .bytes(Data("x".utf8)) : .none))
            }
            wasQuick = start.duration(to: .now) < .seconds(20)
            #expect(server.connectionCount == 1 || !wasQuick)
            #expect(server.requests.allSatisfy { $0["Connection"] == nil })
        }
    }
}
