public import Foundation

/// A company as a contact names it: a part of the account, and whether it is the contact's primary one.
/// Source: Freshworks CRM API, contacts.
public struct ContactSalesAccount: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The id of the account.
    public let id: Int64

    /// Reads a company.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// Whether this is a part of the record only; view the account for the rest.
    public var partial: Bool? { json["partial"] }
    /// The name.
    public var name: String? { json["name"] }
    /// Where the logo is.
    public var avatar: URL? { json["avatar"] }
    /// The website.
    public var website: String? { json["website"] }
    /// When the company was last contacted.
    public var lastContacted: Date? { json["last_contacted"] }
    /// The id of the record type. Newer accounts only.
    public var recordTypeID: String? { json["record_type_id"] }
    /// Whether this is the contact's primary company.
    public var isPrimary: Bool? { json["is_primary"] }
}
