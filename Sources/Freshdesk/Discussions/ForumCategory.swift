public import Foundation

/// A part of the community, which holds forums. Source: Freshdesk API v2, discussion categories.
///
/// Its fields are those of ``Fields``.
public struct ForumCategory: FieldRecord {
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

    /// The fields of ``ForumCategory``, ``ForumCategoryDraft`` and ``ForumCategoryUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other category may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the category.
        public let description = Clearable<String>("description")
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

/// A category to create: the fields of ``ForumCategory/Fields``.
public typealias ForumCategoryDraft = Draft<ForumCategory.Fields>

/// What to change of a category: the fields of ``ForumCategory/Fields``; what is not set stays as it is.
public typealias ForumCategoryUpdate = Update<ForumCategory.Fields>

extension ForumCategoryDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = ForumCategory.Fields.draft(fill) { $0.name = name }
    }
}
