/// The users and the values of fields that records refer to by id: small lists, answered whole and worth keeping.
/// Source: Freshworks CRM API, selectors.
public struct SelectorEndpoints: Sendable {
    let api: APIClient

    /// The users who can own records. A key of low privilege may get 403 here alone. `GET /selector/owners`
    public func owners(options: CallOptions = CallOptions()) async throws -> [User] {
        try await api.send(Endpoint("selectors.owners", .get, "selector/owners", at: "users"), options)
    }

    /// The territories. `GET /selector/territories`
    public func territories(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/territories", at: "territories", options)
    }

    /// Where contacts and deals can come from. `GET /selector/lead_sources`
    public func leadSources(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/lead_sources", at: "lead_sources", options)
    }

    /// The campaigns. `GET /selector/campaigns`
    public func campaigns(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/campaigns", at: "campaigns", options)
    }

    /// The statuses of contacts. `GET /selector/contact_statuses`
    public func contactStatuses(options: CallOptions = CallOptions()) async throws -> [ContactStatus] {
        try await all("selector/contact_statuses", at: "contact_statuses", options)
    }

    /// The stages in the life of contacts. `GET /selector/lifecycle_stages`
    public func lifecycleStages(options: CallOptions = CallOptions()) async throws -> [LifecycleStage] {
        try await all("selector/lifecycle_stages", at: "lifecycle_stages", options)
    }

    /// The pipelines of deals, with their stages. `GET /selector/deal_pipelines`
    public func dealPipelines(options: CallOptions = CallOptions()) async throws -> [DealPipeline] {
        try await all("selector/deal_pipelines", at: "deal_pipelines", options)
    }

    /// The stages of deals, in all pipelines. `GET /selector/deal_stages`
    public func dealStages(options: CallOptions = CallOptions()) async throws -> [DealStage] {
        try await all("selector/deal_stages", at: "deal_stages", options)
    }

    /// The stages of one pipeline. `GET /selector/deal_pipelines/{id}/deal_stages`
    public func dealStages(pipeline id: Int64, options: CallOptions = CallOptions()) async throws -> [DealStage] {
        try await all("selector/deal_pipelines/\(id)/deal_stages", at: "deal_stages", options)
    }

    /// The types of deals. `GET /selector/deal_types`
    public func dealTypes(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/deal_types", at: "deal_types", options)
    }

    /// The reasons for which deals are lost. `GET /selector/deal_reasons`
    public func dealReasons(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/deal_reasons", at: "deal_reasons", options)
    }

    /// What deals can be about. `GET /selector/deal_products`
    public func dealProducts(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/deal_products", at: "deal_products", options)
    }

    /// The statuses of payment that deals can have. `GET /selector/deal_payment_statuses`
    public func dealPaymentStatuses(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/deal_payment_statuses", at: "deal_payment_statuses", options)
    }

    /// The branches of industry. `GET /selector/industry_types`
    public func industryTypes(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/industry_types", at: "industry_types", options)
    }

    /// The kinds of business. `GET /selector/business_types`
    public func businessTypes(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/business_types", at: "business_types", options)
    }

    /// The currencies. `GET /selector/currencies`
    public func currencies(options: CallOptions = CallOptions()) async throws -> [Currency] {
        try await all("selector/currencies", at: "currencies", options)
    }

    /// The kinds of sales activities. `GET /selector/sales_activity_types`
    public func salesActivityTypes(options: CallOptions = CallOptions()) async throws -> [SalesActivityType] {
        try await all("selector/sales_activity_types", at: "sales_activity_types", options)
    }

    /// How sales activities can end. `GET /selector/sales_activity_outcomes`
    public func salesActivityOutcomes(options: CallOptions = CallOptions()) async throws -> [SalesActivityOutcome] {
        try await all("selector/sales_activity_outcomes", at: "sales_activity_outcomes", options)
    }

    /// How sales activities of one kind can end. `GET /selector/sales_activity_types/{id}/sales_activity_outcomes`
    public func salesActivityOutcomes(
        type id: Int64, options: CallOptions = CallOptions()
    ) async throws -> [SalesActivityOutcome] {
        try await all(
            "selector/sales_activity_types/\(id)/sales_activity_outcomes", at: "sales_activity_outcomes", options)
    }

    /// The kinds of tasks and appointments. `GET /selector/sales_activity_entity_types`
    public func salesActivityEntityTypes(
        options: CallOptions = CallOptions()
    ) async throws -> [SalesActivityEntityType] {
        try await all("selector/sales_activity_entity_types", at: "sales_activity_entity_types", options)
    }

    /// The stages of leads. Classic only. `GET /selector/lead_stages`
    public func leadStages(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/lead_stages", at: "lead_stages", options)
    }

    /// The reasons for which leads are lost. Classic only. `GET /selector/lead_reasons`
    public func leadReasons(options: CallOptions = CallOptions()) async throws -> [Choice] {
        try await all("selector/lead_reasons", at: "lead_reasons", options)
    }

    private func all<Row: Resource>(
        _ path: PathTemplate, at root: String, _ options: CallOptions
    ) async throws -> [Row] {
        try await api.send(Endpoint("selectors.\(root)", .get, path, at: root), options)
    }
}

extension FreshsalesClient {
    /// The users and the values of fields that records refer to by id.
    public var selectors: SelectorEndpoints { SelectorEndpoints(api: api) }
}
