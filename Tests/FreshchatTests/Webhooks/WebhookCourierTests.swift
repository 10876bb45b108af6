import Foundation
import Freshchat
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("The sandbox's webhooks", .inTurn)
struct WebhookCourierTests {
    private let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
    private let client: FreshchatClient
    private let verifier: WebhookVerifier

    init() throws {
        client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        verifier = try WebhookVerifier(publicKey: sandbox.freshchat.webhookPublicKey)
    }

    @Test("events are signed by the key that the settings show, and tell what has happened")
    func events() async throws {
        #expect(sandbox.freshchat.takeWebhookDeliveries().isEmpty)
        let user = try #require(try await client.users.list().first())
        let id = try #require(try await client.users.conversations(of: user.id).first()?.id)
        let agent = try #require(try await client.agents.list().first())
        let sent = try await client.messages.send(MessageDraft(from: .agent(agent.id), text: "Où ?"), to: id)
        try await client.conversations.update(
            id,
            ConversationUpdate {
                $0.status = .assigned
                $0.assignedAgentID = .set(agent.id)
            })
        try await client.conversations.update(id, ConversationUpdate { $0.status = .resolved })
        try await client.messages.send(MessageDraft(from: .user(user.id), text: "Wait"), to: id)
        let events = try sandbox.freshchat.takeWebhookDeliveries().map {
            try verifier.event(of: WebhookDelivery(body: $0.body, signature: $0.signature))
        }
        let own = events.filter { $0.message?.isSystemEvent != true }
        #expect(
            own.map(\.action) == [
                .messageCreated, .conversationAssigned, .conversationResolved, .conversationReopened, .messageCreated,
            ])
        #expect(own[0].message?.id == sent.id)
        #expect(own[0].isEcho(of: [agent.id]))
        #expect(own[1].assignment?.toAgentID == agent.id)
        #expect(own[1].assignment?.fromAgentID == nil)
        #expect(own[2].resolution?.conversation?.status == .resolved)
        #expect(own[2].resolution?.user?.id == user.id)
        #expect(own[3].reopening?.reopener == .user)
        #expect(own[4].message?.text == "Wait")
        #expect(own.allSatisfy { $0.conversationID == id && $0.actionTime != nil })
        #expect(sandbox.freshchat.takeWebhookDeliveries().isEmpty)
    }

    @Test("a webhook that does not take a delivery gets it again, the same bytes, with the attempts counted")
    func retries() async throws {
        let answers = Mutex([500, 302, 200])
        let (done, signal) = AsyncStream.makeStream(of: Void.self)
        let wire = ScriptedTransport { _ in
            let status = answers.withLock { $0.isEmpty ? 200 : $0.removeFirst() }
            if status == 200 { signal.yield() }
            return .empty(status)
        }
        let still = Sandbox(Sandbox.Options(clock: StillClock()))
        let courier = try still.freshchat.deliverWebhooks(
            to: try #require(URL(string: "http://127.0.0.1:1/hook")), through: wire)
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(still.freshchat.apiToken), runtime: still.runtime)
        let user = try #require(try await client.users.list().first())
        let id = try #require(try await client.users.conversations(of: user.id).first()?.id)
        try await client.messages.send(MessageDraft(from: .bot(), text: "Hi"), to: id)
        for await _ in done { break }
        await courier.stop()
        #expect(courier.attempts.map(\.retryCount) == [0, 1, 2])
        #expect(courier.attempts.map(\.status) == [500, 302, 200])
        #expect(wire.requests.map { $0.headers["X-Retry-Count"] } == ["0", "1", "2"])
        #expect(Set(wire.jsonBodies.map(\.description)).count == 1)
        for request in wire.requests {
            guard case .bytes(let body) = request.body else { continue }
            let delivery = WebhookDelivery(body: body) { request.headers[$0] }
            #expect(try verifier.event(of: delivery).message?.text == "Hi")
            #expect(delivery.payloadVersion == "1.0")
            #expect(request.headers["Content-Type"] == "application/json")
        }
    }

    @Test(
        "a webhook on another machine is refused",
        arguments: [
            "https://example.org/hook", "http://127.0.0.1.example.org/", "file:///tmp/x", "http://192.168.0.1/",
        ])
    func foreign(address: String) async throws {
        let url = try #require(URL(string: address))
        #expect(throws: FreshworksError.self) { try sandbox.freshchat.deliverWebhooks(to: url) }
    }
}
