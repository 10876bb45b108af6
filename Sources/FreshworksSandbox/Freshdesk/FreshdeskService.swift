import Foundation
import FreshworksCore

/// Freshdesk's API v2 in memory. Source: developers.freshdesk.com/api.
struct FreshdeskService: SandboxService {
    var key: IssuedCredential
    let login: Login
    var window: RateWindow
    var agents: [FreshdeskAgent]
    var tickets: [FreshdeskTicket]

    struct Login: Sendable {
        let email: String
        let password: String
    }

    private static let router = Router(agentRoutes, ticketRoutes, settingsRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        key = IssuedCredential(seed: options.seed, purpose: "freshdesk key") { "invented" + $0.alphanumerics(12) }
        window = RateWindow(limit: options.freshdeskCallsPerMinute, length: 60, start: .firstCall)
        agents = FreshdeskAgent.seeded(options, now: now)
        tickets = FreshdeskTicket.seeded(options, agents: agents.map(\.id), now: now)
        var generator = SeededGenerator(seed: options.seed, purpose: "freshdesk password")
        login = Login(email: agents[0].person.email, password: "invented-" + generator.alphanumerics(9))
    }

    func judge(_ headers: HeaderFields) -> CredentialUse {
        guard let encoded = headers.authorization("Basic") else { return .missing }
        guard let data = Data(base64Encoded: encoded), let text = String(data: data, encoding: .utf8),
            // RFC 7617 §2: neither part may hold control characters; `echo key:X | base64` adds one.
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let colon = text.firstIndex(of: ":")
        else { return .unknown }
        let user = String(text[..<colon])
        let password = text[text.index(after: colon)...]
        if user.equalsIgnoringCase(login.email) {
            return password.utf8.elementsEqual(login.password.utf8) ? .current(revision: 1) : .unknown
        }
        return key.judge(user)
    }

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply {
        guard window.take(at: request.now) else {
            // The service says "hour" although the window is a minute, and sends no other rate header.
            var reply = SandboxReply.json(429, ["message": "You have exceeded the limit of requests per hour"])
            reply.add("Retry-After", window.secondsLeft(at: request.now))
            return reply
        }
        var reply: SandboxReply
        do { reply = try handle(request, credential) } catch { reply = error }
        reply.add("X-Freshdesk-API-Version", "latest=v2; requested=v2")
        reply.add("X-RateLimit-Total", window.limit)
        reply.add("X-RateLimit-Remaining", window.remaining)
        reply.add("X-RateLimit-Used-CurrentRequest", 1)
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
            guard Self.acceptsJSON(request.headers["Accept"]) else { throw .empty(406) }
            var request = request
            request.parameters = parameters
            return try handler(request, &self)
        }
    }

    private static func acceptsJSON(_ accept: String?) -> Bool {
        guard let accept else { return true }
        return accept.split(separator: ",").contains { range in
            let type = range.prefix { $0 != ";" }.filter { $0 != " " }
            return type.equalsIgnoringCase("application/json") || type == "*/*"
        }
    }
}
