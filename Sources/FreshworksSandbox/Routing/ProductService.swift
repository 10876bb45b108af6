import FreshworksCore

/// A product's API. How a call is let in is the same for all of them; what they say is not.
protocol ProductService: SandboxService {
    static var product: Sandbox.Product { get }
    static var router: Router<Self> { get }
    /// Whether an unknown path is told before the credential is looked at.
    static var routesFirst: Bool { get }

    /// Counts a call.
    /// - Returns: The answer, if there is no room for it.
    mutating func count(_ request: SandboxRequest) -> SandboxReply?
    /// Adds what every answer tells.
    func label(_ reply: inout SandboxReply, _ request: SandboxRequest)
    static func refuse(_ reason: Refusal, _ request: SandboxRequest) -> SandboxReply
    /// Checks what is left to check before a handler has its say.
    static func admit(_ request: SandboxRequest) throws(SandboxReply)
}

/// Why a call does not come through.
enum Refusal: Sendable {
    case unauthenticated
    /// The access token has no scope for it.
    case outOfScope
    case noRoute
    case otherMethods([String])
}

extension ProductService {
    static func admit(_ request: SandboxRequest) throws(SandboxReply) {}

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply {
        if let refusal = count(request) { return refusal }
        var reply: SandboxReply
        do { reply = try handle(request, credential) } catch { reply = error }
        label(&reply, request)
        return reply
    }

    private mutating func handle(
        _ request: SandboxRequest, _ credential: CredentialUse
    ) throws(SandboxReply) -> SandboxReply {
        let match = Self.router.match(request.method, request.path)
        if Self.routesFirst { _ = try Self.found(match, request) }
        guard credential.isLive else { throw Self.refuse(.unauthenticated, request) }
        let isInScope = request.bearer?.opens(Self.product, match.found?.route.scopes ?? []) ?? true
        guard isInScope else { throw Self.refuse(.outOfScope, request) }
        let (route, parameters) = try Self.found(match, request)
        try Self.admit(request)
        var request = request
        request.parameters = parameters
        return try route.handler(request, &self)
    }

    private static func found(
        _ match: Router<Self>.Match, _ request: SandboxRequest
    ) throws(SandboxReply) -> (Route<Self>, parameters: [String: String]) {
        switch match {
        case .route(let route, let parameters): return (route, parameters)
        case .otherMethods(let methods): throw refuse(.otherMethods(methods), request)
        case .none: throw refuse(.noRoute, request)
        }
    }
}
