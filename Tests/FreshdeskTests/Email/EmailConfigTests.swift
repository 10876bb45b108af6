import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk e-mail configs")
struct EmailConfigTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name          read  text
            product_id    read  id
            to_email      read  text
            reply_email   read  text
            group_id      read  id
            primary_role  read  bool  isPrimary
            active        read  bool  isActive
            workspace_id  read  id
            created_at    read  time
            updated_at    read  time
            """
        ).expectFields(of: EmailConfig.Fields.self)
    }

    @Test("the sandbox has the account's own, for administrators alone")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        func desk(_ key: String) throws -> FreshdeskClient {
            try FreshdeskClient(subdomain: "acme", credential: .apiKey(key), runtime: sandbox.runtime)
        }
        let configs = try await desk(sandbox.freshdesk.apiKey).emailConfigs.list().all()
        #expect(configs.map(\.name) == ["Support"])
        #expect(configs.map(\.isPrimary) == [true])
        let id = try #require(configs.first?.id)
        #expect(
            try await desk(sandbox.freshdesk.apiKey).emailConfigs.get(id).replyEmail == "support@acme.freshdesk.com")
        await expectRefusal(.forbidden) { _ = try await desk(sandbox.freshdesk.agentKey).emailConfigs.get(id) }
    }
}
