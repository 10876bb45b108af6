import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Reading Freshchat agents")
struct AgentReadingTests {
    private static let example = #"""
        {"id":"0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01","email":"ana@example.org","first_name":"Ana","last_name":"Reis",\#
        "biography":"Tier 2","phone":"+351555020","title":"Lead","avatar":{"url":"https://img.example.org/ana.png"},\#
        "groups":["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"],"role_id":"AGENT","role_name":"Agent",\#
        "skill_id":"1d2e3f40-0000-4000-8000-000000000001","license_type":"fulltime",\#
        "freshid_uuid":"2d2e3f40-0000-4000-8000-000000000002","freshid_group_ids":["f1"],\#
        "org_contact_id":"1712345678901234568","locale":"en-us","timezone":"Europe/Lisbon",\#
        "availability_status":"AVAILABLE","agent_status":{"id":"8f0a-1","name":"Active on Chat"},\#
        "routing_type":"INTELLIASSIGN","agent_capacity":5,"social_profiles":[],"is_deactivated":false,\#
        "is_deleted":false,"login_status":true,"freshchat_access":true,"round_robin_access":true,\#
        "created_time":"2023-11-02T08:00:00.000Z","updated_time":"2024-01-10T12:00:00.000Z"}
        """#

    @Test("every documented property of the example")
    func example() throws {
        let probe = try RecordProbe<Agent>(Self.example)
        #expect(probe.record.id == "0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01")
        probe.reads(\.email, "ana@example.org")
        probe.reads(\.firstName, "Ana")
        probe.reads(\.lastName, "Reis")
        probe.reads(\.biography, "Tier 2")
        probe.reads(\.phone, "+351555020")
        probe.reads(\.title, "Lead")
        probe.reads(\.avatar?.url?.absoluteString, "https://img.example.org/ana.png")
        probe.reads(\.groupIDs, ["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"])
        probe.reads(\.roleID, "AGENT")
        probe.reads(\.roleName, "Agent")
        probe.reads(\.skillID, "1d2e3f40-0000-4000-8000-000000000001")
        probe.reads(\.licenseType, "fulltime")
        probe.reads(\.freshID, "2d2e3f40-0000-4000-8000-000000000002")
        probe.reads(\.freshIDGroupIDs, ["f1"])
        probe.reads(\.orgContactID, "1712345678901234568")
        probe.reads(\.locale, "en-us")
        probe.reads(\.timeZone, "Europe/Lisbon")
        probe.reads(\.availabilityStatus, .available)
        probe.reads(\.agentStatus?.id, "8f0a-1")
        probe.reads(\.agentStatus?.name, "Active on Chat")
        probe.reads(\.routingType, .intelliAssign)
        probe.reads(\.capacity, 5)
        probe.reads(\.socialProfiles, [])
        probe.reads(\.isDeactivated, false)
        probe.reads(\.isDeleted, false)
        probe.reads(\.isLoggedIn, true)
        probe.reads(\.hasFreshchatAccess, true)
        probe.reads(\.hasRoundRobinAccess, true)
        probe.reads(\.createdAt, time(1_698_912_000))
        probe.reads(\.updatedAt, time(1_704_888_000))
    }

    @Test("unknown keys and words, ids as numbers, a status without an id")
    func surprises() throws {
        let agent = try RecordProbe<Agent>(
            #"{"id":7,"later":{},"availability_status":"AWAY","routing_type":"ocr","agent_status":{"name":"Lunch"}}"#
        ).record
        #expect(agent.id == "7")
        #expect(agent.availabilityStatus == AvailabilityStatus(rawValue: "away"))
        #expect(agent.availabilityStatus?.rawValue == "AWAY")
        #expect(agent.routingType == .omniroute)
        #expect(agent.agentStatus?.id == nil)
        #expect(agent.agentStatus?.name == "Lunch")
    }

    @Test("every documented property of a presence")
    func presence() throws {
        let probe = try RecordProbe<AgentPresence>(
            #"{"availability_status":"UNAVAILABLE","agent_status":{"id":"s1","name":"Lunch"}}"#, required: [])
        probe.reads(\.availabilityStatus, .unavailable)
        probe.reads(\.agentStatus?.id, "s1")
        probe.reads(\.agentStatus?.name, "Lunch")
        let status = try RecordProbe<AgentStatus>(#"{"id":5,"name":"Lunch"}"#, required: [])
        status.reads(\.id, "5")
        status.reads(\.name, "Lunch")
    }

    @Test("words of the service equal each other whatever their case, and hash alike")
    func caseless() {
        #expect(AvailabilityStatus(rawValue: "available") == .available)
        #expect(!(AvailabilityStatus(rawValue: "available") != .available))
        #expect(AvailabilityStatus(rawValue: "busy") != .available)
        let words: Set<AvailabilityStatus> = [.available, .init(rawValue: "Available"), .unavailable]
        #expect(words.count == 2)
        #expect([AvailabilityStatus.available].contains(.init(rawValue: "aVAILABLE")))
    }
}
