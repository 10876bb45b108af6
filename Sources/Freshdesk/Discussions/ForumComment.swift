public import Foundation

/// A comment to a topic. Source: Freshdesk API v2, comments.
///
/// Its fields are those of ``Fields``.
public struct ForumComment: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a comment.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ForumComment``, ``ForumCommentDraft`` and ``ForumCommentUpdate``.
    public final class Fields: FieldTable {
        /// The text, as HTML.
        public let body = Settable<String>("body", .notBlank)
        /// The text without HTML.
        public let bodyText = ReadOnly<String>("body_text")
        /// Whether it answers the question.
        public let isAnswer = Later<Bool>("answer")
        /// The topic.
        public let topicID = ReadOnly<Int64>("topic_id")
        /// The forum.
        public let forumID = ReadOnly<Int64>("forum_id")
        /// Who wrote it.
        public let userID = ReadOnly<Int64>("user_id")
        /// Whether moderators have let it through.
        public let isPublished = ReadOnly<Bool>("published")
        /// Whether it was marked as spam.
        public let isSpam = ReadOnly<Bool>("spam")
        /// Whether it was thrown away.
        public let isTrash = ReadOnly<Bool>("trash")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A text.
        public static let required: [FieldRequirement] = ["body"]
    }
}

/// A comment to write: the fields of ``ForumComment/Fields``.
public typealias ForumCommentDraft = Draft<ForumComment.Fields>

/// What to change of a comment: the fields of ``ForumComment/Fields``; what is not set stays as it is.
public typealias ForumCommentUpdate = Update<ForumComment.Fields>

extension ForumCommentDraft {
    /// Makes a comment of HTML.
    public init(body: String) { self = ForumComment.Fields.draft { $0.body = body } }
}
