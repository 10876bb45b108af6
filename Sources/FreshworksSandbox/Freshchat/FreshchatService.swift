import Foundation
import FreshworksCore

/// Freshchat's API v2 in memory. Source: developers.freshchat.com/api.
struct FreshchatService: RecordService {
    var token: IssuedCredential
    var window: CallWindow
    let sendsRetryAfter: Bool
    let account: FreshchatAccount
    var shelves: [String: RecordShelf<String>] = emptyShelves()
    /// Ids of what is created.
    var ids: SeededGenerator
    /// How many records were made.
    var made = 0
    var outbound = FreshchatOutbound()
    var reports = FreshchatReports()
    /// Events that no webhook was told of yet.
    var outbox: [JSONObject] = []
    /// Whether events are told; what the account starts with is none.
    var isOpen = false

    static let product = Sandbox.Product.freshchat
    static let routesFirst = false
    static let collections = [users, agents, conversations, messages, groups, channels, roles]
    static let router = Router(
        accountRoutes, agentRoutes, userRoutes, fieldRoutes, messageRoutes, uploadRoutes, outboundRoutes, metricRoutes,
        reportRoutes, collectionRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        token = IssuedCredential(seed: options.seed, purpose: "freshchat token", invent: FreshchatToken.invent)
        window = CallWindow(limit: options.freshchatCallsPerMinute, length: 60, start: .firstCall)
        sendsRetryAfter = options.freshchatSendsRetryAfter
        account = FreshchatAccount(options)
        ids = SeededGenerator(seed: options.seed, purpose: "freshchat ids")
        seedDirectory(options)
        seedUsers(options, now: now)
        seedAgents(options, now: now)
        seedConversations(options)
        isOpen = true
    }

    func judge(_ request: SandboxRequest) -> CredentialUse {
        guard let presented = request.headers.authorization("Bearer") else { return .missing }
        let own = token.judge(presented)
        return own == .unknown ? request.bearer?.use ?? .unknown : own
    }

    mutating func count(_ request: SandboxRequest) -> SandboxReply? {
        guard !window.take(at: request.now) else { return nil }
        var reply = FreshchatReplies.error(429, "TOO_MANY_REQUESTS", "Too many requests")
        if sendsRetryAfter { reply.add("Retry-After", window.secondsLeft(at: request.now)) }
        label(&reply, request)
        return reply
    }

    func label(_ reply: inout SandboxReply, _ request: SandboxRequest) {
        reply.add("X-RateLimit-Limit", window.limit)
        reply.add("X-RateLimit-Remaining", window.remaining)
        reply.add("X-RateLimit-Reset", Int(window.end.timeIntervalSince1970.rounded(.up)))
        reply.add("X-Trace-ID", request.traceID)
    }

    static func refuse(_ reason: Refusal, _ request: SandboxRequest) -> SandboxReply {
        switch reason {
        case .unauthenticated: return FreshchatReplies.error(401, "UNAUTHENTICATED", "Authentication failed")
        case .outOfScope: return FreshchatReplies.error(403, "FORBIDDEN", "the token has no scope for this account")
        case .noRoute: return FreshchatReplies.error(404, "NOT_FOUND", "resource not found")
        case .otherMethods(let methods):
            var reply = FreshchatReplies.error(405, "METHOD_NOT_ALLOWED", "method not allowed")
            reply.add("Allow", methods.joined(separator: ", "))
            return reply
        }
    }
}
