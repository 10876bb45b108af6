public import Foundation

/// The sandbox's Freshsales account and its invented key.
public struct SandboxFreshsales: Sendable {
    let sandbox: Sandbox

    /// The live API key.
    public var apiKey: String { sandbox.withState { $0.freshsales.key.current } }

    /// Where the account lives in process, such as `https://acme.myfreshworks.com/crm/sales/api`.
    public var baseURL: URL {
        .https("\(sandbox.options.account).myfreshworks.com", Sandbox.Product.freshsales.basePath)
    }

    /// Replaces the key; the old one is refused from now on.
    public func rotateKey() { sandbox.withState { $0.freshsales.key.rotate() } }
}

extension Sandbox {
    /// The Freshsales account.
    public var freshsales: SandboxFreshsales { SandboxFreshsales(sandbox: self) }
}
