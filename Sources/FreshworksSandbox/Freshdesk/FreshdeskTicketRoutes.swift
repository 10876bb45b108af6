import Foundation
import FreshworksCore

extension FreshdeskService {
    static let ticketRoutes = [
        Route<FreshdeskService>("GET", "tickets") { request, service throws(SandboxReply) in
            try service.listTickets(request)
        },
        Route<FreshdeskService>("POST", "tickets") { request, service throws(SandboxReply) in
            try service.createTicket(request)
        },
        Route<FreshdeskService>("GET", "tickets/{id}") { request, service throws(SandboxReply) in
            try service.viewTicket(request)
        },
        Route<FreshdeskService>("PUT", "tickets/{id}") { request, service throws(SandboxReply) in
            try service.updateTicket(request)
        },
        Route<FreshdeskService>("DELETE", "tickets/{id}") { request, service throws(SandboxReply) in
            let index = try service.changeableTicketIndex(request)
            try request.checkBare()
            service.tickets[index].isDeleted = true
            service.tickets[index].updatedAt = request.now
            return .empty(204)
        },
        Route<FreshdeskService>("PUT", "tickets/{id}/restore") { request, service throws(SandboxReply) in
            let index = try service.ticketIndex(request)
            guard service.tickets[index].isDeleted else { throw .empty(404) }
            try request.checkBare()
            service.tickets[index].isDeleted = false
            service.tickets[index].updatedAt = request.now
            return .empty(204)
        },
    ]

    private static let commonFields = [
        FreshdeskField("requester_id", .id), FreshdeskField("email", .email), FreshdeskField("phone", .text),
        FreshdeskField("facebook_id", .text), FreshdeskField("twitter_id", .text),
        FreshdeskField("unique_external_id", .text), FreshdeskField("name", .text),
        FreshdeskField("description", .text, required: true),
        FreshdeskField(
            "type", .oneOfTexts(["Question", "Incident", "Problem", "Feature Request", "Refund"]), nullable: true),
        FreshdeskField("status", .oneOf([2, 3, 4, 5, 6, 7])), FreshdeskField("priority", .oneOf([1, 2, 3, 4])),
        FreshdeskField("source", .oneOf([1, 2, 3, 7, 9, 10])),
        FreshdeskField("responder_id", .id, nullable: true), FreshdeskField("group_id", .id, nullable: true),
        FreshdeskField("company_id", .id, nullable: true), FreshdeskField("product_id", .id, nullable: true),
        FreshdeskField("email_config_id", .id, nullable: true),
        FreshdeskField(
            "custom_fields",
            .custom([
                FreshdeskField("cf_region", .text, nullable: true), FreshdeskField("cf_locked", .flag, nullable: true),
                FreshdeskField("cf_seats", .number, nullable: true),
                FreshdeskField("cf_renewal_on", .date, nullable: true),
            ])),
        FreshdeskField("tags", .texts), FreshdeskField("due_by", .time, nullable: true),
        FreshdeskField("fr_due_by", .time, nullable: true), FreshdeskField("parent_id", .id),
        FreshdeskField("internal_agent_id", .id, nullable: true),
        FreshdeskField("internal_group_id", .id, nullable: true),
        FreshdeskField("lookup_parameter", .oneOfTexts(["display_id", "primary_field_value"])),
        FreshdeskField("attachments", .files),
    ]

    /// The default form wants a subject and a description, and fills in the rest.
    private static let createFields =
        commonFields + [
            FreshdeskField("subject", .text, required: true), FreshdeskField("cc_emails", .emails, nullable: true),
            FreshdeskField("related_ticket_ids", .ids),
        ]

    private static let updateFields = commonFields + [FreshdeskField("subject", .text, nullable: true)]

    func ticketIndex(_ request: SandboxRequest) throws(SandboxReply) -> Int {
        let id = try request.id()
        guard let index = ticketIndex(of: id) else { throw .empty(404) }
        return index
    }

    /// Tickets are numbered from 1 and never leave, so that a ticket's place follows from its number.
    private func ticketIndex(of id: Int64) -> Int? { id >= 1 && id <= tickets.count ? Int(id) - 1 : nil }

    /// The place of a ticket that is neither deleted nor spam.
    func changeableTicketIndex(_ request: SandboxRequest) throws(SandboxReply) -> Int {
        let index = try ticketIndex(request)
        guard !tickets[index].isFrozen else { throw FreshdeskReplies.frozen(request) }
        return index
    }

    private func viewTicket(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let index = try ticketIndex(request)
        var validation = FreshdeskValidation()
        validation.allowOnly(["include"], in: request.query)
        let include = validation.choices("include", of: FreshdeskTicket.viewIncludes, in: request.query)
        try validation.finish()
        return .json(200, view(tickets[index], include: include, request))
    }

