import Freshdesk
import FreshworksSandbox
import TestSupport

/// A sandbox, and clients of its Freshdesk account: an administrator's and another agent's.
struct SandboxDesk {
    let sandbox: Sandbox
    let client: FreshdeskClient
    let agent: FreshdeskClient

    init(_ options: Sandbox.Options = Sandbox.Options(clock: StillClock())) throws {
        sandbox = Sandbox(options)
        client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        agent = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.agentKey), runtime: sandbox.runtime)
    }
}
