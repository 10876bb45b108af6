public import Foundation

/// The rules of one kind. All calls need an administrator's key. Source: Freshdesk API v2, automations: `GET` and
/// `POST /automations/{type}/rules`, `GET`, `PUT` and `DELETE /automations/{type}/rules/{id}`.
public struct AutomationRuleEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = AutomationRule
    /// Sends the calls.
    public let api: APIClient
    let type: AutomationType
    /// Where they are.
    public var path: PathTemplate { "automations/\(type.rawValue)/rules" }
    /// Where the rules stand in the answer, beside their number.
    public static var listKeys: [String] { ["rules"] }
}

/// Several changes that an agent makes to a ticket at once. Source: Freshdesk API v2, scenario automations.
///
/// Its fields are those of ``Fields``.
public struct ScenarioAutomation: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a scenario.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ScenarioAutomation``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// About it.
        public let description = ReadOnly<String>("description")
        /// What it does: objects with `name` and `value`.
        public let actions = ReadOnly<[JSONObject]>("actions")
        /// Whether the calling agent alone sees it.
        public let isPrivate = ReadOnly<Bool>("private")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Changes that agents make at once, to be read only. Source: Freshdesk API v2, scenario automations: `GET /scenario_automations`,
/// `GET /scenario_automations/{id}`.
public struct ScenarioAutomationEndpoints: FetchedRecords, PagedRecords {
    /// What is there.
    public typealias Record = ScenarioAutomation
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "scenario_automations" }
}

extension FreshdeskClient {
    /// The rules by which the service changes tickets by itself: `freshdesk.automations(.hourly).list()`.
    public func automations(_ type: AutomationType) -> AutomationRuleEndpoints {
        AutomationRuleEndpoints(api: administration, type: type)
    }

    /// Changes that agents make to a ticket at once.
    public var scenarioAutomations: ScenarioAutomationEndpoints { ScenarioAutomationEndpoints(api: api) }
}
