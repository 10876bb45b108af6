import AsyncHTTPClient
import Foundation
import Freshchat
import FreshworksConnections
import FreshworksSandbox
import NIOCore
import NIOHTTP1
import Testing

@Suite("The app's bot, over the webhooks of a sandbox")
struct BotTests {
    /// An app whose bot writes as the account's first agent, and a customer.
    private struct Stage {
        let sandbox: Sandbox
        let app: ServedApp
        let freshchat: FreshchatClient
        let agentID: String
        let conversationID: String
        let customerID: String

        var webhook: URL? { URL(string: "http://127.0.0.1:\(app.port)/webhooks/freshchat") }

        func write(_ text: String) async throws {
            try await freshchat.messages.send(MessageDraft(from: .user(customerID), text: text), to: conversationID)
        }

        /// How often somebody has looked at the conversation.
        var looks: Int {
            sandbox.requests.count { $0.method == .get && $0.path.hasSuffix("/conversations/\(conversationID)") }
        }

        /// Where agents have written, once for each message.
        var answers: [String] {
            sandbox.requests.filter { $0.status == 200 && $0.method == .post && $0.path.hasSuffix("/messages") }
                .map(\.path)
        }

        /// Sends what may be a delivery to the app.
        /// - Returns: The status of its answer.
        func post(_ body: Data, _ signature: String?) async throws -> UInt {
            var request = HTTPClientRequest(url: try #require(webhook).absoluteString)
            request.method = .POST
            if let signature { request.headers.add(name: "X-Freshchat-Signature", value: signature) }
            request.body = .bytes(ByteBuffer(bytes: body))
            return try await HTTPClient.shared.execute(request, timeout: .seconds(30)).status.code
        }

        /// The texts of the conversation, oldest first, once a condition holds.
        func texts(when isSo: ([Message]) -> Bool) async throws -> [String] {
            while true {
                let messages = try await freshchat.messages.list(in: conversationID).all()
                if isSo(messages) { return messages.reversed().compactMap(\.text) }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// Where the bot's account and token come from.
    enum Source: CaseIterable { case environment, connection }

    private func onStage(_ source: Source = .environment, _ test: (Stage) async throws -> Void) async throws {
        let sandbox = Sandbox(Sandbox.Options(account: "acme", tickets: 0, freshchatCallsPerMinute: 1_000_000))
        let server = try await sandbox.serve()
        defer { server.stop() }
        let freshchat = try FreshchatClient(
            account: FreshworksAccount(.freshchat, baseURL: server.freshchatBaseURL.absoluteString),
            credential: .token(sandbox.freshchat.apiToken))
        let agent = try #require(try await freshchat.agents.list().first())
        let customer = try #require(try await freshchat.users.list().first())
        let conversation = try #require(try await freshchat.users.conversations(of: customer.id).first())
        try await freshchat.conversations.update(
            conversation.id,
            ConversationUpdate {
                $0.status = .new
                $0.assignedAgentID = .clear
            })
        let folder = FileManager.default.temporaryDirectory.appending(path: "bot-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var environment = [
            "FRESHCHAT_WEBHOOK_KEY": sandbox.freshchat.webhookPublicKey, "FRESHCHAT_AGENT_ID": agent.id,
            "CONNECTIONS_FOLDER": folder.path,
        ]
        switch source {
        case .environment:
            environment["FRESHCHAT_BASE_URL"] = server.freshchatBaseURL.absoluteString
            environment["FRESHCHAT_API_TOKEN"] = sandbox.freshchat.apiToken
        case .connection:
            environment["FRESHCHAT_CONNECTION"] = "Support"
            _ = try await ConnectionRegistry(store: FileStore(directory: folder)).add(
                ConnectionDraft(
                    name: "Support", account: freshchat.account,
                    credential: .freshchat(token: sandbox.freshchat.apiToken)))
        }
        try await withApp(
            .asyncHTTPClient, baseURL: server.freshdeskBaseURL.absoluteString, apiKey: sandbox.freshdesk.apiKey,
            environment: environment
        ) { app in
            try await test(
                Stage(
                    sandbox: sandbox, app: app, freshchat: freshchat, agentID: agent.id,
                    conversationID: conversation.id, customerID: customer.id))
        }
    }

    @Test(
        "answers a customer once, assigns the conversation, and is silent from then on", .timeLimit(.minutes(2)),
        arguments: Source.allCases)
    func answers(source: Source) async throws {
        try await onStage(source) { stage in
            _ = stage.sandbox.freshchat.takeWebhookDeliveries()
            let courier = try stage.sandbox.freshchat.deliverWebhooks(to: try #require(stage.webhook))
            try await stage.write("Is anybody there?")
            let answer = "Thank you for your message. We are on it."
            let texts = try await stage.texts { $0.contains { $0.text == answer } }
            #expect(texts.contains("Is anybody there?"))
            var conversation = try await stage.freshchat.conversations.get(stage.conversationID)
            while conversation.assignedAgentID == nil {
                try await Task.sleep(for: .milliseconds(20))
                conversation = try await stage.freshchat.conversations.get(stage.conversationID)
            }
            #expect(conversation.assignedAgentID == stage.agentID)
            // Its own message and the assignment are delivered too, and a further message of the customer, at which it looks.
            let looks = stage.looks
            try await stage.write("Good.")
            while courier.attempts.count < 4 || stage.looks == looks {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(courier.attempts.allSatisfy { $0.status == 200 })
            await courier.stop()
            let all = try await stage.freshchat.messages.list(in: stage.conversationID).all()
            #expect(all.count { $0.text == answer } == 1)
        }
    }

    @Test("takes no delivery that is not signed by the account's key, and works on a repeated one once")
    func refuses() async throws {
        try await onStage { stage in
            _ = stage.sandbox.freshchat.takeWebhookDeliveries()
            try await stage.write("Hello?")
            let delivery = try #require(stage.sandbox.freshchat.takeWebhookDeliveries().first)
            #expect(try await stage.post(delivery.body, nil) == 401)
            #expect(try await stage.post(delivery.body + Data(" ".utf8), delivery.signature) == 401)
            #expect(try await stage.post(delivery.body, delivery.signature) == 200)
            #expect(try await stage.post(delivery.body, delivery.signature) == 200)
            let answered = try await stage.texts { $0.contains { $0.actorID == stage.agentID } }
            #expect(answered.count { $0.hasPrefix("Thank you") } == 1)
        }
    }

    @Test("what was answered with 200 before SIGTERM is worked on before the app ends", .timeLimit(.minutes(5)))
    func worksOnWhatItHas() async throws {
        try await onStage { stage in
            let channel = try #require(try await stage.freshchat.channels.list().first())
            _ = stage.sandbox.freshchat.takeWebhookDeliveries()
            for number in 0..<24 {
                let user = try await stage.freshchat.users.create(UserDraft(email: "customer\(number)@mail.example"))
                try await stage.freshchat.conversations.create(
                    ConversationDraft(
                        channelID: channel.id, userID: user.id,
                        messages: [MessageDraft(from: .user(user.id), text: "Question \(number)")]))
            }
            let deliveries = stage.sandbox.freshchat.takeWebhookDeliveries()
            #expect(deliveries.count == 24)
            // The bot looks at eight conversations at a time at most.
            stage.sandbox.inject(.delay(.seconds(1)), on: .freshchat("conversations/{id}", method: .get), times: 24)
            for delivery in deliveries { #expect(try await stage.post(delivery.body, delivery.signature) == 200) }
            stage.app.process.terminate()
            #expect(await stage.app.process.result().status == 0)
            #expect(stage.answers.count == 24)
            #expect(Set(stage.answers).count == 24)
        }
    }
}
