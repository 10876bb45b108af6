/// The forms that customers write tickets with. All calls need an administrator's key; a deleted form is gone for good. Source:
/// Freshdesk API v2, ticket forms: `GET` and `POST /ticket-forms`, `GET`, `PUT` and `DELETE /ticket-forms/{id}`.
public struct TicketFormEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = TicketForm
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "ticket-forms" }
    /// A page has 50 forms at most.
    public static var largestPage: Int { 50 }

    /// Makes a copy of a form, under another title. `POST /ticket-forms/{id}/clone`
    public func clone(_ id: Int64, options: CallOptions = CallOptions()) async throws -> TicketForm {
        try await api.send(Endpoint(name("clone"), .post, "\(path)/\(id)/clone"), options)
    }

    /// What a form asks for.
    public func fields(of form: Int64) -> TicketFormFieldEndpoints { TicketFormFieldEndpoints(api: api, form: form) }
}

/// What a form asks for. Source: Freshdesk API v2, ticket form fields: `GET`, `PUT` and `DELETE /ticket-forms/{id}/fields/{id}`.
public struct TicketFormFieldEndpoints: FetchedRecords, UpdatedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = TicketFormField
    /// Sends the calls.
    public let api: APIClient
    let form: Int64
    /// Where they are.
    public var path: PathTemplate { "ticket-forms/\(form)/fields" }
}

extension FreshdeskClient {
    /// The forms that customers write tickets with.
    public var ticketForms: TicketFormEndpoints { TicketFormEndpoints(api: administration) }
}
