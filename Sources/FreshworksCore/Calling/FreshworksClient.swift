public import Foundation

/// What the clients of all products have in common. A connector of your own gets it by naming its product.
public protocol FreshworksClient: Sendable {
    /// The product that the client calls.
    static var product: FreshworksProduct { get }

    /// Sends the calls.
    var api: APIClient { get }

    /// Makes a client over a way to send calls of ``product``.
    init(api: APIClient)
}

extension FreshworksClient {
    /// Makes a client of an account.
    /// - Throws: ``FreshworksError`` when the account is of another product, or the credential cannot belong to it.
    public init(
        account: FreshworksAccount, provider: any CredentialProvider, runtime: FreshworksRuntime = .shared
    ) throws {
        guard account.product.name == Self.product.name else {
            throw FreshworksError(
                .invalidArgument, "the account is one of \(account.product.title), not of \(Self.product.title)",
                advice: "Use the client of that product.")
        }
        self.init(api: try APIClient(account: account, credential: provider, runtime: runtime))
    }

    /// Makes a client of what keeps an account and its credential together, such as a stored connection.
    /// - Parameter runtime: What keeps them together may have one of its own; ``FreshworksRuntime/shared`` if not.
    /// - Throws: ``FreshworksError`` when the account is of another product, or the credential cannot belong to it.
    public init(_ access: some AccountAccess, runtime: FreshworksRuntime? = nil) throws {
        try self.init(
            account: access.account, provider: access.credentialProvider,
            runtime: runtime ?? access.clientRuntime ?? .shared)
    }

    /// Makes the client that the environment describes.
    ///
    /// See ``FreshworksEnvironment`` for the variables. A secret in a file is read again when the file changes.
    /// - Throws: ``FreshworksError/Code/notConfigured``, naming the variables that would do; why a value was refused.
    public static func fromEnvironment(
        _ variables: [String: String] = ProcessInfo.processInfo.environment, runtime: FreshworksRuntime = .shared
    ) throws -> Self {
        let found = try FreshworksEnvironment.configuration(for: Self.product, variables: variables)
        return try Self(account: found.account, provider: found.provider, runtime: runtime)
    }

    /// The account that is called.
    public var account: FreshworksAccount { api.account }

    /// What is known of the account's rate limit; `nil` before the first call, and when a window has passed without one.
    public var rateLimit: RateLimit? {
        get async { await api.rateLimit }
    }

    /// The same client, keeping to a part of the account's rate limit so that other programs find calls left.
    /// - Parameter fraction: Above 0 and at most 1.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for what is no such part.
    public func limited(toShare fraction: Double) throws -> Self { Self(api: try api.limited(toShare: fraction)) }

    /// Sends a call that this library has no method for.
    /// - Throws: ``FreshworksError`` for everything but a readable 2xx answer; `CancellationError` when cancelled.
    public func send<Response>(
        _ endpoint: Endpoint<Response>, _ options: CallOptions = CallOptions()
    ) async throws -> Response {
        try await api.send(endpoint, options)
    }

    /// Sends a request given by method and path and returns the 2xx answer as it came.
    /// - Parameter path: Below the account's base URL, as the service's documentation prints it.
    /// - Throws: ``FreshworksError`` for every other status; `CancellationError` when cancelled.
    public func call(
        _ method: TransportRequest.Method, _ path: String, query: QueryItems = [:], body: JSONValue? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> TransportResponse {
        try await api.call(method, path, query: query, body: body, options: options)
    }
}
