import Foundation
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
        calls: [
            .reading(
                "GET search/companies", "search/companies?query=%22domain%3A%27acme.test%27%22&page=1",
                answer: .json(200, #"{"total":1,"results":[\#(acme.text)]}"#)
            ) {
                let page = try await $0.companies.searchPage(.domain("acme.test"))
                page.total == 1
                acme.facts(page.records)
            },
            .reading(
                "GET search/companies", "search/companies?query=%22domain%3A%27acme.test%27%22",
                answer: acme.list(under: "results")
            ) { acme.facts(try await $0.companies.search(.domain("acme.test")).all()) },
            .reading("GET companies", "companies?per_page=100", answer: acme.list()) {
                acme.facts(try await $0.companies.list().all())
            },
            .reading("POST companies", "companies", #"{"name":"Acme"}"#, answer: acme.answer(201)) {
                acme.facts(try await $0.companies.create(CompanyDraft(name: "Acme")))
            },
            .reading("GET companies/{id}", "companies/5", answer: acme.answer()) {
                acme.facts(try await $0.companies.get(5))
            },
            .reading("PUT companies/{id}", "companies/5", #"{"note":null}"#, answer: acme.answer()) {
                acme.facts(try await $0.companies.update(5, CompanyUpdate { $0.note = .clear }))
            },
            .silent("DELETE companies/{id}", "companies/5") { try await $0.companies.delete(5) },
            .reading(
                "GET companies/autocomplete", "companies/autocomplete?name=ac",
                answer: .json(200, #"{"companies":[{"id":5,"name":"Acme"}]}"#)
            ) {
                let companies = try await $0.companies.autocomplete("ac")
                companies.map(\.id) == [5]
                companies.map(\.name) == ["Acme"]
            },
            .reading(
                "POST companies/export", "companies/export",
                #"{"fields":{"default_fields":["name"],"custom_fields":["cf_a"]}}"#,
                answer: .json(200, #"{"id":"x-1"}"#)
            ) { try await $0.companies.exports.start(fields: ["name"], customFields: ["cf_a"]).id == "x-1" },
            .reading("GET companies/export/{id}", "companies/export/x-1", answer: Sample<Export>.done.answer()) {
                Sample<Export>.done.facts(try await $0.companies.exports.get("x-1"))
            },
            .reading("GET companies/imports", "companies/imports", answer: Sample<Import>.underWay.list()) {
                Sample<Import>.underWay.facts(try await $0.companies.imports.list())
            },
            .reading(
                "POST companies/imports", "companies/imports",
                form: ["fields[email]=1", "fields[name]=0", "file=@people.csv"],
                answer: Sample<Import>.underWay.answer(201)
            ) {
                Sample<Import>.underWay.facts(
                    try await $0.companies.imports.start(
                        .data(Data("n,e".utf8), filename: "people.csv"), columns: ["name": 0, "email": 1]))
            },
            .reading("GET companies/imports/{id}", "companies/imports/5", answer: Sample<Import>.underWay.answer()) {
                Sample<Import>.underWay.facts(try await $0.companies.imports.get(5))
            },
            .silent("PUT companies/imports/{id}/cancel", "companies/imports/5/cancel") {
                try await $0.companies.imports.cancel(5)
            },
        ])
}

private let acme = Sample<Company>(
    """
    {"id":70000555001,"name":"Acme Tools","description":"Makes tools","note":"Pays late","domains":["acme.test"],\
    "health_score":"Happy","account_tier":"Premium","renewal_date":"2026-01-31T00:00:00Z","industry":"Tools",\
    "custom_fields":{"website":"https://acme.test","cf_seats":12},"org_company_id":"1874653298761234567",\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 70_000_555_001
    $0.name == "Acme Tools"
    $0.description == "Makes tools"
    $0.note == "Pays late"
    $0.domains == ["acme.test"]
    $0.healthScore == "Happy"
    $0.accountTier == "Premium"
    $0.renewalDate == CalendarDay(year: 2026, month: 1, day: 31)
    $0.industry == "Tools"
    $0.customFields["website"] == "https://acme.test"
    $0.customFields["cf_seats"] == 12
    $0.orgCompanyID == 1_874_653_298_761_234_567
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
