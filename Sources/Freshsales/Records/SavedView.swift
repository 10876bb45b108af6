public import Foundation

/// A saved filter of contacts, sales accounts or deals, whose rows can be listed. Source: Freshworks CRM API, filters.
///
/// Ids differ between accounts, and administrators rename views, so find one by its name and have another to fall back on.
public struct SavedView: Resource {
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

    /// The name, such as `All Contacts`, `Open Deals` or `Recycle Bin`; it may be in the account's language.
    public var name: String? { json["name"] }
    /// What the view lists: `Contact`, `SalesAccount`, `Deal` or `Lead`.
    public var modelClassName: String? { json["model_class_name"] }
    /// The user who made the view.
    public var userID: Int64? { json["user_id"] }
    /// The name of the user who made the view; `System` for the service's own.
    public var userName: String? { json["user_name"] }
    /// Whether the view came with the product.
    public var isDefault: Bool? { json["is_default"] }
    /// Whether all users see the view.
    public var isPublic: Bool? { json["is_public"] }
    /// What the credential's user may do with the view, such as `all` or `view`.
    public var currentUserPermissions: [String]? { json["current_user_permissions"] }
    /// When the view was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
