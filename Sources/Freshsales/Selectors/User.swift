public import Foundation

/// A user of Freshsales, who owns records. Source: Freshworks CRM API, users.
public struct User: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a user.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The full name.
    public var displayName: String? { json["display_name"] }
    /// The e-mail address.
    public var email: String? { json["email"] }
    /// Whether the user may log in.
    public var isActive: Bool? { json["is_active"] }
    /// The phone number at work.
    public var workNumber: String? { json["work_number"] }
    /// The mobile number.
    public var mobileNumber: String? { json["mobile_number"] }
    /// Where the picture is.
    public var avatar: URL? { json["avatar"] }
    /// The id of the user across the products of the suite.
    public var uuid: String? { json["uuid"] }
    /// The service's name of the kind of user, `FdMultitenant::User`.
    public var type: String? { json["type"] }
}
