import Foundation
import Freshdesk
import TestSupport
import Testing

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
        calls: [
            .reading(
                "GET search/companies", "search/companies?query=%22domain%3A%27acme.test%27%22&page=1",
                answer: .json(200, #"{"total":1,"results":[{"id":5}]}"#)
            ) { try await $0.companies.searchPage(.domain("acme.test")).total == 1 },
            .reading(
                "GET search/companies", "search/companies?query=%22domain%3A%27acme.test%27%22",
                answer: .json(200, #"{"total":1,"results":[{"id":5}]}"#)
            ) { try await $0.companies.search(.domain("acme.test")).all().map(\.id) == [5] },
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
            .reading(
                "GET companies/autocomplete", "companies/autocomplete?name=ac",
                answer: .json(200, #"{"companies":[{"id":5,"name":"Acme"}]}"#)
            ) { try await $0.companies.autocomplete("ac").map(\.name) == ["Acme"] },
            .reading(
                "POST companies/export", "companies/export",
                #"{"fields":{"default_fields":["name"],"custom_fields":["cf_a"]}}"#,
                answer: .json(200, #"{"id":"x-1"}"#)
            ) { try await $0.companies.exports.start(fields: ["name"], customFields: ["cf_a"]).id == "x-1" },
            WireCall(
                "GET companies/export/{id}", "companies/export/x-1",
                answer: .json(
                    200, #"{"id":"x-1","status":"completed","download_url":"https://files.example/x.csv"}"#)
            ) {
                let export = try await $0.companies.exports.get("x-1")
                #expect(export.status == .completed)
                #expect(export.downloadURL?.absoluteString == "https://files.example/x.csv")
            },
            .reading("GET companies/imports", "companies/imports", answer: .json(200, #"[{"id":5,"total_records":2}]"#))
            {
                try await $0.companies.imports.list().map(\.totalRecords) == [2]
            },
            WireCall(
                "POST companies/imports", "companies/imports",
                form: ["fields[email]=1", "fields[name]=0", "file=@people.csv"]
            ) {
                _ = try await $0.companies.imports.start(
                    .data(Data("n,e".utf8), filename: "people.csv"), columns: ["name": 0, "email": 1])
            },
            .reading(
                "GET companies/imports/{id}", "companies/imports/5",
                answer: .json(200, #"{"id":5,"status":"in_progress","completed_records":1}"#)
            ) { try await $0.companies.imports.get(5).completedRecords == 1 },
            WireCall("PUT companies/imports/{id}/cancel", "companies/imports/5/cancel", answer: .empty(204)) {
                try await $0.companies.imports.cancel(5)
            },
        ])
}
