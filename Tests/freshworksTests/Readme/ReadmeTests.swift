import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksSandbox
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows only code that is compiled in the files beside this one")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let readme = try String(
            contentsOf: here.appending(path: "../../../README.md").standardizedFileURL, encoding: .utf8)
        let examples = try FileManager.default.contentsOfDirectory(at: here, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("Example") }
            .map { Self.lines(try String(contentsOf: $0, encoding: .utf8)) }
        let blocks = readme.matches(of: /```swift\n([\s\S]*?)```/).map { Self.lines(String($0.output.1)) }
        let code = blocks.filter { $0.first?.hasPrefix(".package") != true }
        #expect(code.count >= 6)
        for block in code {
            let imports = block.filter { $0.hasPrefix("import ") }
            let body = block.filter { !$0.hasPrefix("import ") }
            let isCompiled = examples.contains { example in
                Set(imports).isSubset(of: example) && Self.contains(example, body)
            }
            #expect(isCompiled, "no example file has:\n\(body.joined(separator: "\n"))")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func contains(_ text: [String], _ part: [String]) -> Bool {
        text.indices.contains { text[$0...].starts(with: part) }
    }
}

@Suite("The README's sandbox example")
struct ReadmeSandboxTests {
    @Test("meets the failure, repeats the call and gets its answer")
    func runs() async throws {
        #expect(try await readmeSandbox().contact?.email?.isEmpty == false)
    }
}

@Suite("The README's examples of Freshsales and Freshchat")
struct ReadmeOtherProductsTests {
    @Test("upsert the contact, and answer every conversation")
    func runs() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        try await openDeals(freshsales)
        let views = try await freshsales.contacts.views()
        let all = try #require(views.first { $0.name == "All Contacts" })
        let contacts = try await freshsales.contacts.list(view: all.id).all()
        #expect(contacts.contains { $0.email == "ines@example.com" && $0.jobTitle == "Buyer" })

        let freshchat = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let user = try await freshchat.users.create(UserDraft(email: "zoe@mail.example"))
        let channel = try #require(try await freshchat.channels.list().first())
        let conversation = try await freshchat.conversations.create(
            ConversationDraft(
                channelID: channel.id, userID: user.id, messages: [MessageDraft(from: .user(user.id), text: "Hello?")]))
        let agent = try #require(try await freshchat.agents.list().first())
        try await answerEveryone(freshchat, as: agent)
        let texts = try await freshchat.messages.list(in: conversation.id).all().compactMap(\.text)
        #expect(texts.contains("We are on it.") && texts.contains("Hello?"))
        #expect(try await freshchat.conversations.get(conversation.id).assignedAgentID == agent.id)
    }
}
