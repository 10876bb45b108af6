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
        ], bulkCalls, searchCalls)

    private static let done = TransportResponse.json(200, #"{"message":"Done"}"#)

    private static let bulkCalls: [WireCall] = [
        .reading(
            "POST contacts/bulk_upsert", "contacts/bulk_upsert",
            #"{"contacts":[{"emails":"a@b.example","data":{"city":"Lyon"}}]}"#, answer: done, unread: [".message"]
        ) {
            try await $0.contacts.bulkUpsert([BulkUpsert(by: .email("a@b.example"), ContactDraft { $0.city = "Lyon" })])
                .count(.unknown) == 1
        },
        .reading(
            "POST sales_accounts/bulk_upsert", "sales_accounts/bulk_upsert",
            #"{"sales_accounts":[{"name":"Rhone","data":{"name":"Alto"}}]}"#, answer: done, unread: [".message"]
        ) {
            try await $0.salesAccounts.bulkUpsert([BulkUpsert(by: .name("Rhone"), SalesAccountDraft(name: "Alto"))])
                .count(.unknown) == 1
        },
        .reading(
            "POST deals/bulk_upsert", "deals/bulk_upsert",
            #"{"deals":[{"id":"8","data":{"name":"Renewal","amount":1500}}]}"#, answer: done, unread: [".message"]
        ) {
            try await $0.deals.bulkUpsert([BulkUpsert(by: .id(8), DealDraft(name: "Renewal", amount: 1500))])
                .count(.unknown) == 1
        },
        .reading(
            "POST contacts/bulk_destroy", "contacts/bulk_destroy", #"{"selected_ids":[7,8]}"#, answer: done,
            unread: [".message"]
        ) { try await $0.contacts.bulkDelete([7, 8]).count(.accepted) == 2 },
        .reading(
            "POST sales_accounts/bulk_destroy", "sales_accounts/bulk_destroy",
            #"{"selected_ids":[7],"delete_associated_contacts_deals":true}"#, answer: done, unread: [".message"]
        ) { try await $0.salesAccounts.bulkDelete([7], deletingAssociated: true).isSuccess },
        .reading(
            "POST deals/bulk_destroy", "deals/bulk_destroy", #"{"selected_ids":[7]}"#, answer: done,
            unread: [".message"]
        ) {
            try await $0.deals.bulkDelete([7]).isSuccess
        },
        .reading(
            "POST leads/bulk_destroy", "leads/bulk_destroy", #"{"selected_ids":[7]}"#, answer: done,
            unread: [".message"]
        ) {
            try await $0.leads.bulkDelete([7]).isSuccess
        },
        .reading(
            "POST contacts/bulk_assign_owner", "contacts/bulk_assign_owner",
            #"{"selected_ids":[7],"owner_id":3}"#, answer: done, unread: [".message"]
        ) { try await $0.contacts.bulkAssign([7], to: 3).isSuccess },
        .reading(
            "POST leads/bulk_assign_owner", "leads/bulk_assign_owner", #"{"selected_ids":[7],"owner_id":3}"#,
            answer: done, unread: [".message"]
        ) { try await $0.leads.bulkAssign([7], to: 3).isSuccess },
        .reading(
            "GET job_statuses/{id}", "job_statuses/5f0e", answer: .json(200, #"{"id":"5f0e","status":"SUCCESS"}"#)
        ) {
            let job = try await $0.jobs.get("5f0e")
            job.id == "5f0e"
            job.status == .success
        },
    ]

    /// Who owns it.
    private static let rule: JSONText =
        #"{"filter_rule":[{"attribute":"owner_id","operator":"is_in","value":[3]}]}"#

    private static let searchCalls: [WireCall] = [
        .reading(
            "GET search", "search?q=rhone&include=contact%2Cdeal&per_page=100",
            answer: .json(200, #"[{"id":"8","type":"deal"}]"#)
        ) {
            let hits = try await $0.search("rhone", in: [.contact, .deal])
            hits.map(\.id) == [8]
            hits.map(\.type) == [.deal]
        },
        .reading(
            "GET lookup", "lookup?q=a%40b.example&f=email&entities=contact",
            answer: .json(200, #"{"contacts":{"contacts":[{"id":8}]}}"#)
        ) { try await $0.contacts.lookup(.email, "a@b.example").map(\.id) == [8] },
        .reading(
            "GET lookup", "lookup?q=Rhone&f=name&entities=lead%2Csales_account",
            answer: .json(200, #"{"leads":{"leads":[{"id":8}]}}"#)
        ) { try await $0.lookup(.name, "Rhone", in: [.salesAccount, .lead]).leads.map(\.id) == [8] },
        .reading(
            "POST filtered_search/contact", "filtered_search/contact?per_page=100", rule,
            answer: .json(200, #"{"contacts":[{"id":8}],"meta":{"total":1}}"#)
        ) { try await $0.contacts.search(.ownerID(.is(3))).all().map(\.id) == [8] },
        .reading(
            "POST filtered_search/sales_account", "filtered_search/sales_account?per_page=100", rule,
            answer: .json(200, #"{"sales_accounts":[{"id":8}],"meta":{"total":1}}"#)
        ) { try await $0.salesAccounts.search(.ownerID(.is(3))).all().map(\.id) == [8] },
        .reading(
            "POST filtered_search/deal", "filtered_search/deal?per_page=100", rule,
            answer: .json(200, #"{"deals":[{"id":8}],"meta":{"total":1}}"#)
        ) { try await $0.deals.search(.ownerID(.is(3))).all().map(\.id) == [8] },
        .reading(
            "POST filtered_search/lead", "filtered_search/lead?per_page=100",
            #"{"filter_rule":[{"attribute":"lead_email.email","operator":"is_in","value":["a@b.example"]}]}"#,
            answer: .json(200, #"{"leads":[{"id":8}],"meta":{"total":1}}"#)
        ) { try await $0.leads.search(.email(.is("a@b.example"))).all().map(\.id) == [8] },
        .reading(
            "POST filtered_search/{id}", "filtered_search/cm_orders?per_page=100", rule,
            answer: .json(200, #"{"cm_orders":[{"id":8}],"meta":{"total":1}}"#)
        ) { try await $0.customModule("cm_orders").search(.ownerID(.is(3))).all().map(\.id) == [8] },
        .reading(
            "POST filtered_search/{id}",
            "filtered_search/cm_orders?per_page=50&sort=updated_at&sort_type=asc&include=creater",
            #"{"filter_rule":[{"attribute":"owner_id","operator":"is_in","value":[3]}],"detail":true}"#,
            answer: .json(200, #"{"cm_orders":[{"id":8,"creater_id":7}],"users":[{"id":7}],"meta":{"total":1}}"#)
        ) {
            let orders = try await $0.customModule("cm_orders").search(
                .ownerID(.is(3)), order: .ascending(.updatedAt), include: [.creator], detail: true, pageSize: 50
            ).all()
            orders.map(\.id) == [8]
            orders.map { $0.creator?.id } == [7]
        },
    ]
}
