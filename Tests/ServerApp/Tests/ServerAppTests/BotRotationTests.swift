import Foundation
import FreshworksConnections
import FreshworksSandbox
import Logging
import Testing

@testable import ServerApp

/// Freshchat keeps one live token for an account: generating the next one ends the one before, at that moment.
@Suite("A token that is regenerated while the app's bot is at work", .serialized, .timeLimit(.minutes(10)))
struct BotRotationTests {
    @Test("three times: each of 100 customers is answered once, no call fails, and a dead token costs one read")
    func rotations() async throws {
        try await RotationStage.with { stage in
            async let writing: Void = stage.write(100)
            for round in 1...2 {
                try await stage.until("the bot is at work") { stage.answers.count >= 25 * round }
                let (rejections, loads) = (stage.gate.rejections, stage.store.loads)
                // The service's refusals arrive when the settings have the new token, so that whoever looks finds it.
                stage.gate.setClosed(true)
                stage.sandbox.freshchat.rotateToken()
                try await stage.until("a call is rejected") { stage.gate.rejections > rejections }
                try await stage.paste()
                stage.gate.setClosed(false)
                try await stage.until("the bot goes on") { stage.answers.count >= 25 * round + 15 }
                #expect(stage.store.loads - loads == 1)
            }
            try await stage.until("the bot is at work") { stage.answers.count >= 75 }
            let (rejections, loads, start) = (stage.gate.rejections, stage.store.loads, ContinuousClock.now)
            try await stage.announce()
            stage.sandbox.freshchat.rotateToken()
            // Calls are refused at once now, look in vain, and wait.
            try await stage.until("calls wait") { stage.gate.rejections > rejections && stage.store.loads > loads + 1 }
            try await stage.paste()
            let looks = 2 + Int(start.duration(to: .now) / .milliseconds(250))
            try await writing
            // Each conversation is looked at, answered and assigned.
            try await stage.until("all are answered") { stage.assignments == 100 && stage.calls.answered >= 300 }

            // One look for the dead token, and four a second for the announced one.
            #expect((2...looks + 1).contains(stage.store.loads - loads), "\(stage.store.loads - loads) of \(looks)")
            #expect(stage.answers.count == 100)
            #expect(Set(stage.answers).count == 100)
            #expect(stage.calls.failures == [:])
            #expect(stage.calls.answered == 300)
            #expect(!stage.courier.attempts.contains { $0.retryCount == 3 && $0.status != 200 })
        }
    }

    @Test("without a word: what customers write meanwhile is answered as soon as the settings have the next one")
    func unannounced() async throws {
        try await RotationStage.with { stage in
            stage.sandbox.freshchat.rotateToken()
            try await stage.write(10)
            try await stage.until("a call fails") { stage.calls.failures["invalid_credential"] != nil }
            #expect(stage.answers == [])
            try await stage.paste()
            try await stage.until("all are answered") { stage.assignments == 10 }
            #expect(stage.answers.count == 10)
            #expect(Set(stage.answers).count == 10)
            #expect(Array(stage.calls.failures.keys) == ["invalid_credential"])
        }
    }

    @Test("of a connection that does not exist keeps the app from starting, and it says what to do")
    func missing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bot-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let registry = try ConnectionRegistry(store: InMemoryStore())
        let environment = [
            "FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": "FAKEdeskKey0123456789",
            "FRESHCHAT_WEBHOOK_KEY": "any", "FRESHCHAT_AGENT_ID": "any", "FRESHCHAT_CONNECTION": "Support",
            "SESSIONS_FOLDER": folder.path,
        ]
        let error = await #expect(throws: FreshworksError.self) {
            try await ServerApp.application(.shared, registry, environment, Logger(label: "bot")) { _ in }
        }
        #expect(error?.code == .notConfigured)
        #expect(error?.description.contains("Support") == true)
        #expect(error?.advice?.contains("/settings") == true)
    }
}
