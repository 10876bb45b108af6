import Foundation
import Freshchat
import FreshworksAsyncHTTPClient
import FreshworksConnections
import FreshworksSandbox
import Logging
import ServiceLifecycle
import Testing

@testable import ServerApp

/// Two instances of the app over one folder of connections: one with a bot at work, and one with the settings that the
/// account's administrator sees, as two machines behind one address would be.
struct RotationStage {
    let sandbox: Sandbox
    let settings: SettingsVisit
    /// Carries what customers do, whatever the token is.
    let customers: FreshchatClient
    /// What the bot's calls have come to.
    let calls: CallTally
    /// What the bot's instance has read of connections.
    let store: CountedStore
    let gate: RejectionGate
    let courier: SandboxWebhookCourier
    private let connectionID: String
    private let channelID: String

    /// Runs a test while the bot works.
    static func with(_ test: (RotationStage) async throws -> Void) async throws {
        try await SettingsVisit.with(callsPerMinute: 1_000_000) { settings in
            let sandbox = settings.sandbox
            let customers = try FreshchatClient(
                subdomain: "acme",
                credential: .provider(CustomProvider { .freshchat(token: sandbox.freshchat.apiToken) }),
                runtime: sandbox.runtime)
            let (agent, channel) = (
                try #require(try await customers.agents.list().first()),
                try #require(try await customers.channels.list().first())
            )
            let added = try await settings.post(
                "/new/freshchat/key",
                ["name": "Support", "subdomain": "acme", "api_token": sandbox.freshchat.apiToken])
            let id = try #require(added.connections.first)
            let store = CountedStore(try FileStore(directory: settings.folder))
            let calls = CallTally()
            try await AsyncHTTPClientTransport.withTransport { transport in
                let gate = RejectionGate(transport)
                let runtime = FreshworksRuntime(transport: gate, observer: calls)
                // No look but those for a rejected credential.
                let registry = try ConnectionRegistry(store: store, rereadsAfter: .seconds(86_400), runtime: runtime)
                let environment = [
                    "FRESHCHAT_CONNECTION": "support", "FRESHCHAT_AGENT_ID": agent.id,
                    "FRESHCHAT_WEBHOOK_KEY": sandbox.freshchat.webhookPublicKey,
                    "FRESHDESK_BASE_URL": settings.freshdeskBaseURL, "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                    "SESSIONS_FOLDER": settings.folder.appending(path: "sessions").path, "PORT": "0",
                ]
                try await serving(runtime, registry, environment) { port in
                    let webhook = try #require(URL(string: "http://127.0.0.1:\(port)/webhooks/freshchat"))
                    let courier = try sandbox.freshchat.deliverWebhooks(to: webhook)
                    let stage = RotationStage(
                        sandbox: sandbox, settings: settings, customers: customers, calls: calls, store: store,
                        gate: gate, courier: courier, connectionID: id, channelID: channel.id)
                    let result = await Self.result { try await test(stage) }
                    await courier.stop()
                    try result.get()
                }
            }
        }
    }

    /// Runs the app in this process, and lets it end in order.
    private static func serving(
        _ runtime: FreshworksRuntime, _ registry: ConnectionRegistry, _ environment: [String: String],
        _ test: (Int) async throws -> Void
    ) async throws {
        var logger = Logger(label: "bot")
        // That a token is rejected is no news here.
        logger.logLevel = .critical
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let app = try await ServerApp.application(runtime, registry, environment, logger) { running.yield($0) }
        let group = ServiceGroup(services: [app], logger: logger)
        let serving = Task {
            defer { running.finish() }
            try await group.run()
        }
        var result = Result<Void, any Error>.success(())
        for await port in ports {
            result = await Self.result { try await test(port) }
            break
        }
        await group.triggerGracefulShutdown()
        try await serving.value
        try result.get()
    }

    private static func result(of work: () async throws -> Void) async -> Result<Void, any Error> {
        do { return .success(try await work()) } catch { return .failure(error) }
    }

    // MARK: - What people do

    /// Customers write one after the other; some of them always wait for their answer.
    func write(_ count: Int) async throws {
        for number in 0..<count {
            try await until("customers are answered") { answers.count > number - 16 }
            let user = try await customers.users.create(UserDraft(email: "customer\(number)@mail.example"))
            try await customers.conversations.create(
                ConversationDraft(
                    channelID: channelID, userID: user.id,
                    messages: [MessageDraft(from: .user(user.id), text: "Question \(number)")]))
        }
    }

    /// The administrator says in the settings that the token is about to be regenerated.
    func announce() async throws {
        let page = try await settings.post("/\(connectionID)/announce")
        #expect(page.notice?.contains("Calls wait") == true)
    }

    /// The administrator pastes the live token into the settings.
    func paste() async throws {
        let page = try await settings.post("/\(connectionID)/rotate", ["api_token": sandbox.freshchat.apiToken])
        #expect(page.notice?.contains("which works") == true, "\(page.notice ?? page.text)")
    }

    /// Waits until something is so.
    /// - Throws: When it is not after three minutes, more than any machine needs.
    func until(_ what: Comment, _ isSo: () -> Bool) async throws {
        let limit = ContinuousClock.now + .seconds(180)
        while !isSo() {
            try #require(ContinuousClock.now < limit, what)
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    // MARK: - What the service has seen

    /// Where agents have written, once for each message.
    var answers: [String] {
        sandbox.requests.filter { $0.status == 200 && $0.method == .post && $0.path.hasSuffix("/messages") }.map(\.path)
    }

    /// How many conversations were assigned.
    var assignments: Int { sandbox.requests.count { $0.status == 200 && $0.method == .put } }
}
