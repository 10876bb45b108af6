/// The requester's company, as embedded in a ticket. Source: Freshdesk API v2, tickets.
public struct TicketCompany: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The company's id.
    public let id: Int64

    /// Reads a company.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The company's name.
    public var name: String? { json["name"] }
}
