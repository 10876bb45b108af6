/// The surveys of the newer kind, beside ``SurveyEndpoints``, which the service calls legacy. Source: Freshdesk API v2, customer
/// satisfaction.
///
/// Its lists name their next page by its whole address, which is followed on the account's own host alone.
public struct CustomerSatisfactionEndpoints: Sendable {
    let api: APIClient

    /// The surveys. `GET /customer-satisfaction/surveys`
    /// - Parameters:
    ///   - state: Those in one state; `nil` lists all.
    ///   - pageSize: 1 to 100 surveys per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func surveys(
        state: CustomerSurveyState? = nil, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<CustomerSurvey> {
        api.list(
            ListEndpoint(
                "customer_satisfaction.surveys", "customer-satisfaction/surveys",
                query: .page(of: pageSize, ["state": state?.rawValue]), paging: .nextAddress, at: "data"),
            from: cursor, options)
    }

    /// What customers answered. `GET /customer-satisfaction/surveys/{id}/responses`
    /// - Parameters:
    ///   - survey: The survey.
    ///   - pageSize: 1 to 100 responses per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    /// - Returns: A list that throws ``FreshworksError/Code/notFound`` where nobody has answered yet: so the service says it.
    public func responses(
        to survey: String, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<CustomerSurveyResponse> {
        api.list(
            ListEndpoint(
                "customer_satisfaction.responses", "customer-satisfaction/surveys/\(survey)/responses",
                query: .page(of: pageSize), paging: .nextAddress, at: "data"), from: cursor, options)
    }

    /// Answers a survey for the customer of a ticket. `POST /customer-satisfaction/surveys/{id}/responses`
    @discardableResult
    public func respond(
        to survey: String, _ draft: CustomerSurveyResponseDraft, options: CallOptions = CallOptions()
    ) async throws -> CustomerSurveyResponse {
        try await api.send(
            Endpoint(
                "customer_satisfaction.respond", .post, "customer-satisfaction/surveys/\(survey)/responses",
                body: .json(draft)), options)
    }
}

extension FreshdeskClient {
    /// The surveys of the newer kind, and what customers answered.
    public var customerSatisfaction: CustomerSatisfactionEndpoints { CustomerSatisfactionEndpoints(api: api) }
}
