public import Foundation

/// A set of conditions of a rule. Source: Freshdesk API v2, automations.
///
/// The service does not say what the conditions themselves look like; accounts show `field_name`, `operator` and `value`. So they are
/// objects, and a set can be written as one: `["name": "condition_set_1", "match_type": "all", "properties": […]]`.
public struct AutomationConditions: FieldRecord, JSONReadable, JSONWritable, ExpressibleByDictionaryLiteral {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a set.
    public init(json: JSONObject) { self.json = json }

    /// Makes a set of whatever members it has.
    public init(dictionaryLiteral members: (String, JSONValue)...) { json = JSONObject(members) }

    /// Makes a set.
    /// - Parameter name: By which ``AutomationRule/Fields/conditionOperator`` names it, such as `condition_set_1`.
    public init(name: String, match: ConditionMatch, _ properties: [JSONObject]) {
        json = ["name": .string(name), "match_type": .string(match.rawValue), "properties": properties.jsonValue]
    }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``AutomationConditions``.
    public final class Fields: FieldTable {
        /// By which the rule's operator names it.
        public let name = ReadOnly<String>("name")
        /// Whether a ticket must fit all conditions or one.
        public let matchType = ReadOnly<ConditionMatch>("match_type")
        /// The conditions.
        public let properties = ReadOnly<[JSONObject]>("properties")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What a rule does to a ticket. Source: Freshdesk API v2, automations.
///
/// The service documents the members of an action that calls a web service, and not those of the others, which have `field_name` and
/// mostly a `value`. So an action can be written with any members: `["field_name": "priority", "value": 4]`.
public struct AutomationAction: FieldRecord, JSONReadable, JSONWritable, ExpressibleByDictionaryLiteral {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an action.
    public init(json: JSONObject) { self.json = json }

    /// Makes an action of whatever members it has.
    public init(dictionaryLiteral members: (String, JSONValue)...) { json = JSONObject(members) }

    /// Sets a field of the ticket, such as `priority`.
    public init(_ fieldName: String, _ value: JSONValue) {
        json = ["field_name": .string(fieldName), "value": value]
    }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``AutomationAction``.
    public final class Fields: FieldTable {
        /// Which field it sets, or what else it does.
        public let fieldName = ReadOnly<String>("field_name")
        /// What the field is set to.
        public let value = ReadOnly<JSONValue>("value")
        /// Which web service it calls. With ``requestType`` and ``contentType`` or not at all: to less the service answers 500.
        public let url = ReadOnly<URL>("url")
        /// By which verb.
        public let requestType = ReadOnly<String>("request_type")
        /// How the content is written.
        public let contentType = ReadOnly<String>("content_type")
        /// Whether the content is a list of fields or text of one's own.
        public let contentLayout = ReadOnly<JSONValue>("content_layout")
        /// What it sends.
        public let content = ReadOnly<JSONValue>("content")
        /// The header fields that go along, such as the one with the secret that ``AutomationWebhook`` expects.
        public let customHeaders = ReadOnly<JSONValue>("custom_headers")

        /// The only instance.
        public static let table = Fields()
    }
}
