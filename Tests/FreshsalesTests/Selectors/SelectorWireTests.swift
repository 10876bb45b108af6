import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales selectors on the wire")
struct SelectorWireTests {
    @Test("each selector has its path and reads the rows under its root")
    func paths() async throws {
        try await expect("owners", root: "users") { try await $0.owners().map(\.id) }
        try await expect("territories") { try await $0.territories().map(\.id) }
        try await expect("lead_sources") { try await $0.leadSources().map(\.id) }
        try await expect("campaigns") { try await $0.campaigns().map(\.id) }
        try await expect("contact_statuses") { try await $0.contactStatuses().map(\.id) }
        try await expect("lifecycle_stages") { try await $0.lifecycleStages().map(\.id) }
        try await expect("deal_pipelines") { try await $0.dealPipelines().map(\.id) }
        try await expect("deal_stages") { try await $0.dealStages().map(\.id) }
        try await expect("deal_pipelines/9/deal_stages", root: "deal_stages") {
            try await $0.dealStages(pipeline: 9).map(\.id)
        }
        try await expect("deal_types") { try await $0.dealTypes().map(\.id) }
        try await expect("deal_reasons") { try await $0.dealReasons().map(\.id) }
        try await expect("deal_products") { try await $0.dealProducts().map(\.id) }
        try await expect("deal_payment_statuses") { try await $0.dealPaymentStatuses().map(\.id) }
        try await expect("industry_types") { try await $0.industryTypes().map(\.id) }
        try await expect("business_types") { try await $0.businessTypes().map(\.id) }
        try await expect("currencies") { try await $0.currencies().map(\.id) }
        try await expect("sales_activity_types") { try await $0.salesActivityTypes().map(\.id) }
        try await expect("sales_activity_outcomes") { try await $0.salesActivityOutcomes().map(\.id) }
        try await expect("sales_activity_types/9/sales_activity_outcomes", root: "sales_activity_outcomes") {
            try await $0.salesActivityOutcomes(type: 9).map(\.id)
        }
        try await expect("sales_activity_entity_types") { try await $0.salesActivityEntityTypes().map(\.id) }
        try await expect("lead_stages") { try await $0.leadStages().map(\.id) }
        try await expect("lead_reasons") { try await $0.leadReasons().map(\.id) }
    }

    private func expect(
        _ path: String, root: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
        _ call: (SelectorEndpoints) async throws -> [Int64]
    ) async throws {
        let wire = ScriptedTransport(.json(200, #"{"\#(root ?? path)":[{"id":70000000001},{"id":"2"}]}"#))
        let ids = try await call(wire.freshsales().selectors)
        #expect(ids == [70_000_000_001, 2], sourceLocation: sourceLocation)
        #expect(wire.lines == ["GET /crm/sales/api/selector/\(path)"], sourceLocation: sourceLocation)
    }

    @Test("an id that cannot be one is refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(200, "{}"))
        let selectors = try wire.freshsales().selectors
        await expectRefusal(.invalidPath) { _ = try await selectors.dealStages(pipeline: 0) }
        await expectRefusal(.invalidPath) { _ = try await selectors.salesActivityOutcomes(type: -1) }
        #expect(wire.requests.isEmpty)
    }

    @Test("a list that is not there is an error, not an empty list")
    func missingRoot() async throws {
        let wire = ScriptedTransport(.json(200, #"{"owners":[]}"#))
        await expectRefusal(.unreadableResponse) { _ = try await wire.freshsales().selectors.owners() }
    }
}
