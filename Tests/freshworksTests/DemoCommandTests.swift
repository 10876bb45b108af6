import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("demo")
    struct Demo {
        @Test(
            "tours all three products, succeeds in every step, and shows no secret, over each transport",
            arguments: ["", "automatic", "urlsession"])
        // By the machine's time: calls wait for a token that another registry over the same store is told of.
        func tour(transport: String) async throws {
            let result = try await freshworks(
                ["demo"], ["FRESHWORKS_TRANSPORT": transport], clock: SystemClock())
            #expect(result.status == 0)
            #expect(result.diagnostics.isEmpty)
            let lines = result.output.split(separator: "\n")
            let steps = lines.filter { $0.first?.isNumber == true && $0.contains(". ") && !$0.hasSuffix("should.") }
            #expect(steps.count == 17)
            #expect(lines.last == "17 of 17 steps did what they should.")
            #expect(!result.output.contains("FAILED"))
            for line in [
                "freshdesk: GET /agents/me → 200", "freshdesk: GET /agents/me → 401", "freshdesk: GET /tickets → 200",
                "freshchat: GET /accounts/configuration → 200", "freshsales: GET /contacts/filters → 200",
            ] {
                #expect(lines.contains { $0.hasSuffix(line) }, "\(line)")
            }
            // The demo's sandbox is seeded: its secrets are those of any other.
            let sandbox = Sandbox()
            expectNoSecret(
                in: result,
                of: [
                    "A_KEY": sandbox.freshdesk.apiKey, "B_KEY": sandbox.freshsales.apiKey,
                    "A_TOKEN": sandbox.freshchat.apiToken, "A_PASSWORD": sandbox.freshdesk.password,
                    "C_KEY": "an-invented-key-that-nobody-has",
                ])
        }

        @Test("takes no arguments", arguments: [["now"], ["--fast"]])
        func misuse(arguments: [String]) async throws {
            expectComplaint(try await freshworks(["demo"] + arguments), status: 2)
        }
    }
}
