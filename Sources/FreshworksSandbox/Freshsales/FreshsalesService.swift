import Foundation
import FreshworksCore

/// The Freshsales API of the suite in memory. Source: developers.freshworks.com/crm/api.
struct FreshsalesService: SandboxService {
    var key: IssuedCredential
    var window: RateWindow
    let sendsRetryAfter: Bool
    let owners: [JSONObject]
    private var records: [FreshsalesModule: RecordStore<Int64, JSONObject>] = [:]
    private var lastID: Int64 = 70_200_500_000

    private static let router = Router(
        FreshsalesModule.contacts.routes, FreshsalesModule.accounts.routes, FreshsalesModule.deals.routes,
        selectorRoutes, fieldRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        key = IssuedCredential(seed: options.seed, purpose: "freshsales key") { "invented_" + $0.alphanumerics(13) }
        window = RateWindow(limit: options.freshsalesCallsPerHour, length: 3600, start: .calendar)
        sendsRetryAfter = options.freshsalesSendsRetryAfter
        owners = Self.seededOwners(options)
        seed(options, now: now)
    }

    /// The user whom the key belongs to.
    var me: JSONObject { owners[0] }

    subscript(module: FreshsalesModule, id: Int64) -> JSONObject? {
        get { records[module]?[id] }
        set { records[module, default: RecordStore()][id] = newValue }
    }

    func all(_ module: FreshsalesModule) -> [JSONObject] { records[module]?.all ?? [] }

    /// Ids of all kinds of records come from one sequence and are never used again.
    mutating func takeID() -> Int64 {
        lastID += 1
        return lastID
    }

    func judge(_ request: SandboxRequest) -> CredentialUse {
        if let bearer = request.bearer { return bearer.use }
        guard let value = request.headers.authorization("Token"), value.hasPrefix("token=") else { return .missing }
        return key.judge(String(value.dropFirst("token=".count)))
    }

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply {
        var reply: SandboxReply
        if window.take(at: request.now) {
            do { reply = try handle(request, credential) } catch { reply = error }
        } else {
            reply = FreshsalesReplies.errors(429, "You have exceeded the limit of requests per hour")
            if sendsRetryAfter { reply.add("Retry-After", window.secondsLeft(at: request.now)) }
        }
        reply.add("x-ratelimit-limit", window.limit)
        reply.add("x-ratelimit-remaining", window.remaining)
        reply.add("x-ratelimit-reset", Self.stamp(window.end))
        return reply
    }

    private mutating func handle(
        _ request: SandboxRequest, _ credential: CredentialUse
    ) throws(SandboxReply)
        -> SandboxReply
    {
        guard credential.isLive else {
            throw .json(401, ["login": "failed", "message": .null])
        }
        guard request.hasScope(of: .freshsales) else { throw FreshsalesReplies.noView }
        guard case .route(let handler, let parameters) = Self.router.match(request.method, request.path) else {
            throw FreshsalesReplies.notFoundPage
        }
        var request = request
        request.parameters = parameters
        return try handler(request, &self)
    }

    /// `DDMMYYHHMMSS` in UTC, the one spelling of the reset time that was ever seen.
    private static func stamp(_ date: Date) -> String {
        let text = date.formatted(.iso8601)  // 2025-03-04T09:12:33Z
        let digits = text.filter(\.isNumber)
        return String(digits.dropFirst(6).prefix(2) + digits.dropFirst(4).prefix(2) + digits.dropFirst(2).prefix(2))
            + digits.dropFirst(8)
    }
}
