import Foundation
import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, search, lookup, filtered search, upsert and bulk calls; the last row is of custom modules.
extension EndpointFolder {
    static let searchAndBulk = EndpointFolder(
        "Search and bulk", 20,
        """
        POST contacts/upsert
        POST sales_accounts/upsert
        POST deals/upsert
        POST contacts/bulk_upsert
        POST sales_accounts/bulk_upsert
        POST deals/bulk_upsert
        POST contacts/bulk_destroy
        POST sales_accounts/bulk_destroy
        POST deals/bulk_destroy
        POST leads/bulk_destroy
        POST contacts/bulk_assign_owner
        POST leads/bulk_assign_owner
        GET job_statuses/{id}
        GET search
        GET lookup
        POST filtered_search/contact
        POST filtered_search/sales_account
        POST filtered_search/deal
        POST filtered_search/lead
        POST filtered_search/{id}
        """,
        notBuilt: """
            POST filtered_search/{id}
            """,
        calls: [
            .reading(
                "POST contacts/upsert", "contacts/upsert",
                #"{"unique_identifier":{"emails":"a@b.example"},"contact":{"city":"Lyon"}}"#,
                answer: .json(201, #"{"contact":{"id":8}}"#)
            ) { try await $0.contacts.upsert(by: .email("a@b.example"), ContactDraft { $0.city = "Lyon" }).id == 8 },
            .reading(
                "POST sales_accounts/upsert", "sales_accounts/upsert",
                #"{"unique_identifier":{"name":"Rhone"},"sales_account":{"name":"Alto"}}"#,
                answer: .json(200, #"{"sales_account":{"id":8}}"#)
            ) { try await $0.salesAccounts.upsert(by: .name("Rhone"), SalesAccountDraft(name: "Alto")).id == 8 },
            .reading(
                "POST deals/upsert", "deals/upsert",
                #"{"unique_identifier":{"id":8},"deal":{"name":"Renewal","amount":1500}}"#,
                answer: .json(200, #"{"deal":{"id":8}}"#)
            ) { try await $0.deals.upsert(by: .id(8), DealDraft(name: "Renewal", amount: 1500)).id == 8 },
            // What becomes of a batch is data: one that is refused has no job to wait for.
            .reading(
                "POST contacts/bulk_upsert", "contacts/bulk_upsert",
                #"{"contacts":[{"emails":"a@b.example","data":{"city":"Lyon"}}]}"#,
                answer: .json(400, #"{"errors":{"code":400,"message":["No"]}}"#)
            ) {
                let record = BulkUpsert<Contact>(by: .email("a@b.example"), ContactDraft { $0.city = "Lyon" })
                return try await !$0.contacts.bulkUpsert([record]).isSuccess
            },
            .reading(
                "POST sales_accounts/bulk_upsert", "sales_accounts/bulk_upsert",
                #"{"sales_accounts":[{"name":"Rhone","data":{"name":"Alto"}}]}"#,
                answer: .json(400, #"{"errors":{"code":400,"message":["No"]}}"#)
            ) {
                let record = BulkUpsert<SalesAccount>(by: .name("Rhone"), SalesAccountDraft(name: "Alto"))
                return try await !$0.salesAccounts.bulkUpsert([record]).isSuccess
            },
            .reading(
                "POST deals/bulk_upsert", "deals/bulk_upsert",
                #"{"deals":[{"id":"8","data":{"name":"Renewal","amount":1500}}]}"#,
                answer: .json(400, #"{"errors":{"code":400,"message":["No"]}}"#)
            ) {
                let record = BulkUpsert<Deal>(by: .id(8), DealDraft(name: "Renewal", amount: 1500))
                return try await !$0.deals.bulkUpsert([record]).isSuccess
            },
            WireCall("POST contacts/bulk_destroy", "contacts/bulk_destroy", #"{"selected_ids":[5]}"#) {
                try await $0.contacts.bulkDelete([5])
            },
            WireCall(
                "POST sales_accounts/bulk_destroy", "sales_accounts/bulk_destroy",
                #"{"selected_ids":[5],"delete_associated_contacts_deals":true}"#
            ) { try await $0.salesAccounts.bulkDelete([5], deletingAssociated: true) },
            WireCall("POST deals/bulk_destroy", "deals/bulk_destroy", #"{"selected_ids":[5]}"#) {
                try await $0.deals.bulkDelete([5])
            },
            WireCall("POST leads/bulk_destroy", "leads/bulk_destroy", #"{"selected_ids":[5]}"#) {
                try await $0.leads.bulkDelete([5])
            },
            WireCall(
                "POST contacts/bulk_assign_owner", "contacts/bulk_assign_owner", #"{"selected_ids":[5],"owner_id":7}"#
            ) { try await $0.contacts.bulkAssign([5], to: 7) },
            WireCall("POST leads/bulk_assign_owner", "leads/bulk_assign_owner", #"{"selected_ids":[5],"owner_id":7}"#) {
                try await $0.leads.bulkAssign([5], to: 7)
            },
            .reading(
                "GET job_statuses/{id}", "job_statuses/5f0e", answer: .json(200, #"{"id":"5f0e","status":"SUCCESS"}"#)
            ) { try await $0.jobs.get("5f0e").id == "5f0e" },
            .reading(
                "GET search", "search?q=ines&include=contact&per_page=100",
                answer: .json(200, #"[{"id":"5","type":"contact","name":"Ines"}]"#)
            ) { try await $0.search("ines", in: [.contact]).count == 1 },
            .reading(
                "GET lookup", "lookup?q=ines%40example.com&f=email&entities=contact",
                answer: .json(200, #"{"contacts":{"contacts":[{"id":5}]}}"#)
            ) { try await $0.contacts.lookup(.email, "ines@example.com").map(\.id) == [5] },
            filtered("contact", "contacts") { try await $0.contacts.search(.ownerID(.is(7))).all().map(\.id) },
            filtered("sales_account", "sales_accounts") {
                try await $0.salesAccounts.search(.ownerID(.is(7))).all().map(\.id)
            },
            filtered("deal", "deals") { try await $0.deals.search(.ownerID(.is(7))).all().map(\.id) },
            filtered("lead", "leads") { try await $0.leads.search(.ownerID(.is(7))).all().map(\.id) },
        ])

    private static func filtered(
        _ entity: String, _ root: String, _ ids: @escaping @Sendable (FreshsalesClient) async throws -> [Int64]
    ) -> WireCall {
        .reading(
            "POST filtered_search/\(entity)", "filtered_search/\(entity)?per_page=100",
            #"{"filter_rule":[{"attribute":"owner_id","operator":"is_in","value":[7]}]}"#,
            answer: .json(200, #"{"\#(root)":[{"id":5}],"meta":{"total_pages":1}}"#)
        ) { try await ids($0) == [5] }
    }
}
