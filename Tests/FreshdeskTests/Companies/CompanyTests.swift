import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk companies")
struct CompanyTests {
    private let wire = ScriptedTransport(.json(201, #"{"id":70000555001}"#))

    /// Freshdesk API v2, companies: the attributes and who may write them.
    private static let sheet = """
        name              settable   text    required  | refuses ["", " "]
        description       clearable  text
        note              clearable  text
        domains           settable   texts
        health_score      clearable  text
        account_tier      clearable  text
        industry          clearable  text
        renewal_date      clearable  day
        custom_fields     settable   custom
        lookup_parameter  sent       text
        org_company_id    read       id
        created_at        read       time
        updated_at        read       time
        """

    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(Self.sheet).expectFields(of: Company.Fields.self)
    }

    @Test("a company as the service answers it comes back byte for byte")
    func reading() throws {
        let company = try RecordProbe<Company>(
            """
            {"id":70000555001,"name":"Acme Tools","description":null,"note":"N","domains":["acme.test"],\
            "health_score":"Happy","account_tier":"Premium","renewal_date":"2026-01-31T00:00:00Z","industry":null,\
            "custom_fields":{"website":"https://acme.test"},"created_at":"2025-01-02T09:00:00Z",\
            "updated_at":"2025-01-02T09:00:00Z"}
            """)
        #expect(company.record.id == 70_000_555_001)
        company.reads(\.name, "Acme Tools")
        company.reads(\.domains, ["acme.test"])
        company.reads(\.renewalDate, CalendarDay(year: 2026, month: 1, day: 31))
        company.reads(\.createdAt, utc(2025, 1, 2, 9))
        #expect(company.record.customFields["website"] == "https://acme.test")
    }

    @Test("each call goes to its path and sends what is set")
    func calls() async throws {
        let companies = try freshdesk(wire).companies
        let draft = CompanyDraft(name: "Acme") {
            $0.renewalDate = CalendarDay(year: 2026, month: 1, day: 31)
            $0.customFields["website"] = "https://acme.test"
        }
        #expect(try await companies.create(draft).id == 70_000_555_001)
        _ = try await companies.get(70_000_555_001)
        _ = try await companies.update(1, CompanyUpdate { $0.note = .clear })
        let rest = ScriptedTransport(.json(200, "[]"), .json(200, "[]"), .empty(204))
        _ = try await freshdesk(rest).companies.list(updatedSince: utc(2025, 2, 1), pageSize: 7).all()
        _ = try await freshdesk(rest).companies.list().all()
        try await freshdesk(rest).companies.delete(1)
        #expect(
            wire.lines == [
                "POST /api/v2/companies", "GET /api/v2/companies/70000555001", "PUT /api/v2/companies/1",
            ])
        #expect(
            wire.jsonBodies == [
                """
                {"name":"Acme","renewal_date":"2026-01-31","custom_fields":{"website":"https://acme.test"}}
                """, #"{"note":null}"#,
            ])
        #expect(
            rest.lines == [
                "GET /api/v2/companies?updated_since=2025-02-01T00%3A00%3A00Z&per_page=7",
                "GET /api/v2/companies?per_page=100", "DELETE /api/v2/companies/1",
            ])
    }

    @Test("bad input is refused before anything is sent, with the operation and every bad field")
    func badInput() async throws {
        let companies = try freshdesk(wire).companies
        var draft = CompanyDraft(name: " ")
        draft.renewalDate = CalendarDay(year: 2026, month: 2, day: 31)
        let error = await #expect(throws: FreshworksError.self) { try await companies.create(draft) }
        #expect(error?.code == .invalidArgument)
        #expect(error?.operation == "companies.create")
        #expect(error?.fieldErrors.map(\.field) == ["name", "renewal_date"])
        draft.name = nil
        draft.renewalDate = nil
        let other = await #expect(throws: FreshworksError.self) { try await companies.create(draft) }
        #expect(other?.fieldErrors == [.init(field: "name", code: "missing_field", message: "must be set")])
        let list = await #expect(throws: FreshworksError.self) { try await companies.list(pageSize: 101).all() }
        #expect(list?.operation == "companies.list")
        #expect(list?.fieldErrors.map(\.field) == ["per_page"])
        await expectRefusal(.invalidPath) { _ = try await companies.get(0) }
        await expectRefusal(.invalidPath) { try await companies.delete(-1) }
        #expect(wire.requests.isEmpty)
    }
}
