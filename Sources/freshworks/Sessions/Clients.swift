import Foundation
import FreshworksConnections
import FreshworksCore

/// Makes the products' clients: each with its own credential from the environment, or all with one saved session.
struct Clients: Sendable {
    let runtime: FreshworksRuntime
    private let context: CommandContext
    private let session: OAuthSession?

    /// Whether the environment names a session, which then takes the place of all other credentials.
    static func useSession(in environment: [String: String]) -> Bool {
        environment["FRESHWORKS_SESSION"]?.isEmpty == false
    }

    /// Makes clients for some work, and afterwards sees to it that a session's new tokens are stored.
    /// - Parameter observer: Hears of the calls.
    /// - Throws: ``FreshworksError`` when the session that the environment names cannot be opened; what the work throws.
    static func use<Result: Sendable>(
        _ context: CommandContext, observer: (any RequestObserver)? = nil,
        _ work: @Sendable (Clients) async throws -> Result
    ) async throws -> Result {
        try await context.withRuntime(observer: observer) { runtime in
            let clients = try await Clients(context, runtime)
            do {
                let result = try await work(clients)
                await clients.end()
                return result
            } catch {
                await clients.end()
                throw error
            }
        }
    }

    private var console: any Console { context.console }

    private init(_ context: CommandContext, _ runtime: FreshworksRuntime) async throws {
        self.context = context
        self.runtime = runtime
        let environment = context.environment
        guard Self.useSession(in: environment), let name = environment["FRESHWORKS_SESSION"] else {
            session = nil
            return
        }
        session = try await SessionFolder(environment)
            .open(SessionName(name), clientSecret: OAuthVariables.clientSecret(in: environment), runtime: runtime)
    }

    /// The client that the environment describes; says on standard error what was mended in the values.
    func client(of product: ProductClient) async throws -> any FreshworksClient {
        guard let session else {
            let client = try product.type.fromEnvironment(context.environment, runtime: runtime)
            tell(client.account.repairs, about: product.rawValue)
            tell(try await client.api.credentialRepairs, about: "\(product.rawValue) credential")
            return client
        }
        let account = try FreshworksEnvironment.account(of: product.product, in: context.environment)
        tell(account.repairs, about: product.rawValue)
        return try product.type.init(account: account, provider: session, runtime: runtime)
    }

    /// The client of what a command line names, with its product.
    func client(of target: Target) async throws -> (ProductClient, any FreshworksClient) {
        switch target {
        case .product(let product): return (product, try await client(of: product))
        case .connection(let name):
            let connection = try await ConnectionFolder(context).registry(runtime).named(name)
            guard let product = ProductClient(rawValue: connection.product.name) else {
                throw Misuse("the connection is of a product that the command does not call")
            }
            return (product, try product.type.init(connection, runtime: runtime))
        }
    }

    /// Whether raw answers of what a command line names come without null members.
    func dropsNullMembers(of target: Target) async throws -> Bool {
        guard case .connection(let name) = target else { return false }
        return try await ConnectionFolder(context).registry(runtime).named(name).dropsNullMembers
    }

    private func tell(_ repairs: [FreshworksAccount.Repair], about what: String) {
        for repair in repairs { console.diagnose("\(what): \(repair)") }
    }

    /// What to do about a verdict. A session is not mended as a key is.
    func advice(on verification: Verification) -> String {
        guard let session else { return verification.advice }
        if verification.verdict == .forbidden {
            let scopes = session.tokens.scopes.joined(separator: " ")
            return """
                The access token of the session \(session.name) is good but does not allow this call; log in again if its \
                scopes (\(scopes)) lack one, and ask for the user's role and the account's plan otherwise.
                """
        }
        guard verification.verdict == .invalidCredential else { return verification.advice }
        if session.needsReauthorization != nil { return Self.advice(onEnded: session) }
        guard verification.status != nil else { return verification.advice }
        return """
            The access token of the session \(session.name) was rejected; check that the session is of this account's \
            organization and has a scope of this product.
            """
    }

    private static func advice(onEnded session: OAuthSession) -> String {
        "The session \(session.name) has ended; run freshworks login --name \(session.name) again."
    }

    /// Waits for a refresh under way, whose new tokens would be lost otherwise, and sees to it that they are stored.
    func end() async {
        guard let session else { return }
        let patience = Task { [clock = runtime.clock, console] in
            try await clock.sleep(for: .seconds(1))
            console.diagnose("freshworks: waiting for a refresh under way, whose tokens would be lost otherwise")
        }
        await runtime.shutdown()
        patience.cancel()
        if session.needsReauthorization != nil { console.diagnose("freshworks: \(Self.advice(onEnded: session))") }
        // A task of its own, because a signal may have cancelled this one.
        do { try await Task { try await session.flush() }.value } catch {
            let loss = "the refreshed tokens of the session \(session.name) could not be stored and are lost"
            console.diagnose(
                """
                freshworks: \(loss): \(error.localizedDescription) \
                Then run freshworks login --name \(session.name) again.
                """)
        }
    }
}
