import Foundation
import FreshworksCore

/// Groups as accounts since 2021 see them, and skills.
extension FreshdeskService {
    static let adminGroups = FreshdeskRecords(
        "admin/groups", noun: "group", firstID: 70_000_010_000,
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, kept: keepAdminGroup, removed: unlinkAdminGroup, order: byText("name"),
            show: { shown, group, _, service, _ in
                shown["agent_ids"] = .array(service.members(of: group["id"]).compactMap { $0["id"] })
            })
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description")
        RecordKey("type", .choice("support_agent_group", "field_agent_group"), "support_agent_group")
        RecordKey("escalate_to", .id.orNull).pointing(to: "agents", "agent")
        RecordKey("unassigned_for", .choice("30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d").orNull, "30m")
        RecordKey("agent_ids", .ids, []).pointing(to: "agents", "agent").onlyIfAsked
        RecordKey("business_calendar_id", .id.orNull).pointing(to: "business_hours", "business hour")
        RecordKey("allow_agents_to_change_availability", .flag, false)
        RecordKey("automatic_agent_assignment", assignment, ["enabled": false])
    }

    private static let assignment = JSONShape.object(
        [
            "enabled": .flag, "type": .choice("channel_specific"),
            "settings": .list(
                of: .object(
                    [
                        "channel": .choice("ticket", "chat"),
                        "assignment_type": .choice(
                            "round_robin", "skill_based_round_robin", "lbrr_by_omniroute", "intelli_assign"),
                        "assignment_type_settings": .object,
                    ], required: ["channel", "assignment_type"])),
        ], required: ["enabled"])

    static let skills = FreshdeskRecords(
        "admin/skills", noun: "skill", firstID: 70_000_020_000, calls: [.list, .create, .view, .delete],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator, settle: rankSkill)
    ) {
        RecordKey("name", .filled).required
        RecordKey("rank", .integer).updateOnly
        RecordKey("agents", .list(of: .object(["id": .id], required: ["id"])), []).pointing(to: "agents", "agent")
        RecordKey("match_type", .choice("all", "any"), "all")
        RecordKey("conditions", .objects, [])
    }

    static let adminGroupRoutes = [
        Route<FreshdeskService>("GET", "admin/groups/{id}/agents", scope: "admin_groups.view", listMembers),
        Route<FreshdeskService>("PATCH", "admin/groups/{id}/agents", scope: "admin_groups.edit", changeMembers),
        // A skill is patched; PUT is answered 405.
        Route<FreshdeskService>("PATCH", "admin/skills/{id}", scope: "admin_skills.edit") {
            (request, service) throws(SandboxReply) in try service.update(skills, request)
        },
    ]

    @Sendable private static func rankSkill(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        if writing.isNew { writing.record["rank"] = .int(service.all(skills).count + 1) }
    }

    func members(of group: JSONValue?) -> [JSONObject] {
        all(Self.agents).filter { agent in
            group.map { agent["group_ids"]?.arrayValue?.contains($0) ?? false } ?? false
        }
    }

    @Sendable private static func keepAdminGroup(_ writing: inout Writing, _ service: inout FreshdeskService) {
        if let members = writing["agent_ids"]?.arrayValue {
            service.setMembers(members, of: writing.record["id"] ?? .null)
        }
        // The older view of the same group.
        var twin = service[groups, writing.record["id"]] ?? service.blank(groups, at: writing.request.now)
        for key in ["id", "name", "description", "escalate_to", "unassigned_for", "created_at", "updated_at"] {
            twin[key] = writing.record[key]
        }
        twin["group_type"] = writing.record["type"]
        service.keep(twin, groups)
    }

    @Sendable private static func unlinkAdminGroup(
        _ group: JSONObject, _ service: inout FreshdeskService, _ request: SandboxRequest
    ) {
        guard let twin = service[groups, group["id"]] else { return }
        service.remove(twin, groups)
        groups.rules.removed(twin, &service, request)
    }

    /// What the newer view shows of a group that was written in the older one.
    mutating func keepTwin(of group: JSONObject, at now: Date) {
        var twin = self[Self.adminGroups, group["id"]] ?? blank(Self.adminGroups, id: group["id"], at: now)
        for key in ["name", "description", "escalate_to", "unassigned_for", "created_at", "updated_at"] {
            twin[key] = group[key]
        }
        twin["type"] = group["group_type"]
        keep(twin, Self.adminGroups)
    }

    private static func listMembers(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let group = try service.record(of: adminGroups, request)
        let page = FreshdeskPage(request.query, lastPage: .max)
        try service.refuse(request.query.strangers(besides: ["page", "per_page"]) + page.flaws, nil)
        return page.reply(service.members(of: group["id"]), to: request) { agent in
            [
                "id": agent["id"] ?? .null, "ticket_scope": agent["ticket_scope"] ?? .null, "write_access": true,
                "role_ids": agent["role_ids"] ?? [],
                "contact": [
                    "name": agent["contact"]?["name"] ?? .null, "avatar": [:],
                    "email": agent["contact"]?["email"] ?? .null,
                ],
                "created_at": agent["created_at"] ?? .null, "updated_at": agent["updated_at"] ?? .null,
            ]
        }
    }

    private static func changeMembers(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let group = try service.record(of: adminGroups, request)
        let writing = try service.sent(request) {
            RecordKey("agents", .list(of: .object(["id": .id, "deleted": .flag], required: ["id"]), atLeast: 1))
                .required
        }
        var members = service.members(of: group["id"]).compactMap { $0["id"] }
        for change in writing["agents"]?.arrayValue ?? [] {
            guard let id = change["id"], service[agents, id] != nil else {
                try service.refuse("agents", .dangling("agent"))
                continue
            }
            members.removeAll { $0 == id }
            if change["deleted"] != true { members.append(id) }
        }
        service.setMembers(members, of: group["id"] ?? .null)
        return .empty(204)
    }
}
