/// A forum of the community, which holds topics. Source: Freshdesk API v2, forums.
///
/// Its fields are those of ``Fields``.
public struct Forum: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a forum.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Forum``, ``ForumDraft`` and ``ForumUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other forum beside it may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the forum.
        public let description = Clearable<String>("description")
        /// What it is about; a forum with topics keeps it.
        public let type = Settable<ForumType>("forum_type", .within(1...4))
        /// Who sees it.
        public let visibility = Settable<ForumVisibility>("forum_visibility", .within(1...4))
        /// The companies who see it, where `visibility` says so; an update replaces them all.
        public let companyIDs = Settable<[Int64]>("company_ids", .ids)
        /// The category that it is in.
        public let categoryID = Later<Int64>("forum_category_id", .id)
        /// Its place in the category.
        public let position = ReadOnly<Int>("position")
        /// How many topics it has.
        public let topicsCount = ReadOnly<Int>("topics_count")
        /// How many comments it has.
        public let postsCount = ReadOnly<Int>("posts_count")

        /// The only instance.
        public static let table = Fields()
        /// The name, what it is about and who sees it.
        public static let required: [FieldRequirement] = ["name", "forum_type", "forum_visibility"]
    }
}

/// A forum to create: the fields of ``Forum/Fields``.
public typealias ForumDraft = Draft<Forum.Fields>

/// What to change of a forum: the fields of ``Forum/Fields``; what is not set stays as it is.
public typealias ForumUpdate = Update<Forum.Fields>

extension ForumDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(
        name: String, type: ForumType, visibility: ForumVisibility = .everybody, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Forum.Fields.draft(fill) {
            $0.name = name
            $0.type = type
            $0.visibility = visibility
        }
    }
}

/// What a forum is about.
public struct ForumType: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a type, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Questions, which can be answered.
    public static let questions = Self(rawValue: 1)
    /// Ideas.
    public static let ideas = Self(rawValue: 2)
    /// Problems.
    public static let problems = Self(rawValue: 3)
    /// Announcements.
    public static let announcements = Self(rawValue: 4)
}

/// Who sees a forum.
public struct ForumVisibility: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Everybody.
    public static let everybody = Self(rawValue: 1)
    /// Whoever is logged in.
    public static let loggedIn = Self(rawValue: 2)
    /// Agents alone.
    public static let agents = Self(rawValue: 3)
    /// Some companies.
    public static let companies = Self(rawValue: 4)
}
