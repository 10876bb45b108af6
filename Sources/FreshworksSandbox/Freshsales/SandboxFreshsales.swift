public import Foundation

/// The sandbox's Freshsales account and its invented key.
public struct SandboxFreshsales: Sendable {
    let core: SandboxCore

    /// The live API key.
    public var apiKey: String { core.withState { $0.freshsales.key.current } }

    /// Where the account lives in process, such as `https://acme.myfreshworks.com/crm/sales/api`.
    public var baseURL: URL {
        .https("\(core.options.account).myfreshworks.com", Sandbox.Product.freshsales.basePath)
    }

    /// Replaces the key; the old one is refused from now on.
    public func rotateKey() { core.withState { $0.freshsales.key.rotate() } }
}

extension Sandbox {
    /// The Freshsales account. It starts with 30 sales accounts, 40 deals and the contacts of the options.
    public var freshsales: SandboxFreshsales { SandboxFreshsales(core: core) }
}
