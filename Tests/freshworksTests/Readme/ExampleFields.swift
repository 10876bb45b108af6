import Freshdesk

struct MyFields: Codable {
    var region: String?
    var seats: Int?

    enum CodingKeys: String, CodingKey {
        case region = "cf_region"
        case seats = "cf_seats"
    }
}

func moveSeats(from old: Int64, to new: Int64, _ freshdesk: FreshdeskClient) async throws {
    let mine = try await freshdesk.tickets.get(old).customFields.decode(MyFields.self)
    let fields = try CustomFields(encoding: mine)
    try await freshdesk.tickets.update(new, TicketUpdate { $0.customFields = fields })
    try await freshdesk.tickets.update(old, TicketUpdate { $0.customFields["cf_seats"] = .null })
}
