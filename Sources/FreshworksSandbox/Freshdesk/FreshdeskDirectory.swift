import Foundation
import FreshworksCore

/// Companies, groups and roles, and what requests may point to though it has no calls of its own here.
extension FreshdeskService {
    static let companies = FreshdeskRecords(
        "companies", noun: "company", firstID: 70_000_555_000, filters: [.since("updated_since")],
        rules: FreshdeskRecords.Rules(removed: unlinkCompany, order: byText("name"))
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description", "note")
        RecordKey("domains", .texts, [])
        RecordKey("health_score", .choice("At risk", "Doing okay", "Happy").orNull)
        RecordKey("account_tier", .choice("Basic", "Premium", "Enterprise").orNull)
        RecordKey("renewal_date", .dayAsTime.orNull)
        RecordKey("industry", .choice("Automotive", "Financial Services", "Software", "Telecommunications").orNull)
        RecordKey.custom("custom_fields")
        RecordKey("lookup_parameter", .choice("display_id", "primary_field_value")).onlyInRequests
    }

    static let groups = FreshdeskRecords(
        "groups", noun: "group", firstID: 70_000_010_000,
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, kept: keepMembers, removed: unlinkGroup, order: byText("name"),
            show: showMembers)
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description")
        RecordKey("escalate_to", .id.orNull).pointing(to: "agents", "agent")
        RecordKey(
            "unassigned_for", .choice("30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d").orNull, "30m")
        RecordKey("agent_ids", .ids, []).pointing(to: "agents", "agent").onlyIfAsked
        RecordKey("auto_ticket_assign", .number(of: [0, 1]), 0)
        RecordKey("business_hour_id", .id.orNull).readOnly
        RecordKey("group_type", .choice("support_agent_group", "field_agent_group"), "support_agent_group").creationOnly
    }

    static let roles = FreshdeskRecords(
        "roles", noun: "role", firstID: 70_000_379_700, calls: [.list, .view],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator)
    ) {
        RecordKey("name", .filled).required
        RecordKey("description", .text, "")
        RecordKey("default", .flag, true)
        RecordKey("agent_type", .number(of: [1, 2, 3]), 1)
    }

    static let mailboxes = FreshdeskRecords(
        "email_configs", noun: "email config", firstID: 70_000_700_000, calls: [.list, .view],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator)
    ) {
        RecordKey("name", .filled).required
        RecordKey("product_id", .id.orNull).pointing(to: "products", "product")
        RecordKey("to_email", .address, "acmefreshdeskcom@acme.freshdesk.com")
        RecordKey("reply_email", .address, "support@acme.freshdesk.com")
        RecordKey("group_id", .id.orNull).pointing(to: "groups", "group")
        RecordKey("primary_role", .flag, true)
        RecordKey("active", .flag, true)
    }

    static let agentRole: Int64 = 70_000_379_708
    /// The roles that make an administrator; the account's own comes first.
    static let administratorRoles: [JSONValue] = [70_000_379_706, 70_000_379_707]

    /// Contacts and tickets of a company that is deleted belong to none.
    @Sendable private static func unlinkCompany(
        _ company: JSONObject, _ service: inout FreshdeskService, _ request: SandboxRequest
    ) {
        for collection in [contacts, tickets] {
            service.change(collection, where: { $0["company_id"] == company["id"] }) { record in
                record["company_id"] = .null
                if collection.path == "contacts" { record["view_all_tickets"] = .null }
            }
        }
    }

    @Sendable private static func unlinkGroup(
        _ group: JSONObject, _ service: inout FreshdeskService, _ request: SandboxRequest
    ) {
        service.setMembers([], of: group["id"] ?? .null)
        if let twin = service[adminGroups, group["id"]] { service.remove(twin, adminGroups) }
        for key in ["group_id", "internal_group_id"] {
            service.change(tickets, where: { $0[key] == group["id"] }) { $0[key] = .null }
        }
    }

    @Sendable private static func keepMembers(_ writing: inout Writing, _ service: inout FreshdeskService) {
        service.keepTwin(of: writing.record, at: writing.request.now)
        guard let members = writing["agent_ids"]?.arrayValue else { return }
        service.setMembers(members, of: writing.record["id"] ?? .null)
    }

    /// Who is in a group stands with the agents, who tell it too.
    mutating func setMembers(_ members: [JSONValue], of group: JSONValue) {
        change(Self.agents, where: { _ in true }) { agent in
            var groups = (agent["group_ids"]?.arrayValue ?? []).filter { $0 != group }
            if members.contains(agent["id"] ?? .null) { groups.append(group) }
            agent["group_ids"] = .array(groups)
        }
    }

    @Sendable private static func showMembers(
        _ shown: inout JSONObject, _ group: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        guard view != .row, let id = group["id"] else { return }
        shown["agent_ids"] = .array(service.members(of: id).compactMap { $0["id"] })
    }

    mutating func seedDirectory() {
        plant(Self.companies, ["Globex", "Initech"]) { company, name in
            company["domains"] = [.string("\(name.lowercased()).example")]
        }
        plant(Self.groups, ["Support", "Billing"])
        for group in all(Self.groups) { keepTwin(of: group, at: .init(timeIntervalSince1970: 1_735_689_600)) }
        plant(Self.roles, ["Account Administrator", "Administrator", "Agent", "Supervisor"], after: 5)
        plant(Self.roles, ["Ticket Collaborator", "Analytics Collaborator"], after: 9) { role, _ in
            role["agent_type"] = 3
        }
        plant(Self.products, ["Chairs"])
        plant(Self.mailboxes, ["Support"])
        for (index, name) in ["French", "Billing"].enumerated() {
            plant(Self.skills, [name], after: Int64(index)) { skill, _ in skill["rank"] = .int(index + 1) }
        }
    }

    /// Records that were there long before the sandbox.
    mutating func plant(
        _ collection: FreshdeskRecords, _ names: [String], after offset: Int64 = 0,
        _ fill: (inout JSONObject, String) -> Void = { _, _ in }
    ) {
        for (index, name) in names.enumerated() {
            let id = JSONValue.int(collection.firstID + offset + Int64(index) + 1)
            var record = blank(collection, id: id, at: .init(timeIntervalSince1970: 1_735_689_600))
            record["name"] = .string(name)
            fill(&record, name)
            spendID(id, of: collection)
            keep(record, collection)
        }
    }
}
