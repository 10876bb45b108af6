public import Foundation

/// The sandbox's Freshchat account and its invented token.
public struct SandboxFreshchat: Sendable {
    let core: SandboxCore

    /// The live token. As with the real service there is only one.
    public var apiToken: String { core.withState { $0.freshchat.token.current } }

    /// Where the account lives in process, such as `https://acme.freshchat.com/v2`.
    public var baseURL: URL { .https("\(core.options.account).freshchat.com", Sandbox.Product.freshchat.basePath) }

    /// Replaces the token; the old one is refused from now on.
    public func rotateToken() { core.withState { $0.freshchat.token.rotate() } }
}

extension Sandbox {
    /// The Freshchat account. It starts with 30 users, ten conversations and the agents of the options.
    public var freshchat: SandboxFreshchat { SandboxFreshchat(core: core) }
}
