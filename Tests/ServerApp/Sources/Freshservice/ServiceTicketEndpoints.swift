public import Foundation
public import FreshworksCore

/// The tickets of a Freshservice account. Source: Freshservice API v2, tickets.
public struct ServiceTicketEndpoints: Sendable {
    let api: APIClient

    /// One ticket. `GET /tickets/{id}`
    public func get(_ id: Int64, _ options: CallOptions = CallOptions()) async throws -> ServiceTicket {
        try await api.send(Endpoint("tickets.get", .get, "tickets/\(id)", at: "ticket"), options)
    }

    /// Tickets, the latest first. `GET /tickets`
    /// - Parameters:
    ///   - date: Those changed at this time or later; without it, those of the last 30 days.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        updatedSince date: Date? = nil, pageSize: Int = 100, from cursor: PageCursor? = nil,
        _ options: CallOptions = CallOptions()
    ) -> PagedSequence<ServiceTicket> {
        api.list(Self.list(updatedSince: date, pageSize: pageSize), from: cursor, options)
    }

    /// Creates a ticket. `POST /tickets`
    /// - Throws: ``FreshworksError/Code/invalidArgument`` before anything is sent; otherwise as every call.
    public func create(
        _ draft: ServiceTicketDraft, _ options: CallOptions = CallOptions()
    ) async throws -> ServiceTicket {
        try await api.send(
            Endpoint("tickets.create", .post, "tickets", body: .json(draft), group: .ticketCreate, at: "ticket"),
            options)
    }

    /// Changes a ticket. `PUT /tickets/{id}`
    public func update(
        _ id: Int64, _ update: ServiceTicketUpdate, _ options: CallOptions = CallOptions()
    ) async throws -> ServiceTicket {
        try await api.send(
            Endpoint("tickets.update", .put, "tickets/\(id)", body: .json(update), at: "ticket"), options)
    }

    private static func list(updatedSince date: Date?, pageSize: Int) -> ListEndpoint<ServiceTicket> {
        var query: QueryItems = ["updated_since": date]
        query.append("per_page", pageSize, .within(1...100))
        return ListEndpoint(
            "tickets.list", "tickets", query: query, group: .ticketList, paging: .linkHeader, at: "tickets")
    }
}

// Freshservice limits these calls beside the account's total.
extension RateGroup {
    fileprivate static let ticketCreate = Self(rawValue: "tickets.create")
    fileprivate static let ticketList = Self(rawValue: "tickets.list")
}
