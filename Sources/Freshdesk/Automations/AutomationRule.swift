public import Foundation

/// A rule by which the service changes tickets by itself. Source: Freshdesk API v2, automations.
///
/// Its fields are those of ``Fields``.
public struct AutomationRule: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a rule.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``AutomationRule``, ``AutomationRuleDraft`` and ``AutomationRuleUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// About the rule.
        public let description = Settable<String>("description")
        /// Its place among the rules, from 1.
        public let position = Settable<Int>("position", .place)
        /// Whether it is in use.
        public let isActive = Settable<Bool>("active")
        /// Whose doings set it off: `type`, 1 agent, 2 requester, 3 either, 4 system, and `members`; of rules about updates alone.
        public let performer = Settable<JSONObject>("performer")
        /// What sets it off: objects with `field_name`, `from` and `to`; of rules about updates alone.
        public let events = Settable<[JSONObject]>("events")
        /// Which tickets it is for. A rule without any comes back with an empty one.
        public let conditions = Settable<[AutomationConditions]>("conditions")
        /// How several sets of conditions are joined, by their names.
        public let conditionOperator = Settable<String>("operator")
        /// What it does.
        public let actions = Settable<[AutomationAction]>("actions", .webhooks)
        /// The kind of rule, as a number.
        public let typeID = ReadOnly<AutomationType>("automation_type_id")
        /// Whether it names something that is no longer there.
        public let isOutdated = ReadOnly<Bool>("outdated")
        /// The rule in words, as HTML.
        public let summary = ReadOnly<JSONObject>("summary", or: "Summary")
        /// How many tickets it has changed of late.
        public let affectedTicketsCount = ReadOnly<Int>("affected_tickets_count")
        /// The agent who last changed it.
        public let lastUpdatedBy = ReadOnly<Int64>("last_updated_by")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name and what it does.
        public static let required: [FieldRequirement] = ["name", "actions"]
    }
}

/// A rule to create: the fields of ``AutomationRule/Fields``.
public typealias AutomationRuleDraft = Draft<AutomationRule.Fields>

/// What to change of a rule: the fields of ``AutomationRule/Fields``; what is not set stays as it is.
public typealias AutomationRuleUpdate = Update<AutomationRule.Fields>

extension AutomationRuleDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, actions: [AutomationAction], _ fill: (inout Self) -> Void = { _ in }) {
        self = AutomationRule.Fields.draft(fill) {
            $0.name = name
            $0.actions = actions
        }
    }
}

extension FieldCheck<[AutomationAction]> {
    /// Refuses an action that calls a web service and lacks a part: the service answers 500 to it.
    fileprivate static var webhooks: Self {
        Self { actions in
            let parts = ["url", "request_type", "content_type"]
            let isHalf = actions.contains { action in
                let count = parts.count { action.json[$0] != nil as JSONValue? }
                return (1..<parts.count).contains(count)
            }
            return isHalf ? "must have url, request_type and content_type where a web service is called" : nil
        }
    }
}

/// When rules run.
public struct AutomationType: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a type, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// When a ticket is created.
    public static let ticketCreation = Self(rawValue: 1)
    /// Every hour.
    public static let hourly = Self(rawValue: 3)
    /// When a ticket is changed.
    public static let ticketUpdate = Self(rawValue: 4)
}
