import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksSandbox

extension DemoTour {
    static let credentialSteps = [
        Step(title: "Verify a Freshdesk API key") { try await $0.verified($0.freshdesk()) },
        Step(title: "Verify a Freshchat token") { try await $0.verified($0.freshchat()) },
        Step(title: "Verify a Freshsales API key") { try await $0.verified($0.freshsales()) },
        Step(title: "Diagnose a wrong key in a sentence") { try await $0.wrongKey() },
        Step(title: "Refuse a host that only looks like Freshdesk, before anything is sent") { try $0.foreignHost() },
        Step(title: "Heal a Freshchat token that was rotated while the program runs") { try await $0.rotation() },
        Step(title: "Refuse to follow a pagination link to another host") { try await $0.foreignLink() },
    ]

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

    private func rotation() async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "freshworks-demo-\(RandomName.make())")
        defer { try? FileManager.default.removeItem(at: file) }
        func mountToken() throws { try Data(sandbox.freshchat.apiToken.utf8).write(to: file, options: .atomic) }
        try mountToken()
        let client = try freshchat(.provider(.file(file.path, as: { .freshchat(token: $0) })))
        _ = try await client.configuration()
        sandbox.freshchat.rotateToken()
        try mountToken()
        _ = try await client.configuration()
        return "The client read the new token from its file; nothing was restarted."
    }

    private func foreignLink() async throws -> String {
        sandbox.inject(.foreignLinks(to: "https://attacker.example"))
        do {
            _ = try await freshdesk().tickets.list(pageSize: 40).all()
        } catch let error as FreshworksError where error.code == .foreignLink {
            return "\(error)"
        }
        throw DemoFailure(description: "the link was followed")
    }
}
