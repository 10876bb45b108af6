/// One of the further companies of a contact. Source: Freshdesk API v2, contacts.
public struct CompanyMembership: Encodable, Sendable, Hashable {
    /// The company.
    public var companyID: Int64
    /// Whether the contact sees all its tickets.
    public var viewAllTickets: Bool?

    /// Makes a membership.
    public init(companyID: Int64, viewAllTickets: Bool? = nil) {
        self.companyID = companyID
        self.viewAllTickets = viewAllTickets
    }

    private enum CodingKeys: String, CodingKey {
        case companyID = "company_id"
        case viewAllTickets = "view_all_tickets"
    }
}

extension CompanyMembership: JSONReadable {
    /// Reads an object, and the bare id that lists show.
    public init?(json: JSONValue) {
        guard let id: Int64 = json["company_id"] ?? Int64(json: json) else { return nil }
        self.init(companyID: id, viewAllTickets: json["view_all_tickets"])
    }
}
