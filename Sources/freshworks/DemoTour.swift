import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksSandbox

/// What the demo does, step by step. Each step returns a sentence on what came out, and throws if that is wrong.
struct DemoTour: Sendable {
    let sandbox: Sandbox
    let server: SandboxServer
    let runtime: FreshworksRuntime

    struct Step: Sendable {
        let title: String
        let action: @Sendable (DemoTour) async throws -> String
    }

    static let steps = [
        Step(title: "Verify a Freshdesk API key") { try await $0.verified($0.freshdesk()) },
        Step(title: "Verify a Freshchat token") { try await $0.verified($0.freshchat()) },
        Step(title: "Verify a Freshsales API key") { try await $0.verified($0.freshsales()) },
        Step(title: "Diagnose a wrong key in a sentence") { try await $0.wrongKey() },
        Step(title: "Refuse a host that only looks like Freshdesk, before anything is sent") { try $0.foreignHost() },
        Step(title: "Read all pages of the tickets") {
            try await $0.pages("tickets", query: ["per_page": 40], of: $0.freshdesk())
        },
        Step(title: "Read all pages of the Freshchat agents") {
            try await $0.pages("agents", query: ["items_per_page": 10], of: $0.freshchat())
        },
        Step(title: "Read all pages of a view of Freshsales contacts") {
            try await $0.pages("contacts/view/\($0.allContactsView())", of: $0.freshsales())
        },
        Step(title: "Heal a Freshchat token that was rotated while the program runs") { try await $0.rotation() },
        Step(title: "Refuse to follow a pagination link to another host") { try await $0.foreignLink() },
    ]

    private func freshdesk(key: String? = nil) throws -> FreshdeskClient {
        try FreshdeskClient(
            account: FreshworksAccount(.freshdesk, baseURL: server.freshdeskBaseURL.absoluteString),
            credential: .apiKey(key ?? sandbox.freshdesk.apiKey), runtime: runtime)
    }

    private func freshchat(_ credential: FreshchatCredential? = nil) throws -> FreshchatClient {
        try FreshchatClient(
            account: FreshworksAccount(.freshchat, baseURL: server.freshchatBaseURL.absoluteString),
            credential: credential ?? .token(sandbox.freshchat.apiToken), runtime: runtime)
    }

    private func freshsales() throws -> FreshsalesClient {
        try FreshsalesClient(
            account: FreshworksAccount(.freshsales, baseURL: server.freshsalesBaseURL.absoluteString),
            credential: .apiKey(sandbox.freshsales.apiKey), runtime: runtime)
    }

    private func verified(_ client: some FreshworksClient) async throws -> String {
        let result = try await client.verify()
        try expect(result.verdict == .valid, "the verdict is \(result.verdict)")
        return "\(result.verdict)\(result.identity?.name.map { ", belongs to \($0)" } ?? ""). \(result.advice)"
    }

    private func wrongKey() async throws -> String {
        let result = try await freshdesk(key: "an-invented-key-that-nobody-has").verify()
        try expect(result.verdict == .invalidCredential, "the verdict is \(result.verdict)")
        return "\(result.verdict). \(result.advice)"
    }

    private func foreignHost() throws -> String {
        let sentBefore = sandbox.requests.count
        do {
            _ = try FreshworksAccount.freshdesk("freshdesk.com.attacker.example")
        } catch let error as FreshworksError {
            try expect(sandbox.requests.count == sentBefore, "something was sent")
            return "\(error)"
        }
        throw DemoFailure(description: "the host was accepted")
    }

    private func pages(_ path: String, query: QueryItems = [:], of client: some FreshworksClient) async throws -> String
    {
        let sentBefore = sandbox.requests.count
        let rows = try await client.api.allRows(path, query: query)
        let ids = Set(rows.map { $0["id"] })
        try expect(!rows.isEmpty && ids.count == rows.count, "a row is missing or stands twice")
        return "\(rows.count) records on \(sandbox.requests.count - sentBefore) pages, each once."
    }

    private func allContactsView() async throws -> String {
        let answer = try await freshsales().call(.get, "contacts/filters").json()
        guard let view = answer["filters"]?.arrayValue?.first?["id"] else {
            throw DemoFailure(description: "there is no view")
        }
        return view.description
    }

    private func rotation() async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "freshworks-demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        func mountToken() throws { try Data(sandbox.freshchat.apiToken.utf8).write(to: file, options: .atomic) }
        try mountToken()
        let client = try freshchat(.provider(.file(file.path, as: { .freshchat(token: $0) })))
        _ = try await client.call(.get, "agents")
        sandbox.freshchat.rotateToken()
        try mountToken()
        _ = try await client.call(.get, "agents")
        return "The client read the new token from its file; nothing was restarted."
    }

    private func foreignLink() async throws -> String {
        sandbox.inject(.foreignLinks(to: "https://attacker.example"))
        do {
            _ = try await freshdesk().api.allRows("tickets", query: ["per_page": 40])
        } catch let error as FreshworksError where error.code == .foreignLink {
            return "\(error)"
        }
        throw DemoFailure(description: "the link was followed")
    }

    private func expect(_ condition: Bool, _ complaint: String) throws {
        guard condition else { throw DemoFailure(description: complaint) }
    }
}
