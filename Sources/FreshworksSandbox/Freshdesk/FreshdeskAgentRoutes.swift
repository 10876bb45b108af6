import FreshworksCore

extension FreshdeskService {
    static let agentRoutes = [
        Route<FreshdeskService>("GET", "agents/me") { request, service throws(SandboxReply) in
            try request.checkBare()
            return .json(200, try service.caller(of: request).json)
        },
        Route<FreshdeskService>("GET", "agents") { request, service throws(SandboxReply) in
            try service.listAgents(request)
        },
        Route<FreshdeskService>("POST", "agents") { request, service throws(SandboxReply) in
            try service.createAgent(request)
        },
        Route<FreshdeskService>("GET", "agents/{id}") { request, service throws(SandboxReply) in
            let index = try service.agentIndex(request)
            try request.checkBare()
            return .json(200, service.agents[index].json)
        },
        Route<FreshdeskService>("PUT", "agents/{id}") { request, service throws(SandboxReply) in
            try service.updateAgent(request)
        },
        Route<FreshdeskService>("DELETE", "agents/{id}") { request, service throws(SandboxReply) in
            try service.deleteAgent(request)
        },
    ]

    private static let changeableFields = [
        FreshdeskField("occasional", .flag), FreshdeskField("signature", .text, nullable: true),
        FreshdeskField("skill_ids", .ids), FreshdeskField("group_ids", .ids), FreshdeskField("role_ids", .ids),
        FreshdeskField("language", .text), FreshdeskField("time_zone", .text), FreshdeskField("focus_mode", .flag),
    ]

    private static let createFields =
        [
            FreshdeskField("email", .email, required: true),
            FreshdeskField("ticket_scope", .oneOf([1, 2, 3]), required: true),
            FreshdeskField("agent_type", .oneOf([1, 2, 3])), FreshdeskField("name", .text),
            FreshdeskField("phone", .text, nullable: true), FreshdeskField("mobile", .text, nullable: true),
            FreshdeskField("job_title", .text, nullable: true),
        ] + changeableFields

    /// Names, phones and job titles are managed in the organization's admin center instead.
    private static let updateFields =
        [FreshdeskField("email", .email), FreshdeskField("ticket_scope", .oneOf([1, 2, 3]))] + changeableFields

    /// All calls but `agents/me` need an administrator.
    private func requireAdministrator(_ request: SandboxRequest) throws(SandboxReply) -> FreshdeskAgent {
        let caller = try caller(of: request)
        guard caller.isAdministrator else { throw FreshdeskReplies.accessDenied }
        return caller
    }

    private func agentIndex(_ request: SandboxRequest) throws(SandboxReply) -> Int {
        _ = try requireAdministrator(request)
        let id = try request.id()
        guard let index = agents.firstIndex(where: { $0.id == id }) else { throw .empty(404) }
        return index
    }

    private func listAgents(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        _ = try requireAdministrator(request)
        var validation = FreshdeskValidation()
        let query = request.query
        validation.allowOnly(FreshdeskPage.parameters.union(["email", "mobile", "phone", "state"]), in: query)
        let page = FreshdeskPage(query, &validation)
        if query["state"] != nil { _ = validation.choice("state", of: ["fulltime", "occasional"], in: query) }
        try validation.finish()
        let found = agents.filter { agent in
            (query["email"].map { agent.email.equalsIgnoringCase($0) } ?? true)
                && ["mobile", "phone"].allSatisfy { name in
                    query[name].map { agent.contact[name] == .string($0) } ?? true
                }
                && (query["state"].map { ($0 == "fulltime") == agent.isFullTime } ?? true)
        }
        return page.reply(found.sorted { ($0.name, $0.id) < ($1.name, $1.id) }, to: request) { $0.row }
    }

    private mutating func createAgent(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        _ = try requireAdministrator(request)
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.createFields, &validation)
        checkMemberships(body, &validation)
        checkEmail(body, of: nil, &validation)
        try validation.finish()

        var agent = FreshdeskAgent(id: 0, createdAt: request.now, updatedAt: request.now)
        agent.apply(body, now: request.now)
        if agent.isFullTime { try checkSeat() }
        agent = FreshdeskAgent(
            id: makeUserID(), settings: agent.settings, contact: agent.contact, createdAt: request.now,
            updatedAt: request.now)
        if agent.contact["name"]?.isNull ?? true {
            agent.contact["name"] = .string(String(agent.email.prefix { $0 != "@" }))
        }
        let kinds: [Int64: String] = [2: "field_agent", 3: "collaborator"]
        agent.type = body["agent_type"]?.int64Value.flatMap { kinds[$0] } ?? "support_agent"
        agents.append(agent)
        return FreshdeskReplies.created(agent.json, at: "agents/\(agent.id)", request)
    }

    private mutating func updateAgent(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let index = try agentIndex(request)
        let id = agents[index].id
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.updateFields, isUpdate: true, &validation)
        checkMemberships(body, &validation)
        checkEmail(body, of: id, &validation)
        try validation.finish()
        let isOwn = try caller(of: request).id == id
        if isOwn, body["ticket_scope"] != nil || body["role_ids"] != nil {
            throw FreshdeskReplies.refusal(
                403, "inaccessible_field", "Nobody may change his own ticket scope or roles")
        }
        var agent = agents[index]
        agent.apply(body, now: request.now)
        if agent.isFullTime && !agents[index].isFullTime { try checkSeat() }
        agents[index] = agent
        return .json(200, agent.json)
    }

    /// The agent becomes a contact with the same id, and whatever was his is nobody's.
    private mutating func deleteAgent(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let index = try agentIndex(request)
        try request.checkBare()
        let agent = agents.remove(at: index)
        contacts.append(FreshdeskContact(agent, now: request.now))
        for index in tickets.indices where tickets[index].fields["responder_id"] == .int(agent.id) {
            tickets[index].fields["responder_id"] = JSONValue.null
        }
        return .empty(204)
    }

    private func checkSeat() throws(SandboxReply) {
        guard let seats, agents.filter(\.isFullTime).count >= seats else { return }
        throw FreshdeskReplies.noSeatLeft
    }

    private func checkEmail(_ body: FreshdeskBody, of id: Int64?, _ validation: inout FreshdeskValidation) {
        guard let email = body["email"]?.stringValue, let owner = user(email: email), owner != id else { return }
        validation.refuseDuplicate("email", of: owner)
    }

    private func checkMemberships(_ body: FreshdeskBody, _ validation: inout FreshdeskValidation) {
        for (name, record, known) in [
            ("group_ids", "group", FreshdeskDirectory.groups), ("role_ids", "role", FreshdeskDirectory.roles),
            ("skill_ids", "skill", FreshdeskDirectory.skills),
        ] {
            guard let ids = body[name]?.arrayValue?.compactMap(\.int64Value) else { continue }
            if !known.isSuperset(of: ids) { validation.refuseUnknown(record, name) }
            if name == "role_ids" && ids.isEmpty {
                validation.refuse(name, "invalid_value", "There should be at least one role")
            }
        }
    }
}
