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
        ])
}
