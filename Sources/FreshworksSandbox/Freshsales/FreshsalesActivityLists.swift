import Foundation
import FreshworksCore

/// The lists of tasks and appointments, which go by a word, and what is told of single records.
extension FreshsalesService {
    static let activityRoutes = [
        Route<FreshsalesService>("GET", "tasks", scope: "tasks.view") { (request, service) throws(SandboxReply) in
            try service.list(tasks, request) { task, word, now in
                let isDone = task["status"] == 1
                let due = JSONValue.day((task["due_date"] ?? .null).moment)
                switch word {
                case "open": return !isDone
                case "completed": return isDone
                case "overdue": return !isDone && (task["due_date"] ?? .null).moment < now
                case "due_today", "due today": return !isDone && due == .day(now)
                case "due_tomorrow", "due tomorrow": return !isDone && due == .day(now.addingTimeInterval(86_400))
                default: return nil
                }
            }
        },
        Route<FreshsalesService>("GET", "appointments", scope: "appointments.view") {
            (request, service) throws(SandboxReply) in
            try service.list(appointments, request) { appointment, word, now in
                let isOver = (appointment["end_date"] ?? .null).moment < now
                return ["past": isOver, "upcoming": !isOver][word]
            }
        },
        listing(notes, of: contacts, "Contact"), listing(notes, of: deals, "Deal"),
        listing(appointments, of: contacts, "Contact"),
        Route<FreshsalesService>(
            "GET", "contacts/{id}/activities", scope: "contacts.activities.view", or: "contacts.view",
            contactActivities),
        Route<FreshsalesService>("GET", "deals/{id}/timeline_feeds", scope: "deals.view", timeline),
        Route<FreshsalesService>("GET", "sales_accounts/{id}/contacts", scope: "sales_accounts.view", people),
        team(contacts), team(accounts), team(deals),
    ]

    /// The users who work on a record, joined as choices are.
    private static func team(_ collection: FreshsalesRecords) -> Route<FreshsalesService> {
        Route("PUT", "\(collection.path)/{id}/manage_team_members", scope: "\(collection.scope).edit") {
            (request, service) throws(SandboxReply) in
            var record = try service.record(of: collection, request)
            let ids = try request.freshsalesBody()["team_users"]?.arrayValue ?? []
            guard ids.allSatisfy({ service.holds($0, in: "owners") }) else {
                throw FreshsalesReplies.errors(400, "The value for team_users is invalid.")
            }
            record["team_user_ids"] = .string(ids.map(\.description).joined(separator: ";"))
            service.keep(record, collection)
            return service.reply(record, .updated, collection, request)
        }
    }

    /// - Parameter fits: Whether a record belongs to the list of a word; `nil` if there is no such list.
    private func list(
        _ collection: FreshsalesRecords, _ request: SandboxRequest, _ fits: (JSONObject, String, Date) -> Bool?
    ) throws(SandboxReply) -> SandboxReply {
        guard let word = request.query["filter"], fits([:], word, request.now) != nil else {
            throw FreshsalesReplies.errors(400, "The value for filter is invalid.")
        }
        return try reply(all(collection).filter { fits($0, word, request.now) == true }, collection, request)
    }

    private static func contactActivities(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let contact = try service.record(of: contacts, request)
        let rows = service.events(of: contact, "Contact")
        return .json(
            200, ["activities": .array(FreshsalesPage(request.query).rows(rows, to: request).map(JSONValue.object))])
    }

    private static func timeline(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let rows = service.events(of: try service.record(of: deals, request), "Deal")
        let shown = FreshsalesPage(request.query).rows(rows, to: request)
        return .json(
            200,
            [
                "timeline_feeds": .array(shown.map(JSONValue.object)),
                "meta": ["has_next": .bool(shown.endIndex < rows.count)],
            ])
    }

    private static func people(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let account = try service.record(of: accounts, request)
        let people = service.all(contacts).filter { contact in
            contact["is_deleted"] != true
                && contact["sales_accounts"]?.arrayValue?.contains { $0["id"] == account["id"] } == true
        }
        return .json(200, ["contacts": .array(people.map { .object(contacts.visible($0, inList: true)) })])
    }

    /// What happened to a record, the latest first.
    private func events(of record: JSONObject, _ type: String) -> [JSONObject] {
        let found = [Self.notes, Self.tasks, Self.appointments, Self.activities].flatMap { collection in
            about(record, type, collection).map { other -> JSONObject in
                let kind = FreshsalesService.classNames[collection.path] ?? ""
                return [
                    "composite_id": .string("\(kind)_\(other["id"] ?? .null)"), "id": .null,
                    "action_type": .string("\(collection.noun.uppercased())_CREATE"),
                    "action_data": ["title": other["title"] ?? .null], "targetable_type": .string(type),
                    "targetable_id": record["id"] ?? .null,
                    "targetable_name": record["display_name"] ?? record["name"] ?? .null,
                    "actionable_type": .string(kind), "actionable_id": other["id"] ?? .null, "user_activity": true,
                    "automation": .null, "group": .null, "created_at": other["created_at"] ?? .null,
                ]
            }
        }
        return found.sorted { ($0["created_at"] ?? .null).moment > ($1["created_at"] ?? .null).moment }
    }

    private static let classNames = [
        "notes": "Note", "tasks": "Task", "appointments": "Appointment", "sales_activities": "SalesActivity",
    ]
}
