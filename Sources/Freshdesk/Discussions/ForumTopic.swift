public import Foundation

/// A topic of a forum, with its comments. Source: Freshdesk API v2, topics.
///
/// Its fields are those of ``Fields``.
public struct ForumTopic: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a topic.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ForumTopic``, ``ForumTopicDraft`` and ``ForumTopicUpdate``.
    public final class Fields: FieldTable {
        /// The title.
        public let title = Settable<String>("title", .notBlank)
        /// The first comment, as HTML: it is sent here and listed with the others.
        public let message = SendOnly<String>("message", .notBlank)
        /// Whether nobody can comment any more.
        public let isLocked = Settable<Bool>("locked")
        /// Whether it stays on top.
        public let isSticky = Settable<Bool>("sticky")
        /// How far it is; which stamps will do depends on the forum.
        public let stamp = Settable<TopicStamp>("stamp_type", .within(1...9))
        /// The forum that it is in.
        public let forumID = Later<Int64>("forum_id", .id)
        /// Who began it.
        public let userID = ReadOnly<Int64>("user_id")
        /// Whether moderators have let it through.
        public let isPublished = ReadOnly<Bool>("published")
        /// Who commented last.
        public let repliedBy = ReadOnly<Int64>("replied_by")
        /// When somebody commented last.
        public let repliedAt = ReadOnly<Date>("replied_at")
        /// How many comments it has, the first one included.
        public let postsCount = ReadOnly<Int>("posts_count")
        /// How often it was read.
        public let hits = ReadOnly<Int>("hits")
        /// How many like it.
        public let votes = ReadOnly<Int>("user_votes")
        /// The topic that it was merged into.
        public let mergedTopicID = ReadOnly<Int64>("merged_topic_id")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The title and the first comment.
        public static let required: [FieldRequirement] = ["title", "message"]
    }
}

/// A topic to begin: the fields of ``ForumTopic/Fields``.
public typealias ForumTopicDraft = Draft<ForumTopic.Fields>

/// What to change of a topic: the fields of ``ForumTopic/Fields``; what is not set stays as it is.
public typealias ForumTopicUpdate = Update<ForumTopic.Fields>

extension ForumTopicDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(title: String, message: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = ForumTopic.Fields.draft(fill) {
            $0.title = title
            $0.message = message
        }
    }
}

/// How far a topic is.
public struct TopicStamp: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a stamp, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// An idea: planned.
    public static let planned = Self(rawValue: 1)
    /// An idea: done.
    public static let implemented = Self(rawValue: 2)
    /// An idea: not taken.
    public static let notTaken = Self(rawValue: 3)
    /// An idea: being worked on.
    public static let inProgress = Self(rawValue: 4)
    /// An idea: for later.
    public static let deferred = Self(rawValue: 5)
    /// A question: answered.
    public static let answered = Self(rawValue: 6)
    /// A question: open.
    public static let unanswered = Self(rawValue: 7)
    /// A problem: solved.
    public static let solved = Self(rawValue: 8)
    /// A problem: open.
    public static let unsolved = Self(rawValue: 9)
}
