import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Companies.
extension EndpointFolder {
    static let companies = EndpointFolder(
        "Companies", 13,
        """
        GET companies
        POST companies
        GET companies/{id}
        PUT companies/{id}
        DELETE companies/{id}
        GET companies/autocomplete
        GET search/companies
        POST companies/export
        GET companies/export/{id}
        GET companies/imports
        POST companies/imports
        GET companies/imports/{id}
        PUT companies/imports/{id}/cancel
        """,
        notBuilt: """
            GET companies/autocomplete
            GET search/companies
            POST companies/export
            GET companies/export/{id}
            GET companies/imports
            POST companies/imports
            GET companies/imports/{id}
            PUT companies/imports/{id}/cancel
            """,
        calls: [

            WireCall("GET companies", "companies?per_page=100", answer: .json(200, "[]")) {
                _ = try await $0.companies.list().all()
            },
            WireCall("POST companies", "companies", #"{"name":"Acme"}"#) {
                try await $0.companies.create(CompanyDraft(name: "Acme"))
            },
            WireCall("GET companies/{id}", "companies/5") { _ = try await $0.companies.get(5) },
            WireCall("PUT companies/{id}", "companies/5", #"{"note":null}"#) {
                try await $0.companies.update(5, CompanyUpdate { $0.note = .clear })
            },
            WireCall("DELETE companies/{id}", "companies/5", answer: .empty(204)) { try await $0.companies.delete(5) },
        ])
}
