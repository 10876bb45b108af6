import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, selectors.
extension EndpointFolder {
    static let selectors = EndpointFolder(
        "Selectors", 22,
        """
        GET selector/owners
        GET selector/territories
        GET selector/lead_sources
        GET selector/campaigns
        GET selector/contact_statuses
        GET selector/lifecycle_stages
        GET selector/deal_pipelines
        GET selector/deal_pipelines/{id}/deal_stages
        GET selector/deal_stages
        GET selector/deal_types
        GET selector/deal_reasons
        GET selector/deal_products
        GET selector/deal_payment_statuses
        GET selector/industry_types
        GET selector/business_types
        GET selector/currencies
        GET selector/sales_activity_types
        GET selector/sales_activity_outcomes
        GET selector/sales_activity_types/{id}/sales_activity_outcomes
        GET selector/sales_activity_entity_types
        GET selector/lead_stages
        GET selector/lead_reasons
        """,
        calls: [
            selector("owners", root: "users") { try await $0.owners().map(\.id) },
            selector("territories") { try await $0.territories().map(\.id) },
            selector("lead_sources") { try await $0.leadSources().map(\.id) },
            selector("campaigns") { try await $0.campaigns().map(\.id) },
            selector("contact_statuses") { try await $0.contactStatuses().map(\.id) },
            selector("lifecycle_stages") { try await $0.lifecycleStages().map(\.id) },
            selector("deal_pipelines") { try await $0.dealPipelines().map(\.id) },
            selector("deal_pipelines/{id}/deal_stages", root: "deal_stages") {
                try await $0.dealStages(pipeline: 9).map(\.id)
            },
            selector("deal_stages") { try await $0.dealStages().map(\.id) },
            selector("deal_types") { try await $0.dealTypes().map(\.id) },
            selector("deal_reasons") { try await $0.dealReasons().map(\.id) },
            selector("deal_products") { try await $0.dealProducts().map(\.id) },
            selector("deal_payment_statuses") { try await $0.dealPaymentStatuses().map(\.id) },
            selector("industry_types") { try await $0.industryTypes().map(\.id) },
            selector("business_types") { try await $0.businessTypes().map(\.id) },
            selector("currencies") { try await $0.currencies().map(\.id) },
            selector("sales_activity_types") { try await $0.salesActivityTypes().map(\.id) },
            selector("sales_activity_outcomes") { try await $0.salesActivityOutcomes().map(\.id) },
            selector("sales_activity_types/{id}/sales_activity_outcomes", root: "sales_activity_outcomes") {
                try await $0.salesActivityOutcomes(type: 9).map(\.id)
            },
            selector("sales_activity_entity_types") { try await $0.salesActivityEntityTypes().map(\.id) },
            selector("lead_stages") { try await $0.leadStages().map(\.id) },
            selector("lead_reasons") { try await $0.leadReasons().map(\.id) },
        ])

    private static func selector(
        _ path: String, root: String? = nil, _ ids: @escaping @Sendable (SelectorEndpoints) async throws -> [Int64]
    ) -> WireCall {
        .reading(
            "GET selector/\(path)", "selector/\(path.replacing("{id}", with: "9"))",
            answer: .json(200, #"{"\#(root ?? path)":[{"id":70000000001}]}"#)
        ) { try await ids($0.selectors) == [70_000_000_001] }
    }
}
