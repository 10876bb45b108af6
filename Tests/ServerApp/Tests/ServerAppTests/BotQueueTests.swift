import AsyncHTTPClient
import Foundation
import Freshchat
import FreshworksSandbox
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Synchronization
import Testing

@testable import ServerApp

@Suite("The queues of the app's bot", .timeLimit(.minutes(5)))
struct BotQueueTests {
    @Test(
        "a delivery for which there is no room is answered with 503, and worked on once when it comes again"
    )
    func full() async throws {
        try await BotStage.with(capacity: 1) { stage in
            let (first, second, third) = (stage.deliveries[0], stage.deliveries[1], stage.deliveries[2])
            stage.gate.setOpen(false)
            #expect(try await stage.post(first) == 200)
            try await stage.until("the bot works on the first") { stage.gate.looks == 1 }
            #expect(try await stage.post(second) == 200)
            #expect(try await stage.post(third) == 503)
            // That it came before is no reason to take it for done.
            #expect(try await stage.post(third) == 503)
            #expect(try await stage.post(second) == 200)
            stage.gate.setOpen(true)
            try await stage.until("the bot looks again for the second") { stage.gate.looks == 2 }
            #expect(try await stage.post(third) == 200)
            #expect(try await stage.post(third) == 200)
            try await stage.end()
            #expect(stage.gate.looks == 3)
        }
    }

    @Test("what is in the queues when the app is told to end is worked on, and nothing more gets in")
    func end() async throws {
        try await BotStage.with(capacity: 1000) { stage in
            stage.gate.setOpen(false)
            for delivery in stage.deliveries { #expect(try await stage.post(delivery) == 200) }
            try await stage.until("the bot is at work") { stage.gate.looks > 0 }
            // All are of one conversation, so that one is looked at and the others wait.
            #expect(stage.gate.looks == 1)
            let ending = Task { try await stage.end() }
            // Of another conversation, and nothing that the bot does anything about.
            let noise = try WebhookEvent(json: ["action": "conversation_reopen"])
            try await stage.until("the bot is told to end") { !stage.bot.take(noise) }
            stage.gate.setOpen(true)
            try await ending.value
            #expect(stage.gate.looks == stage.deliveries.count)
            #expect(!stage.bot.take(noise))
        }
    }
}

/// The bot's part of the app, in this process, and deliveries of one conversation.
private struct BotStage {
    let bot: FreshchatBot
    let gate: CallGate
    let deliveries: [Delivery]
    typealias Delivery = (body: Data, signature: String)

    private let port: Int
    private let group: ServiceGroup
    private let serving: Task<Void, any Error>

    static func with(capacity: Int, _ test: (BotStage) async throws -> Void) async throws {
        let sandbox = Sandbox(Sandbox.Options(account: "acme", tickets: 0, freshchatCallsPerMinute: 1_000_000))
        func client(_ runtime: FreshworksRuntime) throws -> FreshchatClient {
            try FreshchatClient(
                subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: runtime)
        }
        let customers = try client(sandbox.runtime)
        let (agent, user) = (
            try #require(try await customers.agents.list().first()),
            try #require(try await customers.users.list().first())
        )
        let id = try #require(try await customers.users.conversations(of: user.id).first()?.id)
        _ = sandbox.freshchat.takeWebhookDeliveries()
        for number in 1...5 {
            try await customers.messages.send(MessageDraft(from: .user(user.id), text: "Question \(number)"), to: id)
        }
        let gate = CallGate(sandbox.transport)
        var logger = Logger(label: "bot")
        logger.logLevel = .critical
        let bot = FreshchatBot(
            try client(FreshworksRuntime(transport: gate)), as: agent.id, capacity: capacity, logger: logger)
        let routes = BotRoutes(
            verifier: try WebhookVerifier(publicKey: sandbox.freshchat.webhookPublicKey), bot: bot)
        let router = Router()
        routes.add(to: router)
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let app = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            services: [bot], onServerRunning: { running.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(services: [app], logger: logger)
        let serving = Task {
            defer { running.finish() }
            try await group.run()
        }
        for await port in ports {
            let stage = BotStage(
                bot: bot, gate: gate, deliveries: sandbox.freshchat.takeWebhookDeliveries(), port: port, group: group,
                serving: serving)
            let result: Result<Void, any Error>
            do { result = .success(try await test(stage)) } catch { result = .failure(error) }
            gate.setOpen(true)
            try await stage.end()
            return try result.get()
        }
        try await serving.value
    }

    /// Sends a delivery to the app.
    /// - Returns: The status of its answer.
    func post(_ delivery: Delivery) async throws -> UInt {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/webhooks/freshchat")
        request.method = .POST
        request.headers.add(name: "X-Freshchat-Signature", value: delivery.signature)
        request.body = .bytes(ByteBuffer(bytes: delivery.body))
        return try await HTTPClient.shared.execute(request, timeout: .seconds(30)).status.code
    }

    /// Tells the app to end, and waits for it.
    func end() async throws {
        await group.triggerGracefulShutdown()
        try await serving.value
    }

    /// Waits until something is so.
    /// - Throws: When it is not after two minutes, more than any machine needs.
    func until(_ what: Comment, _ isSo: () -> Bool) async throws {
        let limit = ContinuousClock.now + .seconds(120)
        while !isSo() {
            try #require(ContinuousClock.now < limit, what)
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

/// Counts the looks at conversations, and holds calls back while it is closed.
private final class CallGate: HTTPTransport {
    private let transport: any HTTPTransport
    private let state = Mutex((looks: 0, isOpen: true))

    init(_ transport: any HTTPTransport) { self.transport = transport }

    var looks: Int { state.withLock(\.looks) }

    func setOpen(_ isOpen: Bool) { state.withLock { $0.isOpen = isOpen } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        if request.method == .get { state.withLock { $0.looks += 1 } }
        while !state.withLock(\.isOpen) { try await Task.sleep(for: .milliseconds(5)) }
        return try await transport.send(request)
    }
}
