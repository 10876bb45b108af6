public import Foundation

/// A part of the knowledge base, which holds folders. Source: Freshdesk API v2, solution categories.
///
/// Its fields are those of ``Fields``.
public struct SolutionCategory: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a category.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SolutionCategory``, ``SolutionCategoryDraft`` and ``SolutionCategoryUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other category may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the category.
        public let description = Clearable<String>("description")
        /// The portals that show it, where the account has several; a translation has none of its own.
        public let visibleInPortals = Settable<[Int64]>("visible_in_portals", .ids)
        /// Its picture; empty where it has none.
        public let icon = ReadOnly<JSONObject>("icon")
        /// When the category was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the category was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A category to create: the fields of ``SolutionCategory/Fields``.
public typealias SolutionCategoryDraft = Draft<SolutionCategory.Fields>

/// What to change of a category: the fields of ``SolutionCategory/Fields``; what is not set stays as it is.
public typealias SolutionCategoryUpdate = Update<SolutionCategory.Fields>

extension SolutionCategoryDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = SolutionCategory.Fields.draft(fill) { $0.name = name }
    }
}

/// The categories of the knowledge base, in all its languages. A category is deleted with its translations. Source: Freshdesk API v2,
/// solution categories: `GET` and `POST /solutions/categories`, `GET`, `PUT` and `DELETE /solutions/categories/{id}`, `GET`, `POST` and
/// `PUT /solutions/categories/{id}/{language}`, `GET /solutions/categories/{language}`.
public struct SolutionCategoryEndpoints: PagedRecords, EditedRecords, TranslatedRecords {
    /// What is there.
    public typealias Record = SolutionCategory
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "solutions/categories" }
}
