import Foundation
import FreshworksCore

/// Freshchat's API v2 in memory. Source: developers.freshchat.com/api.
struct FreshchatService: SandboxService {
    var token: IssuedCredential
    var window: RateWindow
    let sendsRetryAfter: Bool
    let account: FreshchatAccount
    let directory: FreshchatDirectory
    var users: RecordStore<String, JSONObject>
    var agents: RecordStore<String, JSONObject>
    var conversations: RecordStore<String, FreshchatConversation>
    /// Ids of what is created.
    var ids: SeededGenerator

    private static let router = Router(
        accountRoutes, agentRoutes, directoryRoutes, userRoutes, conversationRoutes, messageRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        token = IssuedCredential(seed: options.seed, purpose: "freshchat token", invent: FreshchatToken.invent)
        window = RateWindow(limit: options.freshchatCallsPerMinute, length: 60, start: .firstCall)
        sendsRetryAfter = options.freshchatSendsRetryAfter
        account = FreshchatAccount(options)
        directory = FreshchatDirectory(options)
        users = FreshchatUser.seeded(options, now: now)
        agents = FreshchatAgent.seeded(options, directory, now: now)
        conversations = FreshchatConversation.seeded(
            options, users: users.all, channels: directory.channels, account: account)
        ids = SeededGenerator(seed: options.seed, purpose: "freshchat ids")
    }

    func judge(_ request: SandboxRequest) -> CredentialUse {
        guard let presented = request.headers.authorization("Bearer") else { return .missing }
        let own = token.judge(presented)
        return own == .unknown ? request.bearer?.use ?? .unknown : own
    }

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply {
        var reply: SandboxReply
        if window.take(at: request.now) {
            do { reply = try handle(request, credential) } catch { reply = error }
        } else {
            reply = FreshchatReplies.error(429, "TOO_MANY_REQUESTS", "Too many requests")
            if sendsRetryAfter { reply.add("Retry-After", window.secondsLeft(at: request.now)) }
        }
        reply.add("X-RateLimit-Limit", window.limit)
        reply.add("X-RateLimit-Remaining", window.remaining)
        reply.add("X-RateLimit-Reset", Int(window.end.timeIntervalSince1970.rounded(.up)))
        reply.add("X-Trace-ID", request.traceID)
        return reply
    }

    private mutating func handle(
        _ request: SandboxRequest, _ credential: CredentialUse
    ) throws(SandboxReply)
        -> SandboxReply
    {
        guard credential.isLive else {
            throw FreshchatReplies.error(401, "UNAUTHENTICATED", "Authentication failed")
        }
        guard request.hasScope(of: .freshchat) else {
            throw FreshchatReplies.error(403, "FORBIDDEN", "the token has no scope for this account")
        }
        switch Self.router.match(request.method, request.path) {
        case .none: throw FreshchatReplies.error(404, "NOT_FOUND", "resource not found")
        case .otherMethods(let methods):
            var reply = FreshchatReplies.error(405, "METHOD_NOT_ALLOWED", "method not allowed")
            reply.add("Allow", methods.joined(separator: ", "))
            throw reply
        case .route(let handler, let parameters):
            var request = request
            request.parameters = parameters
            return try handler(request, &self)
        }
    }
}
