import Foundation
import FreshworksCore

/// Leads, which Classic accounts have and those of the suite do not.
extension FreshsalesService {
    static let leads = FreshsalesRecords(
        "leads", noun: "lead", calls: [.create, .view, .update, .delete], needed: ["email", "mobile_number"],
        softDeletion: "is_deleted", rules: FreshsalesRecords.Rules(begin: beginLead, settle: settleLead)
    ) {
        RecordKey.texts(
            "first_name", "last_name", "job_title", "department", "address", "city", "state", "zipcode", "country")
        RecordKey.nulls("display_name", "avatar")
        RecordKey("email", .email.orNull)
        RecordKey("emails", .list(of: .object), []).readOnly
        RecordKey("phone_numbers", .list(of: .object), []).readOnly
        RecordKey.texts("mobile_number", "work_number", "time_zone", "facebook", "twitter", "linkedin")
        RecordKey.texts("medium", "keyword")
        RecordKey("company", .object.orNull)
        RecordKey("deal", .object.orNull)
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner").notInLists
        RecordKey("lead_stage_id", .integer.orNull).pointing(to: "lead_stages", "stage")
        RecordKey("lead_reason_id", .integer.orNull).pointing(to: "lead_reasons", "reason")
        RecordKey("lead_source_id", .integer.orNull).pointing(to: "lead_sources", "source")
        RecordKey("campaign_id", .integer.orNull).pointing(to: "campaigns", "campaign")
        RecordKey("territory_id", .integer.orNull).pointing(to: "territories", "territory")
        RecordKey("has_authority", .flag.orNull)
        RecordKey("do_not_disturb", .flag.orNull)
        RecordKey.nulls(
            "lead_quality", "email_status", "stage_updated_time", "last_seen", "last_contacted", "last_contacted_mode",
            "recent_note")
        RecordKey("lead_score", .integer, 0).readOnly
        RecordKey("record_type_id", .text, "71000000004").readOnly
    }

    static let leadRoutes = [
        gated(Route("POST", "leads/{id}/convert", scope: "leads.edit", convert)),
        gated(
            Route("GET", "leads/{id}/activities", scope: "leads.view") { (request, service) throws(SandboxReply) in
                _ = try service.record(of: leads, request)
                return .json(200, ["activities": []])
            }),
    ]

    /// An account without leads answers as if it had never heard of them.
    static func gated(_ route: Route<FreshsalesService>) -> Route<FreshsalesService> {
        let path = route.pattern.text
        guard path == "leads" || path.hasPrefix("leads/") else { return route }
        return Route(route.method, route.pattern.text, scope: route.scopes.first, or: route.scopes.dropFirst().first) {
            (request, service) throws(SandboxReply) in
            guard service.hasLeads else { throw FreshsalesReplies.notFoundPage }
            return try route.handler(request, &service)
        }
    }

    @Sendable private static func beginLead(_ lead: inout JSONObject, _ service: FreshsalesService) {
        begin(&lead, service)
        let path = "/leads/\(lead["id"] ?? .null)"
        lead["links"] = [
            "conversations": .string("\(path)/conversations"), "activities": .string("\(path)/activities"),
        ]
        lead["lead_stage_id"] = FreshsalesSelectors.all["lead_stages"]?.first?["id"]
    }

    private static func settleLead(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        if !writing.isNew { writing.record["updater_id"] = service.me["id"] }
        let names = ["first_name", "last_name"].compactMap { writing.record[$0]?.stringValue }
        writing.record["display_name"] =
            names.isEmpty ? writing.record["email"] : .string(names.joined(separator: " "))
        if writing["lead_stage_id"] != nil { writing.record["stage_updated_time"] = .zoned(writing.request.now) }
    }

    /// Makes a contact, and of what else the lead tells an account and a deal; the lead goes.
    private static func convert(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let changes = try service.body(of: request, leads)
        let writing = service.judge(changes, of: try service.record(of: leads, request), leads, request)
        let lead = try service.write(writing, leads).record
        var answer = JSONObject()
        func make(
            _ body: JSONObject, _ collection: FreshsalesRecords
        ) throws(SandboxReply) -> JSONValue? {
            let body = JSONObject(body.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
            let made = try service.write(
                service.judge(RecordBody(object: body), of: nil, collection, request), collection)
            answer[collection.noun] = service.show(made.record, .single, collection, request)
            return made.record["id"]
        }
        let account = try lead["company"]?.objectValue.map { (company) throws(SandboxReply) in
            try make(company, accounts) ?? .null
        }
        var contact = JSONObject(
            ["first_name", "last_name", "email", "mobile_number", "job_title", "city"].map { ($0, lead[$0] ?? .null) })
        if let account { contact["sales_accounts"] = [["id": account, "is_primary": true]] }
        let person = try make(contact, contacts)
        if var deal = lead["deal"]?.objectValue {
            deal["sales_account_id"] = account
            deal["contacts_added_list"] = .array([person].compactMap(\.self))
            _ = try make(deal, deals)
        }
        service.remove(lead, leads)
        return .json(200, .object(answer))
    }
}
