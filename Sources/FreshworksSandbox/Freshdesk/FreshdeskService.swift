import Foundation
import FreshworksCore

/// Freshdesk's API v2 in memory. Source: developers.freshdesk.com/api.
struct FreshdeskService: RecordService {
    var key: IssuedCredential
    let agentKey: IssuedCredential
    let login: Login
    let seats: Int?
    let supportAddress: String
    /// How many seconds searches lag behind.
    let indexDelay: Double
    var rates: FreshdeskRates
    var shelves: [String: RecordShelf<Int64>] = emptyShelves()
    var attachments: FreshdeskAttachments
    var emailSettings = JSONObject(FreshdeskService.emailSwitches.map { ($0, JSONValue.bool(true)) })
    /// Who gets a blind copy of all that goes out.
    var copiedAddresses: JSONValue = []
    /// How many ids were given out, by the number that they are counted from.
    private var made: [Int64: Int64] = [:]

    struct Login: Sendable {
        let email: String
        let password: String
    }

    static let product = Sandbox.Product.freshdesk
    static let routesFirst = true
    static let collections = [
        agents, contacts, companies, groups, roles, tickets, conversations, products, mailboxes, skills,
        jobs, ratings, timeEntries, contactExports, companyExports, contactImports, companyImports,
        businessHours, slaPolicies, surveys,
        solutionCategories, solutionFolders, solutionArticles, cannedFolders, cannedResponses,
        adminTicketFields, fieldSections, contactFields, companyFields, customerSurveys, surveyResponses,
        emailMailboxes, adminGroups, objectRecords, ticketForms, formFields, automationRules, scenarios,
        forumCategories, forums, forumTopics, forumComments, threads, threadMessages, outboundMessages,
    ]
    static let router = Router(
        agentRoutes, ticketRoutes, conversationRoutes, attachmentRoutes, settingsRoutes,
        bulkRoutes, ticketPeopleRoutes, ticketExtraRoutes, forwardRoutes, timeEntryRoutes, jobRoutes,
        agentActionRoutes, contactActionRoutes, transferRoutes, searchRoutes, fieldRoutes,
        solutionRoutes, cannedRoutes, fieldAdminRoutes, customerSurveyRoutes, emailRoutes, adminGroupRoutes,
        customObjectRoutes, accountRoutes, formRoutes, automationRoutes, discussionRoutes, threadRoutes,
        collectionRoutes)

    init(_ options: Sandbox.Options, now: Date) {
        key = IssuedCredential(seed: options.seed, purpose: "freshdesk key") { "invented" + $0.alphanumerics(12) }
        agentKey = IssuedCredential(seed: options.seed, purpose: "freshdesk agent key") {
            "invented" + $0.alphanumerics(12)
        }
        seats = options.freshdeskSeats
        supportAddress = "support@\(options.account).freshdesk.com"
        indexDelay = options.freshdeskIndexDelay / .seconds(1)
        rates = FreshdeskRates(options)
        attachments = FreshdeskAttachments(seed: options.seed)
        var generator = SeededGenerator(seed: options.seed, purpose: "freshdesk password")
        login = Login(
            email: InventedPerson(0, at: "\(options.account).example").email,
            password: "invented-" + generator.alphanumerics(9))
        seedDirectory()
        seedHours()
        seedSurveys()
        seedSolutions()
        seedCanned()
        seedFields()
        seedCustomerSurveys()
        seedForms()
        seedAgents(options, now: now)
        seedContacts(now: now)
        seedTickets(options, now: now)
    }

    func judge(_ request: SandboxRequest) -> CredentialUse { identify(request).use }

    /// The agent whose credential a request carries.
    func caller(of request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        guard let agent = identify(request).agent else { throw FreshdeskReplies.unauthenticated }
        return agent
    }

    /// What a credential is worth, and the agent who owns it.
    private func identify(_ request: SandboxRequest) -> (use: CredentialUse, agent: JSONObject?) {
        func owned(_ use: CredentialUse, by id: Int64) -> (use: CredentialUse, agent: JSONObject?) {
            guard use.isLive else { return (use, nil) }
            // A key dies with its agent.
            guard let agent = self[Self.agents, .int(id)] else { return (.revoked(revision: 1), nil) }
            return (use, agent)
        }
        let (first, second) = (Self.firstAgent, Self.firstAgent + 1)
        if let bearer = request.bearer { return owned(bearer.use, by: first) }
        guard let encoded = request.headers.authorization("Basic") else { return (.missing, nil) }
        guard let data = Data(base64Encoded: encoded), let text = String(data: data, encoding: .utf8),
            // RFC 7617 §2: neither part may hold control characters; `echo key:X | base64` adds one.
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let colon = text.firstIndex(of: ":")
        else { return (.unknown, nil) }
        let user = String(text[..<colon])
        let password = text[text.index(after: colon)...]
        if user.equalsIgnoringCase(login.email) {
            let isRight = password.utf8.elementsEqual(login.password.utf8)
            return owned(isRight ? .current(revision: 1) : .unknown, by: first)
        }
        if agentKey.judge(user).isLive { return owned(.current(revision: 1), by: second) }
        return owned(key.judge(user), by: first)
    }

    mutating func count(_ request: SandboxRequest) -> SandboxReply? {
        guard let wait = rates.take(request) else { return nil }
        // The service says "hour" although the window is a minute, and sends no other rate header.
        var reply = SandboxReply.json(429, ["message": "You have exceeded the limit of requests per hour"])
        reply.add("Retry-After", wait)
        if rates.total.limit == 0 { reply.add("X-RateLimit-Total", 0) }
        return reply
    }

    func label(_ reply: inout SandboxReply, _ request: SandboxRequest) {
        reply.add("X-Freshdesk-API-Version", "latest=v2; requested=v2")
        reply.add("X-RateLimit-Total", rates.total.limit)
        reply.add("X-RateLimit-Remaining", rates.total.remaining)
        reply.add("X-RateLimit-Used-CurrentRequest", FreshdeskRates.cost(of: request))
        reply.add("X-Request-Id", request.traceID)
    }

    static func refuse(_ reason: Refusal, _ request: SandboxRequest) -> SandboxReply {
        switch reason {
        case .unauthenticated: FreshdeskReplies.unauthenticated
        case .outOfScope: FreshdeskReplies.accessDenied
        case .noRoute: .empty(404)
        case .otherMethods(let methods): FreshdeskReplies.wrongMethod(request.method, allowed: methods)
        }
    }

    static func admit(_ request: SandboxRequest) throws(SandboxReply) {
        guard let accept = request.headers["Accept"] else { return }
        let isAccepted = accept.split(separator: ",").contains { range in
            let type = range.prefix { $0 != ";" }.filter { $0 != " " }
            return type.equalsIgnoringCase("application/json") || type == "*/*"
        }
        guard isAccepted else { throw .empty(406) }
    }

    func nextID(of collection: FreshdeskRecords) -> JSONValue {
        .int(collection.firstID + (made[collection.firstID] ?? 0) + 1)
    }

    mutating func spendID(_ id: JSONValue, of collection: FreshdeskRecords) {
        let first = collection.firstID
        made[first] = max(made[first] ?? 0, (id.int64Value ?? 0) - first)
    }
}