    private mutating func createTicket(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.createFields, &validation)
        checkRequester(body, isRequired: true, &validation)
        check(body, of: nil, now: request.now, &validation)
        try validation.finish()

        let requesterID = findOrCreateRequester(body, now: request.now) ?? 0
        var ticket = FreshdeskTicket(
            id: Int64(tickets.count + 1), requesterID: requesterID, createdAt: request.now, updatedAt: request.now)
        ticket.apply(body, now: request.now)
        if body["company_id"] == nil {
            let company = contacts.first { $0.id == requesterID }?.companyID
            ticket.fields["company_id"] = company.map { .int($0) } ?? .null
        }
        ticket.attachments = attachments.add(body.files("attachments"), now: request.now)
        tickets.append(ticket)
        associate(tickets.count - 1, body)
        return FreshdeskReplies.created(
            .object(created(tickets[tickets.count - 1], request)), at: "tickets/\(ticket.id)", request)
    }

    private mutating func updateTicket(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let index = try changeableTicketIndex(request)
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.updateFields, isUpdate: true, &validation)
        checkRequester(body, isRequired: false, &validation)
        check(body, of: tickets[index], now: request.now, &validation)
        try validation.finish()

        if let requesterID = findOrCreateRequester(body, now: request.now) { tickets[index].requesterID = requesterID }
        tickets[index].apply(body, now: request.now)
        tickets[index].attachments += attachments.add(body.files("attachments"), now: request.now)
        associate(index, body)
        return .json(200, .object(full(tickets[index], request)))
    }

    private func check(
        _ body: FreshdeskBody, of ticket: FreshdeskTicket?, now: Date, _ validation: inout FreshdeskValidation
    ) {
        let agentIDs = Set(agents.map(\.id))
        for (name, record, known) in [
            ("responder_id", "agent", agentIDs), ("internal_agent_id", "agent", agentIDs),
            ("group_id", "group", FreshdeskDirectory.groups),
            ("internal_group_id", "group", FreshdeskDirectory.groups),
            ("company_id", "company", Set(FreshdeskDirectory.companies.map(\.id))),
            ("product_id", "product", FreshdeskDirectory.products),
            ("email_config_id", "email config", FreshdeskDirectory.mailboxes),
        ] {
            if let id = body[name]?.int64Value, !known.contains(id) { validation.refuseUnknown(record, name) }
        }
        let related = (body["related_ticket_ids"]?.arrayValue ?? []).compactMap(\.int64Value)
        for (name, ids) in [
            ("parent_id", [body["parent_id"]?.int64Value].compactMap(\.self)), ("related_ticket_ids", related),
        ]
        where ids.contains(where: { id in id == ticket?.id || ticketIndex(of: id).map { tickets[$0].isFrozen } ?? true }
        ) {
            validation.refuseUnknown("ticket", name)
        }
        for name in ["subject", "description"] where ticket?.fields["source"] == 10 && body[name] != nil {
            validation.refuse(name, "incompatible_field", "It cannot be changed on outbound tickets")
        }
        check(body.files("attachments"), on: ticket?.id, &validation)
        checkDueTimes(body, now: now, &validation)
    }

    private func checkDueTimes(_ body: FreshdeskBody, now: Date, _ validation: inout FreshdeskValidation) {
        let names = ["due_by", "fr_due_by"]
        for (name, other) in zip(names, names.reversed()) where body[name]?.isNull != body[other]?.isNull {
            validation.refuse(name, "invalid_value", "It should be set together with \(other)")
            return
        }
        guard let due = body.time("due_by"), let firstResponse = body.time("fr_due_by") else { return }
        for (name, time) in [("due_by", due), ("fr_due_by", firstResponse)] where time <= now {
            validation.refuse(name, "invalid_value", "It should be in the future")
        }
        if due < firstResponse { validation.refuse("fr_due_by", "invalid_value", "It should not be after due_by") }
    }

    /// Makes a ticket the child of its parent, or the tracker of its related tickets.
    private mutating func associate(_ index: Int, _ body: FreshdeskBody) {
        let id = tickets[index].id
        func others(_ ids: [Int64]) -> [Int] { ids.compactMap { ticketIndex(of: $0) } }
        if let parentID = body["parent_id"]?.int64Value {
            tickets[index].associationType = 2
            tickets[index].associated = [parentID]
            for parent in others([parentID]) {
                tickets[parent].associationType = 1
                if !tickets[parent].associated.contains(id) { tickets[parent].associated.append(id) }
            }
        } else if let related = body["related_ticket_ids"]?.arrayValue?.compactMap(\.int64Value), !related.isEmpty {
            tickets[index].associationType = 3
            tickets[index].associated = related
            for other in others(related) {
                tickets[other].associationType = 4
                tickets[other].associated = [id]
            }
        }
    }
}
