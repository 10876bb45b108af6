import Freshsales
import TestSupport
import Testing

@Suite("Freshsales lists that find their view")
struct WholeListTests {
    @Test("the view of all records is found by its name, not by its place")
    func found() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"filters":[{"id":1,"name":"My Accounts"},{"id":2,"name":"All Accounts","is_default":false},\#
                {"id":3,"name":"All accounts","is_default":true}]}
                """#),
            .json(200, #"{"sales_accounts":[{"id":9}],"meta":{"total_pages":1,"total":1}}"#))
        let all = try await wire.freshsales().salesAccounts.list(order: .ascending(.createdAt), pageSize: 50)
        #expect(try await all.all().map(\.id) == [9])
        #expect(
            wire.lines == [
                "GET /crm/sales/api/sales_accounts/filters",
                "GET /crm/sales/api/sales_accounts/view/3?per_page=50&sort=created_at&sort_type=asc",
            ])
    }

    @Test("without one nothing is listed, and the error names the views there are")
    func missing() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1,"name":"My Deals"},{"id":2,"name":"Alle Deals"},{"id":3}]}"#))
        let error = await #expect(throws: FreshworksError.self) { try await wire.freshsales().deals.list() }
        #expect(error?.code == .noWholeView)
        #expect(
            error?.message
                == "the account has no view of all deals; it has My Deals (1), Alle Deals (2), without a name (3)")
        #expect(wire.lines == ["GET /crm/sales/api/deals/filters"])
    }
}
