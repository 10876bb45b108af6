import Foundation
import FreshworksCore

/// Products, business hours and SLA policies.
extension FreshdeskService {
    static let products = FreshdeskRecords(
        "products", noun: "product", firstID: 70_000_600_000, calls: [.list, .view],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator)
    ) {
        RecordKey("name", .filled).required
        RecordKey.texts("description")
    }

    static let businessHours = FreshdeskRecords(
        "business_hours", noun: "business hour", firstID: 70_000_800_000, calls: [.list, .view],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator, show: showQuotedID)
    ) {
        RecordKey("name", .filled).required
        RecordKey.texts("description")
        RecordKey("is_default", .flag, true)
        RecordKey("time_zone", .text, "Berlin")
        RecordKey("business_hours", .object, [:])
    }

    static let slaPolicies = FreshdeskRecords(
        "sla_policies", noun: "SLA policy", firstID: 70_000_900_000, calls: [.list, .create, .update],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator, show: showQuotedID)
    ) {
        RecordKey("name", .filled).required
        RecordKey.texts("description")
        RecordKey("active", .flag, true)
        RecordKey("is_default", .flag, false).readOnly
        RecordKey("position", .integer, 1).readOnly
        RecordKey("sla_target", .targets, [:]).required
        RecordKey("applicable_to", .applicable, [:]).required
        RecordKey("escalation", .object, [:])
    }

    /// The service spells these ids as texts.
    @Sendable private static func showQuotedID(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        shown["id"] = .string("\(record["id"] ?? .null)")
    }

    mutating func seedHours() {
        plant(Self.businessHours, ["Default"]) { hours, _ in
            let day: JSONValue = ["start_time": "8:00 am", "end_time": "5:00 pm"]
            for name in ["monday", "tuesday", "wednesday", "thursday", "friday"] {
                hours.set(name, inside: "business_hours", to: day)
            }
        }
        plant(Self.slaPolicies, ["Default"]) { policy, _ in
            policy["is_default"] = true
            for priority in 1...4 {
                policy.set(
                    "priority_\(priority)", inside: "sla_target",
                    to: [
                        "respond_within": 3600, "resolve_within": 86400, "business_hours": true,
                        "escalation_enabled": true,
                    ])
            }
        }
    }
}

extension JSONShape {
    private static let target = JSONShape.object(
        [
            "respond_within": .minutes, "resolve_within": .minutes, "next_respond_within": .integer,
            "business_hours": .flag, "escalation_enabled": .flag,
        ], required: ["respond_within", "resolve_within", "business_hours", "escalation_enabled"])

    fileprivate static let targets = JSONShape.object(
        ["priority_1": target, "priority_2": target, "priority_3": target, "priority_4": target])

    /// Which tickets a policy is for: something has to be said.
    fileprivate static let applicable = JSONShape { value, place in
        if value.objectValue?.isEmpty == true { return [Flaw(place, .blank)] }
        return known.flaws(value, place)
    }

    private static let known = JSONShape.object([
        "company_ids": .ids, "group_ids": .ids, "product_ids": .ids, "sources": .list(of: .integer),
        "ticket_types": .texts,
    ])

    /// Whole minutes, in seconds, and at least a quarter of an hour.
    private static let minutes = JSONShape(
        else: .said(code: "invalid_value", "It should be a multiple of 60, from 900")
    ) {
        ($0.int64Value ?? 0) >= 900 && ($0.int64Value ?? 0) % 60 == 0
    }
}
