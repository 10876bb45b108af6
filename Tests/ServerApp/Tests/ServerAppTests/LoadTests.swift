import AsyncHTTPClient
import Foundation
import Freshdesk
import NIOCore
import NIOHTTP1
import Synchronization
import Testing

@Suite("The app under load")
struct LoadTests {
    @Test(
        "every request whose head was read before SIGTERM gets its 201, and stands at the service exactly once",
        .timeLimit(.minutes(2)), arguments: AppTransport.allCases)
    func answersWhatItHasRead(choice: AppTransport) async throws {
        try await withSandbox { sandbox in
            try await withApp(choice, baseURL: sandbox.baseURL, apiKey: sandbox.apiKey) { app in
                let load = Load(app: app, signalAfter: 300)
                try await load.run(workers: 48)
                let end = await app.process.result()
                #expect(end.status == 0)

                let answers = load.answers
                #expect(answers.refused == [])
                #expect(answers.created.count > 300, "no answer came after the signal")

                // What the app says it read, what its clients got, and what the service has.
                let read = end.diagnostics.compactMap { $0.firstMatch(of: /id=(load-\d+)/).map { String($0.output.1) } }
                #expect(read.count == answers.created.count)
                #expect(Set(read) == Set(answers.created.keys))

                let stored = try await sandbox.freshdesk.tickets.list()
                    .filter { $0.subject?.hasPrefix("load-") == true }
                    .reduce(into: [:]) { $0[$1.subject ?? "", default: []].append($1.id) }
                #expect(stored == answers.created.mapValues { [$0] })
            }
        }
    }

    @Test("a request whose body is still on its way at SIGTERM gets its 201", .timeLimit(.minutes(10)))
    func waitsForBody() async throws {
        try await withSandbox { sandbox in
            try await withApp(.asyncHTTPClient, baseURL: sandbox.baseURL, apiKey: sandbox.apiKey) { app in
                let body = #"{"email":"sample@example.com","subject":"Late","description":"Load"}"#
                let (parts, wire) = AsyncStream.makeStream(of: ByteBuffer.self)
                var request = HTTPClientRequest(url: "http://127.0.0.1:\(app.port)/tickets")
                request.method = .POST
                request.headers.add(name: "X-Request-Id", value: "late")
                request.body = .stream(parts, length: .known(Int64(body.utf8.count)))
                async let answer = HTTPClient.shared.execute(request, timeout: .seconds(30))

                wire.yield(ByteBuffer(string: String(body.prefix(10))))
                _ = try #require(await app.process.firstDiagnostic { $0.firstMatch(of: /id=late/) })
                app.process.terminate()
                _ = try #require(await app.process.firstDiagnostic { $0.firstMatch(of: /Signal caught/) })
                wire.yield(ByteBuffer(string: String(body.dropFirst(10))))
                wire.finish()
                #expect(try await answer.status == .created)
                #expect(await app.process.result().status == 0)
            }
        }
    }
}

/// Creates tickets, several at once, until the app no longer accepts connections.
private final class Load: Sendable {
    struct Answers {
        var sent = 0
        /// Ids of tickets by subject.
        var created: [String: Int64] = [:]
        var refused: [Int] = []
    }

    private let app: ServedApp
    private let signalAfter: Int
    private let state = Mutex(Answers())

    init(app: ServedApp, signalAfter: Int) {
        self.app = app
        self.signalAfter = signalAfter
    }

    var answers: Answers { state.withLock { $0 } }

    func run(workers: Int) async throws {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = workers
        configuration.connectionPool.retryConnectionEstablishment = false
        try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            await withTaskGroup { group in
                for _ in 0..<workers {
                    group.addTask { await self.createTickets(over: client) }
                }
            }
        }
    }

    private func createTickets(over client: HTTPClient) async {
        while true {
            let subject = state.withLock { state in
                state.sent += 1
                return "load-\(state.sent)"
            }
            let reply: ServedApp.Reply
            do {
                reply = try await app.post(
                    "tickets", ["email": "sample@example.com", "subject": .string(subject), "description": "Load"],
                    id: subject, over: client)
            } catch {
                // A broken connection: the app ends and has not read this request. If it has, the counts differ.
                return
            }
            let created = state.withLock { state in
                if reply.status == 201, let id = reply.json?["id"]?.int64Value {
                    state.created[subject] = id
                } else {
                    state.refused.append(reply.status)
                }
                return state.created.count
            }
            if created == signalAfter { app.process.terminate() }
        }
    }
}
