public import Foundation

/// A saved view of contacts, sales accounts or deals, whose rows can be listed. Source: Freshworks CRM API, filters.
///
/// Ids differ between accounts, and administrators rename views, so find one by its name and have another to fall back on.
public struct SavedView: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id to list by.
    public let id: Int64

    /// Reads a view.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SavedView``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name, such as `All Contacts`, `Open Deals` or `Recycle Bin`; it may be in the account's language.
        public let name = ReadOnly<String>("name")
        /// What the view lists: `Contact`, `SalesAccount`, `Deal` or `Lead`.
        public let modelClassName = ReadOnly<String>("model_class_name")
        /// The user who made the view.
        public let userID = ReadOnly<Int64>("user_id")
        /// The name of the user who made the view; `System` for the service's own.
        public let userName = ReadOnly<String>("user_name")
        /// Whether the view came with the product.
        public let isDefault = ReadOnly<Bool>("is_default")
        /// Whether all users see the view.
        public let isPublic = ReadOnly<Bool>("is_public")
        /// What the credential's user may do with the view, such as `all` or `view`.
        public let currentUserPermissions = ReadOnly<[String]>("current_user_permissions")
        /// When the view was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}
