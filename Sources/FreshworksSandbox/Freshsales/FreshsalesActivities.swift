import Foundation
import FreshworksCore

/// Notes, tasks, appointments and sales activities.
extension FreshsalesService {
    static let notes = FreshsalesRecords(
        "notes", noun: "note", calls: [.create, .update, .delete],
        rules: FreshsalesRecords.Rules(begin: begin, settle: settleNote)
    ) {
        RecordKey("description", .filled).required
        RecordKey("targetable_type", .filled).required.onlyInRequests
        RecordKey("targetable_id", .integer).required.onlyInRequests
        RecordKey("targetable", .object).readOnly
        RecordKey.nulls("url", "duration")
        RecordKey("has_access", .flag, true).readOnly
        RecordKey("collab_context", .object, ["hasSlackViewAccess": false, "messageId": ""]).readOnly
        RecordKey("creater_id", .id).readOnly
        plain
    }

    static let tasks = FreshsalesRecords(
        "tasks", noun: "task", calls: [.create, .view, .update, .delete],
        rules: FreshsalesRecords.Rules(begin: begin, settle: settleTask)
    ) {
        RecordKey("title", .filled).required
        RecordKey("description", .text.orNull)
        RecordKey("due_date", .moment).required
        RecordKey("owner_id", .integer).required.pointing(to: "owners", "owner")
        RecordKey("status", status, 0)
        RecordKey.nulls("completed_date")
        RecordKey("outcome_id", .integer.orNull).pointing(to: "sales_activity_outcomes", "outcome")
        RecordKey("task_type_id", .integer.orNull).pointing(to: "sales_activity_entity_types", "type")
        RecordKey("task_users_attributes", .list(of: user), nil).onlyInRequests
        RecordKey("user_ids", .list(of: .integer), []).readOnly.onlyIfAsked
        RecordKey("targetables", .list(of: .object), []).readOnly
        aboutOthers
    }

    static let appointments = FreshsalesRecords(
        "appointments", noun: "appointment", calls: [.create, .view, .update, .delete],
        rules: FreshsalesRecords.Rules(begin: begin, settle: settleAppointment)
    ) {
        RecordKey("title", .filled).required
        RecordKey("from_date", .moment).required
        RecordKey("end_date", .moment).required
        RecordKey.texts("description", "location", "time_zone", "latitude", "longitude")
        RecordKey("is_allday", .flag, false)
        RecordKey("outcome_id", .integer.orNull).pointing(to: "sales_activity_outcomes", "outcome")
        RecordKey("appointment_attendees_attributes", .list(of: attendee), nil).onlyInRequests
        RecordKey("attendees", .list(of: .object), []).readOnly.onlyIfAsked
        RecordKey.nulls(
            "checkedin_at", "checkedout_at", "checkedin_duration", "checkedout_location", "checkedout_latitude",
            "checkedout_longitude", "conference_id")
        RecordKey("can_checkin", .flag, true).readOnly
        RecordKey("can_checkin_checkout", .flag, true).readOnly
        RecordKey("provider", .text, "freshsales").readOnly
        RecordKey("targetables", .list(of: .object), []).readOnly
        aboutOthers
    }

    static let activities = FreshsalesRecords(
        "sales_activities", noun: "sales_activity", calls: [.list, .create, .view, .update, .delete],
        rules: FreshsalesRecords.Rules(begin: begin, settle: settleTargets)
    ) {
        RecordKey("title", .filled).required
        RecordKey("sales_activity_type_id", .integer).required.pointing(to: "sales_activity_types", "type")
        RecordKey("start_date", .moment).required
        RecordKey("end_date", .moment).required
        RecordKey("targetable_type", .filled).required.onlyInRequests
        RecordKey("targetable_id", .integer).required.onlyInRequests
        RecordKey("owner_id", .integer).required.pointing(to: "owners", "owner")
        RecordKey("sales_activity_outcome_id", .integer.orNull).pointing(to: "sales_activity_outcomes", "outcome")
        RecordKey.texts("notes", "latitude", "longitude", "location")
        RecordKey("checkedin_at", .moment.orNull)
        RecordKey.nulls("conversation_time", "remote_id", "import_id")
        RecordKey("targetables", .list(of: .object), []).readOnly
        aboutOthers
    }

    private static let status = JSONShape(else: .mismatch("Integer")) { [0, 1].contains($0.int64Value) }
    private static let user = JSONShape(else: .mismatch("user")) { $0["user_id"]?.int64Value != nil }
    private static let attendee = JSONShape(else: .mismatch("attendee")) { value in
        ["Contact", "FdMultitenant::User"].contains(value["attendee_type"]?.stringValue)
            && value["attendee_id"]?.stringValue.flatMap { Int64($0) } != nil
    }

    private static func settleNote(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        guard let target = try service.target(of: writing) else { return }
        writing.record["targetable"] = ["type": target["type"] ?? .null, "id": target["id"] ?? .null]
    }

    private static func settleTask(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        try settleTargets(&writing, service)
        if let users = writing["task_users_attributes"]?.arrayValue {
            writing.record["user_ids"] = .array(users.compactMap { $0["user_id"] })
        }
        guard writing.record["status"] != writing.base["status"] else { return }
        writing.record["completed_date"] = writing.record["status"] == 1 ? .zoned(writing.request.now) : .null
    }

    private static func settleAppointment(
        _ writing: inout Writing, _ service: FreshsalesService
    ) throws(SandboxReply) {
        try settleTargets(&writing, service)
        if (writing.record["end_date"] ?? .null).moment < (writing.record["from_date"] ?? .null).moment {
            throw FreshsalesReplies.errors(400, "End date should be after the from date")
        }
        if let attendees = writing["appointment_attendees_attributes"]?.arrayValue {
            let first = (writing.record["id"]?.int64Value ?? 0) * 10
            writing.record["attendees"] = .array(
                attendees.enumerated().map { index, attendee in
                    [
                        "id": .int(first + Int64(index) + 1), "attendee_type": attendee["attendee_type"] ?? .null,
                        "attendee_id": attendee["attendee_id"] ?? .null,
                    ]
                })
        }
    }
}
