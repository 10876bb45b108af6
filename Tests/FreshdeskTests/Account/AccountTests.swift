import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The Freshdesk account as a whole", .inTurn)
struct AccountTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            organisation_id    read  id      organizationID
            organisation_name  read  text    organizationName
            account_id         read  id
            account_name       read  text
            account_domain     read  text
            bundle_id          read  id
            hipaa_compliant    read  bool    isHIPAACompliant
            total_agents       read  object  | sample {"full_time":1}
            timezone           read  text    timeZone
            data_center        read  text
            tier_type          read  text
            type               read  text
            cloud_type         read  text
            address            read  object
            contact_person     read  object
            """
        ).expectFields(of: HelpdeskAccount.Fields.self)
        try FieldSheet(
            """
            primary_language       read  text
            supported_languages    read  texts
            portal_languages       read  texts
            help_widget_languages  read  texts
            """
        ).expectFields(of: HelpdeskSettings.Fields.self)
    }

    @Test("the sandbox says what account it is, and exports it for an administrator")
    func sandbox() async throws {
        let desk = try SandboxDesk()
        #expect(try await desk.client.helpdesk.account().accountDomain == "acme.freshdesk.com")
        #expect(try await desk.agent.helpdesk.settings().helpWidgetLanguages == ["en"])
        let job = try await desk.client.helpdesk.export([.contacts], from: utc(2025, 1, 1), to: utc(2025, 6, 1))
        _ = try await desk.client.jobs.get(job.id)
        #expect(try await desk.client.jobs.get(job.id).status == .completed)
        let refusal = await #expect(throws: FreshworksError.self) {
            _ = try await desk.client.helpdesk.export([], from: utc(2025, 6, 1), to: utc(2025, 1, 1))
        }
        #expect(refusal?.fieldErrors.map(\.field) == ["resources", "date_range"])
        let denied = await #expect(throws: FreshworksError.self) {
            _ = try await desk.agent.helpdesk.export([.contacts], from: utc(2025, 1, 1), to: utc(2025, 6, 1))
        }
        #expect(denied?.advice?.contains("owner") == true)
    }
}
