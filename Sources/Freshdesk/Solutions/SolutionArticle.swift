public import Foundation

/// An article of the knowledge base. Source: Freshdesk API v2, solution articles.
///
/// Its fields are those of ``Fields``.
public struct SolutionArticle: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads an article.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SolutionArticle``, ``SolutionArticleDraft`` and ``SolutionArticleUpdate``.
    public final class Fields: FieldTable {
        /// The title.
        public let title = Settable<String>("title", .notBlank)
        /// The text, as HTML.
        public let description = Settable<String>("description", .notBlank)
        /// The text without HTML.
        public let descriptionText = ReadOnly<String>("description_text")
        /// Whether it is public. An update that says `.draft` and nothing else takes it back.
        public let status = Settable<ArticleStatus>("status", .within(1...2))
        /// Its tags; an update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// What search engines are told: `meta_title`, `meta_description` and `meta_keywords`.
        public let seoData = Settable<JSONObject>("seo_data")
        /// The agent who wrote it.
        public let agentID = Later<Int64>("agent_id", .id)
        /// The kind of article, as a number whose meaning is not documented.
        public let type = ReadOnly<Int>("type")
        /// The category that it is in.
        public let categoryID = ReadOnly<Int64>("category_id")
        /// The folder that it is in.
        public let folderID = ReadOnly<Int64>("folder_id")
        /// The category and the folders on the way to it.
        public let hierarchy = ReadOnly<[SolutionLevel]>("hierarchy")
        /// The files.
        public let attachments = ReadOnly<[FileAttachment]>("attachments")
        /// Files that are kept elsewhere.
        public let cloudFiles = ReadOnly<[JSONObject]>("cloud_files")
        /// How many liked it.
        public let thumbsUp = ReadOnly<Int>("thumbs_up")
        /// How many did not.
        public let thumbsDown = ReadOnly<Int>("thumbs_down")
        /// How often it was read.
        public let hits = ReadOnly<Int>("hits")
        /// How often it was suggested.
        public let suggested = ReadOnly<Int>("suggested")
        /// How many said something about it.
        public let feedbackCount = ReadOnly<Int>("feedback_count")
        /// The name of the category; in answers to a search alone, as all that follows but the times.
        public let categoryName = ReadOnly<String>("category_name")
        /// The name of the folder.
        public let folderName = ReadOnly<String>("folder_name")
        /// Who sees the folder.
        public let folderVisibility = ReadOnly<SolutionVisibility>("folder_visibility")
        /// The end of its address in the portal.
        public let path = ReadOnly<String>("path")
        /// The number of its language.
        public let languageID = ReadOnly<Int>("language_id")
        /// When its text was last changed.
        public let modifiedAt = ReadOnly<Date>("modified_at")
        /// Who changed it.
        public let modifiedBy = ReadOnly<Int64>("modified_by")
        /// When the article was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the article was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The title, the text and the status.
        public static let required: [FieldRequirement] = ["title", "description", "status"]
    }
}

/// An article to create: the fields of ``SolutionArticle/Fields``.
public typealias SolutionArticleDraft = Draft<SolutionArticle.Fields>

/// What to change of an article: the fields of ``SolutionArticle/Fields``; what is not set stays as it is.
public typealias SolutionArticleUpdate = Update<SolutionArticle.Fields>

extension SolutionArticleDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - description: The text, as HTML.
    ///   - status: A draft unless told.
    public init(
        title: String, description: String, status: ArticleStatus = .draft, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = SolutionArticle.Fields.draft(fill) {
            $0.title = title
            $0.description = description
            $0.status = status
        }
    }
}

/// Whether an article is public.
public struct ArticleStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Not yet.
    public static let draft = Self(rawValue: 1)
    /// For all who see its folder.
    public static let published = Self(rawValue: 2)
}
