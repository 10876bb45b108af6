public import Foundation

/// The sandbox's Freshdesk account and its invented credentials.
public struct SandboxFreshdesk: Sendable {
    let core: SandboxCore

    /// The live API key of the first agent.
    public var apiKey: String { core.withState { $0.freshdesk.key.current } }

    /// The first agent's login name.
    public var email: String { core.withState { $0.freshdesk.login.email } }

    /// The first agent's password.
    public var password: String { core.withState { $0.freshdesk.login.password } }

    /// Where the account lives in process, such as `https://acme.freshdesk.com/api/v2`.
    public var baseURL: URL { .https("\(core.options.account).freshdesk.com", Sandbox.Product.freshdesk.basePath) }

    /// Replaces the key; the old one is refused from now on.
    public func rotateKey() { core.withState { $0.freshdesk.key.rotate() } }
}

extension Sandbox {
    /// The Freshdesk account.
    public var freshdesk: SandboxFreshdesk { SandboxFreshdesk(core: core) }
}
