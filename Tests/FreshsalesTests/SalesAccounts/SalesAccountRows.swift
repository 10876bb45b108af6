import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, accounts.
extension EndpointFolder {
    static let salesAccounts = EndpointFolder(
        "Sales accounts", 10,
        """
        POST sales_accounts
        GET sales_accounts/{id}
        GET sales_accounts/filters
        GET sales_accounts/view/{id}
        PUT sales_accounts/{id}
        POST sales_accounts/{id}/clone
        DELETE sales_accounts/{id}
        DELETE sales_accounts/{id}/forget
        PUT sales_accounts/{id}/manage_team_members
        GET sales_accounts/{id}/contacts
        """,
        calls: [
            .reading(
                "POST sales_accounts", "sales_accounts", #"{"sales_account":{"name":"Rhone"}}"#,
                answer: .json(201, #"{"sales_account":{"id":8}}"#)
            ) {
                try await $0.salesAccounts.create(SalesAccountDraft(name: "Rhone")).id == 8
            },
            .reading("GET sales_accounts/{id}", "sales_accounts/8", answer: .json(200, #"{"sales_account":{"id":8}}"#))
            {
                try await $0.salesAccounts.get(8).id == 8
            },
            .reading(
                "GET sales_accounts/filters", "sales_accounts/filters", answer: .json(200, #"{"filters":[{"id":4}]}"#)
            ) {
                try await $0.salesAccounts.views().map(\.id) == [4]
            },
            .reading(
                "GET sales_accounts/view/{id}", "sales_accounts/view/4?per_page=100",
                answer: .json(200, #"{"sales_accounts":[{"id":8}],"meta":{"total_pages":1}}"#)
            ) { try await $0.salesAccounts.list(view: 4).all().map(\.id) == [8] },
            .reading(
                "PUT sales_accounts/{id}", "sales_accounts/8", #"{"sales_account":{"name":"Alto"}}"#,
                answer: .json(200, #"{"sales_account":{"id":8}}"#)
            ) {
                try await $0.salesAccounts.update(8, SalesAccountUpdate { $0.name = "Alto" }).id == 8
            },
            .reading(
                "POST sales_accounts/{id}/clone", "sales_accounts/8/clone", #"{"sales_account":{"name":"Alto"}}"#,
                answer: .json(200, #"{"sales_account":{"id":9}}"#)
            ) {
                try await $0.salesAccounts.clone(8, changing: SalesAccountUpdate { $0.name = "Alto" }).id == 9
            },
            .silent("DELETE sales_accounts/{id}", "sales_accounts/8") {
                try await $0.salesAccounts.delete(8)
            },
            .silent("DELETE sales_accounts/{id}/forget", "sales_accounts/8/forget", answer: .json(200, "true")) {
                try await $0.salesAccounts.forget(8)
            },

            .reading(
                "PUT sales_accounts/{id}/manage_team_members", "sales_accounts/8/manage_team_members",
                #"{"team_users":[]}"#, answer: .json(200, #"{"sales_account":{"id":8}}"#)
            ) { try await $0.salesAccounts.setTeam(of: 8, []).id == 8 },
            .reading(
                "GET sales_accounts/{id}/contacts", "sales_accounts/8/contacts",
                answer: .json(200, #"{"contacts":[{"id":5}]}"#)
            ) { try await $0.salesAccounts.contacts(of: 8).all().map(\.id) == [5] },
        ])
}
