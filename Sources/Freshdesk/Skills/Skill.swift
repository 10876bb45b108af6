public import Foundation

/// What agents are good at; tickets that need it go to them. Source: Freshdesk API v2, skills.
///
/// Its fields are those of ``Fields``.
public struct Skill: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a skill.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The ids in a list of objects.
    static func agents(_ json: JSONValue) -> [Int64]? {
        guard let agents = json.arrayValue else { return nil }
        let ids = agents.compactMap { $0["id"].flatMap { Int64(json: $0) } }
        return ids.count == agents.count ? ids : nil
    }

    /// The fields of ``Skill``, ``SkillDraft`` and ``SkillUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// Its place among the skills, from 1: a ticket gets the first that fits.
        public let rank = Later<Int>("rank", .place)
        /// The agents who have it; an update replaces them all.
        public let agentIDs = Settable<[Int64]>(
            "agents",
            as: .sent(as: "agents", write: { .array($0.map { ["id": $0.jsonValue] }) }, read: { Skill.agents($0) }),
            reading: { $0["agents"].flatMap { Skill.agents($0) } }, .ids)
        /// Whether a ticket must fit all conditions or one.
        public let matchType = Settable<ConditionMatch>("match_type", .notBlank)
        /// Which tickets need it: objects with `resource_type`, `field_name`, `operator`, `value` and `nested_fields`, or on accounts with omniroute with `channel` and `channel_conditions`.
        public let conditions = Settable<[JSONObject]>("conditions")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A skill to create: the fields of ``Skill/Fields``.
public typealias SkillDraft = Draft<Skill.Fields>

/// What to change of a skill: the fields of ``Skill/Fields``; what is not set stays as it is.
public typealias SkillUpdate = Update<Skill.Fields>

extension SkillDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Skill.Fields.draft(fill) { $0.name = name }
    }
}

/// How conditions are joined: of a skill, or in a set of a rule.
public struct ConditionMatch: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All must fit.
    public static let all = Self(rawValue: "all")
    /// One must fit.
    public static let any = Self(rawValue: "any")
}

/// The skills of a Freshdesk account. All calls need an administrator's key. Source: Freshdesk API v2, skills: `GET` and
/// `POST /admin/skills`, `GET`, `PATCH` and `DELETE /admin/skills/{id}`.
///
/// Very old omnichannel accounts have these calls at `/skills`; ``FreshworksClient/call(_:_:query:body:options:)`` reaches them.
public struct SkillEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = Skill
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "admin/skills" }
    /// A skill is patched: `PUT` is refused.
    public static var updateMethod: TransportRequest.Method { .patch }
}

extension FreshdeskClient {
    /// What agents are good at.
    public var skills: SkillEndpoints { SkillEndpoints(api: administration) }
}
