/// The fields that the account's tickets have, to be changed. All calls need an administrator's key; a deleted field is gone for good,
/// with what tickets had in it. Source: Freshdesk API v2, admin ticket fields: `POST /admin/ticket_fields`, `PUT` and
/// `DELETE /admin/ticket_fields/{id}`, and what stands at the functions.
public struct AdminTicketFieldEndpoints: CreatedRecords, UpdatedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = AdminTicketField
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "admin/ticket_fields" }

    /// All fields; they come whole, not in pages. `GET /admin/ticket_fields`
    /// - Parameter includingSections: Whether each comes with its sections.
    public func all(
        includingSections: Bool = false, options: CallOptions = CallOptions()
    ) async throws -> [AdminTicketField] {
        try await api.send(Endpoint(name("all"), .get, path, query: .sections(includingSections)), options)
    }

    /// One field. `GET /admin/ticket_fields/{id}`
    /// - Parameter includingSections: Whether it comes with its sections.
    public func get(
        _ id: Int64, includingSections: Bool = false, options: CallOptions = CallOptions()
    ) async throws -> AdminTicketField {
        try await api.send(Endpoint(name("get"), .get, "\(path)/\(id)", query: .sections(includingSections)), options)
    }

    /// The sections of a field.
    public func sections(of field: Int64) -> TicketFieldSectionEndpoints {
        TicketFieldSectionEndpoints(api: api, field: field)
    }
}

/// The sections of a field of tickets. Source: Freshdesk API v2, sections of ticket fields: `GET`, `PUT` and
/// `DELETE /admin/ticket_fields/{id}/sections/{id}`, and what stands at the functions.
public struct TicketFieldSectionEndpoints: FetchedRecords, UpdatedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = TicketFieldSection
    /// Sends the calls.
    public let api: APIClient
    let field: Int64
    /// Where they are.
    public var path: PathTemplate { "admin/ticket_fields/\(field)/sections" }

    /// All sections; they come whole, not in pages. `GET /admin/ticket_fields/{id}/sections`
    public func all(options: CallOptions = CallOptions()) async throws -> [TicketFieldSection] {
        try await api.send(Endpoint(name("all"), .get, path) { try $0.json().sections() }, options)
    }

    /// Creates a section. `POST /admin/ticket_fields/{id}/sections`
    ///
    /// The service answers with the new section or with all of the field; then it is the youngest of those with the label.
    @discardableResult
    public func create(
        _ draft: TicketFieldSectionDraft, options: CallOptions = CallOptions()
    ) async throws -> TicketFieldSection {
        let label = draft.label
        return try await api.send(
            Endpoint(name("create"), .post, path, body: .json(draft)) { answer in
                let json = try answer.json()
                guard json.arrayValue != nil || json["sections"] != nil else { return try json.record() }
                let made = try json.sections().filter { $0.label == label }.max { $0.id < $1.id }
                guard let made else {
                    throw FreshworksError(.unreadableResponse, "the answer does not have the new section")
                }
                return made
            }, options)
    }
}

extension JSONValue {
    /// The service lists sections as they are, or under `sections`.
    fileprivate func sections() throws -> [TicketFieldSection] {
        try records(at: arrayValue == nil ? ["sections"] : [])
    }
}

extension QueryItems {
    fileprivate static func sections(_ areIncluded: Bool) -> QueryItems { ["include": areIncluded ? "section" : nil] }
}

extension FreshdeskClient {
    /// The fields that the account's tickets have, to be changed.
    public var adminTicketFields: AdminTicketFieldEndpoints { AdminTicketFieldEndpoints(api: administration) }
}
