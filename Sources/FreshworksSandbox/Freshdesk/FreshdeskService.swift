import Foundation
import FreshworksCore

/// Freshdesk's API v2 in memory. Source: developers.freshdesk.com/api.
struct FreshdeskService: SandboxService {
    var key: IssuedCredential
    let agentKey: IssuedCredential
    let login: Login
    let seats: Int?
    let supportAddress: String
    var rates: FreshdeskRates
    var agents: [FreshdeskAgent]
    var contacts: [FreshdeskContact]
    var tickets: [FreshdeskTicket]
    var conversations: [FreshdeskConversation] = []
    var attachments: FreshdeskAttachments
    var conversationsMade: Int64 = 0
    private var usersMade: Int64 = 0

    struct Login: Sendable {
        let email: String
        let password: String
    }

    private static let router = Router(
        agentRoutes, contactRoutes, ticketRoutes, conversationRoutes, attachmentRoutes, settingsRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        key = IssuedCredential(seed: options.seed, purpose: "freshdesk key") { "invented" + $0.alphanumerics(12) }
        agentKey = IssuedCredential(seed: options.seed, purpose: "freshdesk agent key") {
            "invented" + $0.alphanumerics(12)
        }
        seats = options.freshdeskSeats
        supportAddress = "support@\(options.account).freshdesk.com"
        rates = FreshdeskRates(options)
        agents = FreshdeskAgent.seeded(options, now: now)
        contacts = FreshdeskContact.seeded(now: now)
        tickets = FreshdeskTicket.seeded(options, agents: agents.map(\.id), now: now)
        attachments = FreshdeskAttachments(seed: options.seed)
        var generator = SeededGenerator(seed: options.seed, purpose: "freshdesk password")
        login = Login(
            email: InventedPerson(0, at: "\(options.account).example").email,
            password: "invented-" + generator.alphanumerics(9))
    }

    func judge(_ request: SandboxRequest) -> CredentialUse { identify(request).use }

    /// What a credential is worth, and the agent who owns it.
    private func identify(_ request: SandboxRequest) -> (use: CredentialUse, agent: FreshdeskAgent?) {
        func owned(_ use: CredentialUse, by id: Int64) -> (use: CredentialUse, agent: FreshdeskAgent?) {
            guard use.isLive else { return (use, nil) }
            // A key dies with its agent.
            guard let agent = agents.first(where: { $0.id == id }) else { return (.revoked(revision: 1), nil) }
            return (use, agent)
        }
        if let bearer = request.bearer { return owned(bearer.use, by: FreshdeskAgent.firstID) }
        guard let encoded = request.headers.authorization("Basic") else { return (.missing, nil) }
        guard let data = Data(base64Encoded: encoded), let text = String(data: data, encoding: .utf8),
            // RFC 7617 §2: neither part may hold control characters; `echo key:X | base64` adds one.
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let colon = text.firstIndex(of: ":")
        else { return (.unknown, nil) }
        let user = String(text[..<colon])
        let password = text[text.index(after: colon)...]
        if user.equalsIgnoringCase(login.email) {
            let isRight = password.utf8.elementsEqual(login.password.utf8)
            return owned(isRight ? .current(revision: 1) : .unknown, by: FreshdeskAgent.firstID)
        }
        if agentKey.judge(user).isLive { return owned(.current(revision: 1), by: FreshdeskAgent.firstID + 1) }
        return owned(key.judge(user), by: FreshdeskAgent.firstID)
    }

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply {
        if let wait = rates.take(request) {
            // The service says "hour" although the window is a minute, and sends no other rate header.
            var reply = SandboxReply.json(429, ["message": "You have exceeded the limit of requests per hour"])
            reply.add("Retry-After", wait)
            return reply
        }
        var reply: SandboxReply
        do { reply = try handle(request, credential) } catch { reply = error }
        reply.add("X-Freshdesk-API-Version", "latest=v2; requested=v2")
        reply.add("X-RateLimit-Total", rates.total.limit)
        reply.add("X-RateLimit-Remaining", rates.total.remaining)
        reply.add("X-RateLimit-Used-CurrentRequest", FreshdeskRates.cost(of: request))
        reply.add("X-Request-Id", request.traceID)
        return reply
    }

    private mutating func handle(
        _ request: SandboxRequest, _ credential: CredentialUse
    ) throws(SandboxReply)
        -> SandboxReply
    {
        switch Self.router.match(request.method, request.path) {
        case .none: throw .empty(404)
        case .otherMethods(let methods): throw FreshdeskReplies.wrongMethod(request.method, allowed: methods)
        case .route(let handler, let parameters):
            guard credential.isLive else { throw FreshdeskReplies.unauthenticated }
            guard request.hasScope(of: .freshdesk) else { throw FreshdeskReplies.accessDenied }
            guard Self.acceptsJSON(request.headers["Accept"]) else { throw .empty(406) }
            var request = request
            request.parameters = parameters
            return try handler(request, &self)
        }
    }

    /// The agent whose credential a request carries.
    func caller(of request: SandboxRequest) throws(SandboxReply) -> FreshdeskAgent {
        guard let agent = identify(request).agent else { throw FreshdeskReplies.unauthenticated }
        return agent
    }

    /// Agents and contacts share one sequence of large ids.
    mutating func makeUserID() -> Int64 {
        usersMade += 1
        return 70_042_000_000 + usersMade
    }

    private static func acceptsJSON(_ accept: String?) -> Bool {
        guard let accept else { return true }
        return accept.split(separator: ",").contains { range in
            let type = range.prefix { $0 != ";" }.filter { $0 != " " }
            return type.equalsIgnoringCase("application/json") || type == "*/*"
        }
    }
}
