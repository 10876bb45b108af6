import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Reading Freshchat conversations")
struct ConversationReadingTests {
    private static let example = #"""
        {"conversation_id":"9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a","conversation_internal_id":700000000000001,\#
        "app_id":"c0ffee00-1111-4222-8333-444455556666","status":"assigned",\#
        "channel_id":"e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42","user_id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11",\#
        "users":[{"id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"}],"messages":[{"id":"m1"}],"agents":[{"id":"a1"}],\#
        "assigned_agent_id":"0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01","assigned_org_agent_id":"656000000000000001",\#
        "assigned_group_id":"77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20","assigned_org_group_id":"","skill_id":0,\#
        "properties":{"priority":"Low","cf_topic":"orders"},"created_by":"user",\#
        "created_time":"2024-03-05T09:07:33.100Z","updated_time":"2024-03-05T09:08:01.553Z",\#
        "org_contact_id":"1712345678901234567","url":"https://acme.freshchat.com/a/chat/open/700000000000001"}
        """#

    @Test("every documented property of the example")
    func example() throws {
        let probe = try RecordProbe<Conversation>(Self.example, required: ["conversation_id"])
        #expect(probe.record.id == "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a")
        probe.reads(\.internalID, 700_000_000_000_001)
        probe.reads(\.appID, "c0ffee00-1111-4222-8333-444455556666")
        probe.reads(\.status, .assigned)
        probe.reads(\.channelID, "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42")
        probe.reads(\.userID, "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        probe.reads(\.users?.first?.id, "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        probe.reads(\.messages?.first?.id, "m1")
        probe.reads(\.agents?.first?.id, "a1")
        probe.reads(\.assignedAgentID, "0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01")
        probe.reads(\.assignedOrgAgentID, "656000000000000001")
        probe.reads(\.assignedGroupID, "77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20")
        #expect(probe.record.assignedOrgGroupID == nil)
        probe.reads(\.skillID, 0)
        let priority: ConversationPriority? = probe.record.properties["priority"]
        #expect(priority == .low)
        #expect(probe.record.properties == ["priority": "Low", "cf_topic": "orders"])
        probe.reads(\.createdBy, "user")
        probe.reads(\.createdAt, time(1_709_629_653, 100))
        probe.reads(\.updatedAt, time(1_709_629_681, 553))
        probe.reads(\.orgContactID, "1712345678901234567")
        probe.reads(\.url?.absoluteString, "https://acme.freshchat.com/a/chat/open/700000000000001")
        #expect(String(reflecting: probe.record) == "Conversation(id: 9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a)")
    }

    @Test("unknown keys and words, ids as numbers, empty texts for nobody, the older shapes of user and properties")
    func surprises() throws {
        let conversation = try RecordProbe<Conversation>(
            #"{"conversation_id":7,"later":{"x":1.0},"status":"Waiting on customer","assigned_agent_id":"","#
                + #""users":[{"id":9}],"skill_id":"12","#
                + #""properties":[{"name":"priority","value":"Urgent"},{"name":"cf_a","value":null},{"odd":1}]}"#,
            required: ["conversation_id"]
        ).record
        #expect(conversation.id == "7")
        #expect(conversation.status == .waitingOnCustomer)
        #expect(conversation.assignedAgentID == nil)
        #expect(conversation.userID == "9")
        #expect(conversation.skillID == 12)
        #expect(conversation.properties == ["priority": "Urgent", "cf_a": .null])
        let strange = try RecordProbe<Conversation>(
            #"{"conversation_id":"c","status":"lost"}"#, required: ["conversation_id"]
        ).record
        #expect(strange.status?.rawValue == "lost")
    }

    @Test("a conversation under the key of a user's list is not one")
    func wrongKey() {
        let error = #expect(throws: FreshworksError.self) {
            try RecordProbe<Conversation>(#"{"id":"c1"}"#, required: ["conversation_id"]).record
        }
        #expect(error?.code == .unreadableResponse)
    }

    private static let field = #"""
        {"id":"f1","name":"cf_topic","label":"Topic","type":"DROPDOWN","column_name":"cf_str_1","custom":true,\#
        "editable":true,"required":false,"position":3,"default_value":"orders",\#
        "choices":[{"id":"1","value":"orders"}],"fields":[{"id":"f2"}]}
        """#

    @Test("every documented property of a field, and nulls")
    func field() throws {
        let probe = try RecordProbe<ConversationField>(Self.field)
        #expect(probe.record.id == "f1")
        probe.reads(\.name, "cf_topic")
        probe.reads(\.label, "Topic")
        probe.reads(\.type, "DROPDOWN")
        probe.reads(\.columnName, "cf_str_1")
        probe.reads(\.isCustom, true)
        probe.reads(\.isEditable, true)
        probe.reads(\.isRequired, false)
        probe.reads(\.position, 3)
        probe.reads(\.defaultValue, "orders")
        probe.reads(\.choices?.first?.id, "1")
        probe.reads(\.choices?.first?.value, "orders")
        probe.reads(\.fields?.first?.id, "f2")
        let choice = try RecordProbe<ConversationField.Choice>(#"{"id":1,"value":"orders"}"#, required: [])
        choice.reads(\.id, "1")
        choice.reads(\.value, "orders")
    }
}
