import Foundation
import FreshworksCore

/// The Freshsales API of the suite in memory. Source: developers.freshworks.com/crm/api.
struct FreshsalesService: RecordService {
    var key: IssuedCredential
    var window: CallWindow
    let sendsRateHeaders: Bool
    let sendsRetryAfter: Bool
    let owners: [JSONObject]
    var shelves: [String: RecordShelf<Int64>] = emptyShelves()
    var lastID: Int64 = 70_200_500_000
    /// The files and links of all records.
    var files: [JSONObject] = []
    /// What the service goes on with after a call, by the job's id.
    var jobs: [String: FreshsalesJob] = [:]
    /// Whether the account has leads, as Classic ones do.
    let hasLeads: Bool

    static let product = Sandbox.Product.freshsales
    static let routesFirst = false
    static let collections = [
        contacts, accounts, deals, leads, notes, tasks, appointments, activities, lists, products, cpqDocuments, orders,
    ]
    static let router = Router(
        listRoutes, collectionRoutes.map(gated), selectorRoutes, fieldRoutes, activityRoutes, leadRoutes, fileRoutes,
        cpqRoutes, customModuleRoutes, webAppRoutes, searchRoutes, jobRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        key = IssuedCredential(seed: options.seed, purpose: "freshsales key") { "invented_" + $0.alphanumerics(13) }
        window = CallWindow(limit: options.freshsalesCallsPerHour, length: 3600, start: .calendar)
        sendsRateHeaders = options.freshsalesSendsRateHeaders
        sendsRetryAfter = options.freshsalesSendsRetryAfter
        owners = Self.seededOwners(options)
        hasLeads = options.freshsalesHasLeads
        seed(options, now: now)
    }

    /// The user whom the key belongs to.
    var me: JSONObject { owners[0] }

    func judge(_ request: SandboxRequest) -> CredentialUse {
        if let bearer = request.bearer { return bearer.use }
        guard let value = request.headers.authorization("Token"), value.hasPrefix("token=") else { return .missing }
        return key.judge(String(value.dropFirst("token=".count)))
    }

    mutating func count(_ request: SandboxRequest) -> SandboxReply? {
        guard !window.take(at: request.now) else { return nil }
        var reply = FreshsalesReplies.errors(429, "You have exceeded the limit of requests per hour")
        if sendsRetryAfter { reply.add("Retry-After", window.secondsLeft(at: request.now)) }
        label(&reply, request)
        return reply
    }

    func label(_ reply: inout SandboxReply, _ request: SandboxRequest) {
        guard sendsRateHeaders else { return }
        reply.add("x-ratelimit-limit", window.limit)
        reply.add("x-ratelimit-remaining", window.remaining)
        reply.add("x-ratelimit-reset", Self.stamp(window.end))
    }

    static func refuse(_ reason: Refusal, _ request: SandboxRequest) -> SandboxReply {
        switch reason {
        case .unauthenticated: .json(401, ["login": "failed", "message": .null])
        case .outOfScope: FreshsalesReplies.noView
        case .noRoute, .otherMethods: FreshsalesReplies.notFoundPage
        }
    }

    /// `DDMMYYHHMMSS` in UTC, the one spelling of the reset time that was ever seen.
    private static func stamp(_ date: Date) -> String {
        let text = date.formatted(.iso8601)  // 2025-03-04T09:12:33Z
        let digits = text.filter(\.isNumber)
        return String(digits.dropFirst(6).prefix(2) + digits.dropFirst(4).prefix(2) + digits.dropFirst(2).prefix(2))
            + digits.dropFirst(8)
    }
}
