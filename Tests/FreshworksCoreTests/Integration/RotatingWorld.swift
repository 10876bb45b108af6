import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization

/// A service over real HTTP, its credential in a mounted file, and both rotated by the test.
final class RotatingWorld: Sendable {
    let sandbox: Sandbox
    /// What calls go by.
    let clock = ManualClock()
    private let product: Sandbox.Product
    private let server: SandboxServer
    private let secret: MountedSecret
    /// How often the provider read the file. Its lock also makes each look at the file one instant.
    private let reads = Mutex(0)

    init(_ product: Sandbox.Product) async throws {
        var options = Sandbox.Options()
        options.freshdeskCallsPerMinute = 1_000_000
        options.freshchatCallsPerMinute = 1_000_000
        options.freshsalesCallsPerHour = 1_000_000
        self.product = product
        sandbox = Sandbox(options)
        server = try await sandbox.serve()
        secret = try MountedSecret(sandbox.liveKey(of: product))
    }

    deinit { server.stop() }

    var readCount: Int { reads.withLock { $0 } }
    var refusals: Int { sandbox.requests.count { $0.status == 401 } }

    func client(over transport: any HTTPTransport) throws -> APIClient {
        let system = SecretFileAccess.system
        let counted = SecretFileAccess(
            stamp: { path in try self.reads.withLock { _ in try system.stamp(path) } },
            read: { path in
                try self.reads.withLock {
                    $0 += 1
                    return try system.read(path)
                }
            })
        let account = try FreshworksAccount(product.described, baseURL: server.baseURL(of: product).absoluteString)
        let described = product.described
        let provider = SecretFileProvider(secret.path, access: counted, clock: SystemClock()) {
            .apiKey($0, for: described)
        }
        return try APIClient(
            account: account, credential: provider, runtime: FreshworksRuntime(transport: transport, clock: clock))
    }

    /// The service no longer takes the old credential; the file still holds it.
    func rotateService() { sandbox.rotate(product) }

    /// The file gets the service's live credential.
    func swapFile() throws { try secret.swap(to: sandbox.liveKey(of: product)) }

    /// Both at one instant, as the provider sees it.
    func rotateBoth() throws {
        try reads.withLock { _ in
            rotateService()
            try swapFile()
        }
    }

    /// One call; its error where it failed.
    func failure(of client: APIClient) async -> FreshworksError? {
        do {
            _ = try await client.call(.get, product.harmlessPath)
            return nil
        } catch {
            return error as? FreshworksError
                ?? FreshworksError(.callFailed, "not an error of the library", underlying: error)
        }
    }
}

extension Sandbox {
    func liveKey(of product: Product) -> String {
        switch product {
        case .freshdesk: freshdesk.apiKey
        case .freshchat: freshchat.apiToken
        case .freshsales: freshsales.apiKey
        }
    }

    func rotate(_ product: Product) {
        switch product {
        case .freshdesk: freshdesk.rotateKey()
        case .freshchat: freshchat.rotateToken()
        case .freshsales: freshsales.rotateKey()
        }
    }
}

extension SandboxServer {
    func baseURL(of product: Sandbox.Product) -> URL {
        switch product {
        case .freshdesk: freshdeskBaseURL
        case .freshchat: freshchatBaseURL
        case .freshsales: freshsalesBaseURL
        }
    }
}

extension Sandbox.Product {
    var described: FreshworksProduct {
        switch self {
        case .freshdesk: .freshdesk
        case .freshchat: .freshchat
        case .freshsales: .freshsales
        }
    }

    var harmlessPath: String {
        switch self {
        case .freshdesk: "agents/me"
        case .freshchat: "accounts/configuration"
        case .freshsales: "contacts/filters"
        }
    }
}
