public import Foundation

/// How fast tickets are answered and resolved. Source: Freshdesk API v2, SLA policies.
///
/// Its fields are those of ``Fields``. The service spells the id as a number or as a text.
public struct SLAPolicy: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a policy.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SLAPolicy``, ``SLAPolicyDraft`` and ``SLAPolicyUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// About the policy.
        public let description = Clearable<String>("description")
        /// Whether it is in use.
        public let isActive = Settable<Bool>("active")
        /// Whether it holds where no other does.
        public let isDefault = ReadOnly<Bool>("is_default")
        /// Its place among the policies: the first that fits a ticket holds.
        public let position = ReadOnly<Int>("position")
        /// The times of each priority, `priority_4` for urgent tickets to `priority_1` for those of low priority.
        public let targets = Settable<[String: SLATarget]>("sla_target", .each)
        /// Which tickets it is for: `company_ids`, `group_ids`, `sources`, `ticket_types`, `product_ids`, one of them at least.
        public let appliesTo = Settable<JSONObject>("applicable_to")
        /// Who is told when a time has passed: `response` and `resolution` with its levels. The agent -1 is the one assigned.
        public let escalation = Settable<JSONObject>("escalation")
        /// Further conditions, as newer accounts have them.
        public let advancedConditions = ReadOnly<JSONValue>("advanced_conditions")
        /// When the policy was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the policy was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name, the times and the tickets.
        public static let required: [FieldRequirement] = ["name", "sla_target", "applicable_to"]
    }
}

/// A policy to create: the fields of ``SLAPolicy/Fields``.
public typealias SLAPolicyDraft = Draft<SLAPolicy.Fields>

/// What to change of a policy: the fields of ``SLAPolicy/Fields``; what is not set stays as it is.
public typealias SLAPolicyUpdate = Update<SLAPolicy.Fields>

extension SLAPolicyDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - targets: The times of each priority, by `priority_4` to `priority_1`.
    ///   - appliesTo: Which tickets it is for, such as `["group_ids": [7]]`.
    public init(
        name: String, targets: [String: SLATarget], appliesTo: JSONObject, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = SLAPolicy.Fields.draft(fill) {
            $0.name = name
            $0.targets = targets
            $0.appliesTo = appliesTo
        }
    }
}

/// The times of one priority, in seconds.
public struct SLATarget: Sendable, Hashable, JSONReadable, JSONWritable {
    /// Until the first answer: a multiple of 60.
    public var respondWithin: Int?
    /// Until each later answer, where the account has that: 30 at least.
    public var nextRespondWithin: Int?
    /// Until the ticket is resolved: a multiple of 60.
    public var resolveWithin: Int?
    /// Whether time passes in business hours alone.
    public var countsBusinessHours: Bool?
    /// Whether somebody is told when a time has passed.
    public var escalates: Bool?

    /// Makes times.
    public init(
        respondWithin: Int? = nil, nextRespondWithin: Int? = nil, resolveWithin: Int? = nil,
        countsBusinessHours: Bool? = nil, escalates: Bool? = nil
    ) {
        self.respondWithin = respondWithin
        self.nextRespondWithin = nextRespondWithin
        self.resolveWithin = resolveWithin
        self.countsBusinessHours = countsBusinessHours
        self.escalates = escalates
    }

    /// Reads an object.
    public init?(json: JSONValue) {
        guard let object = json.objectValue else { return nil }
        self.init(
            respondWithin: object["respond_within"], nextRespondWithin: object["next_respond_within"],
            resolveWithin: object["resolve_within"], countsBusinessHours: object["business_hours"],
            escalates: object["escalation_enabled"])
    }

    /// An object of what is set.
    public var jsonValue: JSONValue {
        let members: [(String, JSONValue?)] = [
            ("respond_within", respondWithin?.jsonValue), ("next_respond_within", nextRespondWithin?.jsonValue),
            ("resolve_within", resolveWithin?.jsonValue), ("business_hours", countsBusinessHours?.jsonValue),
            ("escalation_enabled", escalates?.jsonValue),
        ]
        return .object(JSONObject(members.compactMap { key, value in value.map { (key, $0) } }))
    }
}

extension FieldCheck<[String: SLATarget]> {
    /// Refuses what is no priority, and times that the service does not take.
    static var each: Self {
        Self { targets in
            for (priority, target) in targets {
                guard ["priority_1", "priority_2", "priority_3", "priority_4"].contains(priority) else {
                    return "has no priority \(priority); there are priority_1 to priority_4"
                }
                for time in [target.respondWithin, target.resolveWithin]
                where time.map({ $0 < 60 || $0 % 60 != 0 }) == true {
                    return "must have times in whole minutes, said in seconds"
                }
                if let time = target.nextRespondWithin, time < 30 {
                    return "must leave 30 seconds or more for each later answer"
                }
            }
            return nil
        }
    }
}

/// The SLA policies of a Freshdesk account. All calls need an administrator's key. Source: Freshdesk API v2, SLA policies:
/// `GET /sla_policies`, `POST /sla_policies`, `PUT /sla_policies/{id}`. None can be deleted or read alone.
public struct SLAPolicyEndpoints: PagedRecords, CreatedRecords, UpdatedRecords {
    /// What is there.
    public typealias Record = SLAPolicy
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "sla_policies" }
}

extension FreshdeskClient {
    /// How fast tickets are answered and resolved.
    public var slaPolicies: SLAPolicyEndpoints { SLAPolicyEndpoints(api: administration) }
}
