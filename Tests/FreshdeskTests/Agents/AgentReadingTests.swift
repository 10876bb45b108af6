import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk agents as they are read")
struct AgentReadingTests {
    @Test("every documented property, with ids as strings, and with null in place of each")
    func properties() throws {
        let probe = try RecordProbe<Agent>(
            """
            {"id":70040000021,"type":"support_agent","available":false,"available_since":"2025-03-01T06:00:00Z",\
            "occasional":false,"ticket_scope":1,"signature":"<p>Kind regards</p>","focus_mode":true,\
            "group_ids":[70000010001],"role_ids":[70000379706],"skill_ids":[],"contribution_group_ids":[5],\
            "deactivated":false,"created_at":"2025-01-10T08:00:00Z","updated_at":"2025-03-01T08:00:00Z",\
            "last_active_at":"2025-03-01T07:59:59Z","contact":{"name":"Sam Cole"}}
            """)
        #expect(probe.record.id == 70_040_000_021)
        probe.reads(\.type, .supportAgent)
        probe.reads(\.isAvailable, false)
        probe.reads(\.availableSince, utc(2025, 3, 1, 6))
        probe.reads(\.isOccasional, false)
        probe.reads(\.ticketScope, .global)
        probe.reads(\.signature, "<p>Kind regards</p>")
        probe.reads(\.isFocusModeOn, true)
        probe.reads(\.groupIDs, [70_000_010_001])
        probe.reads(\.roleIDs, [70_000_379_706])
        probe.reads(\.skillIDs, [])
        probe.reads(\.contributionGroupIDs, [5])
        probe.reads(\.isDeactivated, false)
        probe.reads(\.createdAt, utc(2025, 1, 10, 8))
        probe.reads(\.updatedAt, utc(2025, 3, 1, 8))
        probe.reads(\.lastActiveAt, utc(2025, 3, 1, 7, 59, 59))
        probe.reads(\.contact?.name, "Sam Cole")
    }

    @Test("the personal part; old accounts hold phone numbers as numbers")
    func contact() throws {
        let probe = try RecordProbe<AgentContact>(
            """
            {"active":true,"email":"sam@acmehelp.test","name":"Sam Cole","job_title":"Lead","language":"en",\
            "last_login_at":"2025-03-01T07:59:10Z","mobile":5550100,"phone":"+1 555","time_zone":"Berlin",\
            "created_at":"2025-01-10T08:00:00Z","updated_at":"2025-03-01T08:00:00Z"}
            """)
        probe.reads(\.isActive, true)
        probe.reads(\.email, "sam@acmehelp.test")
        probe.reads(\.name, "Sam Cole")
        probe.reads(\.jobTitle, "Lead")
        probe.reads(\.language, "en")
        probe.reads(\.lastLoginAt, utc(2025, 3, 1, 7, 59, 10))
        probe.reads(\.mobile, "5550100")
        probe.reads(\.phone, "+1 555")
        probe.reads(\.timeZone, "Berlin")
        probe.reads(\.createdAt, utc(2025, 1, 10, 8))
        probe.reads(\.updatedAt, utc(2025, 3, 1, 8))
    }

    @Test("values that the library does not know are kept")
    func unknownValues() throws {
        let agent = try RecordProbe<Agent>(#"{"id":1,"type":"robot","ticket_scope":9}"#).record
        #expect(agent.type == AgentType(rawValue: "robot"))
        #expect(agent.ticketScope == TicketScope(rawValue: 9))
    }

    @Test("a 403 on create, delete or list says that an administrator's key is needed")
    func forbidden() async throws {
        let wire = ScriptedTransport(
            .json(403, #"{"code":"access_denied","message":"You are not authorized to perform this action."}"#))
        let agents = try freshdesk(wire).agents
        let create = await #expect(throws: FreshworksError.self) {
            try await agents.create(AgentDraft(email: "sam@acmehelp.test", ticketScope: .global))
        }
        let delete = await #expect(throws: FreshworksError.self) { try await agents.delete(5) }
        let list = await #expect(throws: FreshworksError.self) { try await agents.first(email: "sam@acmehelp.test") }
        for error in [create, delete, list] {
            #expect(error?.code == .forbidden)
            #expect(error?.advice?.contains("The key must be an administrator's") == true)
        }
        let me = await #expect(throws: FreshworksError.self) { try await agents.me() }
        #expect(me?.advice?.contains("must be an administrator's") == false)
    }
}
