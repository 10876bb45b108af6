public import Foundation

/// A person who writes to the account, also called a contact. Source: Freshchat API v2, users.
public struct User: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The user's id: as a rule a UUID, but apps may choose others.
    public let id: String

    /// Reads a user.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// When the user was created.
    public var createdTime: Date? { json["created_time"] }
    /// When the user was last changed.
    public var updatedTime: Date? { json["updated_time"] }
    /// The e-mail address; anonymous visitors have none.
    public var email: String? { json["email"] }
    /// The phone number.
    public var phone: String? { json["phone"] }
    /// The first name; the service makes one up for anonymous visitors.
    public var firstName: String? { json["first_name"] }
    /// The last name.
    public var lastName: String? { json["last_name"] }
    /// The avatar.
    public var avatar: Picture? { json["avatar"] }
    /// Your own id of the user.
    public var referenceID: String? { json["reference_id"] }
    /// The id by which an app's SDK restores the user's conversations.
    public var restoreID: String? { json["restore_id"] }
    /// The properties that the account has defined itself.
    public var properties: [UserProperty]? { json["properties"] }
    /// Accounts at social networks.
    public var socialProfiles: [SocialProfile]? { json["social_profiles"] }
    /// Whether the user is logged in.
    public var loginStatus: Bool? { json["login_status"] }
    /// The id in the organization's own number space, 18 or 19 digits.
    public var orgContactID: String? { json["org_contact_id"] }
}
