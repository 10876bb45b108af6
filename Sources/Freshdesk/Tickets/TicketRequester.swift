/// Who asks, as embedded in a ticket. Source: Freshdesk API v2, tickets.
public struct TicketRequester: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The contact's or agent's id.
    public let id: Int64

    /// Reads a requester.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The full name.
    public var name: String? { json["name"] }
    /// The e-mail address.
    public var email: String? { json["email"] }
    /// The mobile number.
    public var mobile: String? { json["mobile"] }
    /// The phone number.
    public var phone: String? { json["phone"] }
}
