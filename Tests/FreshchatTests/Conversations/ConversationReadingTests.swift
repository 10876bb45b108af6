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
        let conversation = try readBack(Conversation.self, Self.example)
        #expect(conversation.id == "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a")
        #expect(conversation.internalID == 700_000_000_000_001)
        #expect(conversation.appID == "c0ffee00-1111-4222-8333-444455556666")
        #expect(conversation.status == .assigned)
        #expect(conversation.channelID == "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42")
        #expect(conversation.userID == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        #expect(conversation.users?.map(\.id) == ["5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"])
        #expect(conversation.messages?.map(\.id) == ["m1"])
        #expect(conversation.agents?.map(\.id) == ["a1"])
        #expect(conversation.assignedAgentID == "0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01")
        #expect(conversation.assignedOrgAgentID == "656000000000000001")
        #expect(conversation.assignedGroupID == "77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20")
        #expect(conversation.assignedOrgGroupID == nil)
        #expect(conversation.skillID == 0)
        let priority: ConversationPriority? = conversation.properties?["priority"]
        #expect(priority == .low)
        #expect(conversation.properties == ["priority": "Low", "cf_topic": "orders"])
        #expect(conversation.createdBy == "user")
        #expect(conversation.createdTime == time(1_709_629_653, 100))
        #expect(conversation.updatedTime == time(1_709_629_681, 553))
        #expect(conversation.orgContactID == "1712345678901234567")
        #expect(conversation.url == URL(string: "https://acme.freshchat.com/a/chat/open/700000000000001"))
        #expect(String(reflecting: conversation) == "Conversation(id: 9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a)")
    }

    @Test("null for everything but the id")
    func nulls() throws {
        let empty = try readBack(Conversation.self, nulled(Self.example, but: "conversation_id"))
        expectNil(
            empty.internalID, empty.appID, empty.status, empty.channelID, empty.userID, empty.users, empty.messages,
            empty.agents, empty.assignedAgentID, empty.assignedOrgAgentID, empty.assignedGroupID,
            empty.assignedOrgGroupID, empty.skillID, empty.properties, empty.createdBy, empty.createdTime,
            empty.updatedTime, empty.orgContactID, empty.url)
    }

    @Test("unknown keys and words, ids as numbers, empty texts for nobody, the older shapes of user and properties")
    func surprises() throws {
        let conversation = try readBack(
            Conversation.self,
            #"{"conversation_id":7,"later":{"x":1.0},"status":"Waiting on customer","assigned_agent_id":"","#
                + #""users":[{"id":9}],"skill_id":"12","#
                + #""properties":[{"name":"priority","value":"Urgent"},{"name":"cf_a","value":null},{"odd":1}]}"#)
        #expect(conversation.id == "7")
        #expect(conversation.status == .waitingOnCustomer)
        #expect(conversation.assignedAgentID == nil)
        #expect(conversation.userID == "9")
        #expect(conversation.skillID == 12)
        #expect(conversation.properties == ["priority": "Urgent", "cf_a": .null])
        let strange = try readBack(Conversation.self, #"{"conversation_id":"c","status":"lost"}"#)
        #expect(strange.status?.rawValue == "lost")
    }

    @Test("a conversation under the key of a user's list is not one")
    func wrongKey() {
        let error = #expect(throws: FreshworksError.self) { try readBack(Conversation.self, #"{"id":"c1"}"#) }
        #expect(error?.code == .unreadableResponse)
    }

    private static let field = #"""
        {"id":"f1","name":"cf_topic","label":"Topic","type":"DROPDOWN","column_name":"cf_str_1","custom":true,\#
        "editable":true,"required":false,"position":3,"default_value":"orders",\#
        "choices":[{"id":"1","value":"orders"}],"fields":[{"id":"f2"}]}
        """#

    @Test("every documented property of a field, and nulls")
    func field() throws {
        let field = try readBack(ConversationField.self, Self.field)
        #expect(field.id == "f1")
        #expect(field.name == "cf_topic")
        #expect(field.label == "Topic")
        #expect(field.type == "DROPDOWN")
        #expect(field.columnName == "cf_str_1")
        #expect(field.isCustom == true)
        #expect(field.isEditable == true)
        #expect(field.isRequired == false)
        #expect(field.position == 3)
        #expect(field.defaultValue == "orders")
        #expect(field.choices?.map(\.id) == ["1"])
        #expect(field.choices?.map(\.value) == ["orders"])
        #expect(field.fields?.map(\.id) == ["f2"])

        let empty = try readBack(ConversationField.self, nulled(Self.field, but: "id"))
        expectNil(
            empty.name, empty.label, empty.type, empty.columnName, empty.isCustom, empty.isEditable, empty.isRequired,
            empty.position, empty.defaultValue, empty.choices, empty.fields)
        let odd = try readBack(
            ConversationField.self, #"{"id":7,"later":1,"choices":[{"id":null,"value":null}]}"#)
        #expect(odd.id == "7")
        let choice = try #require(odd.choices?.first)
        expectNil(choice.id, choice.value)
    }
}
