import Freshdesk
import FreshworksSandbox

func readmeSandbox() async throws -> Agent {
    let sandbox = Sandbox()  // in memory, no socket
    let freshdesk = try FreshdeskClient(
        subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
    sandbox.inject(.status(503), times: 1)
    let me = try await freshdesk.agents.me()  // repeated once, then answered
    return me
}
