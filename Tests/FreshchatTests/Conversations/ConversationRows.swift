import Foundation
import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, conversations and CSAT.
extension EndpointFolder {
    static let conversations = EndpointFolder(
        "Conversations", 5,
        """
        POST conversations
        GET conversations/fields
        GET conversations/{id}
        PUT conversations/{id}
        POST csat/{id}
        """,
        calls: conversationCalls, conversationChanges)

    private static let assigned = Sample<Conversation>(
        """
        {"conversation_id":"9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a","conversation_internal_id":700000000000001,\
        "app_id":"c0ffee00-1111-4222-8333-444455556666","status":"assigned",\
        "channel_id":"e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42","user_id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11",\
        "users":[{"id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"}],"messages":[{"id":"m1"}],\
        "assigned_agent_id":"0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01","assigned_org_agent_id":"656000000000000001",\
        "assigned_group_id":"77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20","assigned_org_group_id":"","skill_id":0,\
        "properties":{"priority":"Low","cf_topic":"orders"},"created_by":"user",\
        "created_time":"2024-03-05T09:07:33.100Z","updated_time":"2024-03-05T09:08:01.553Z",\
        "org_contact_id":"1712345678901234567","url":"https://acme.freshchat.com/a/chat/open/700000000000001"}
        """
    ) { conversation in
        conversation.id == "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a"
        conversation.internalID == 700_000_000_000_001
        conversation.appID == "c0ffee00-1111-4222-8333-444455556666"
        conversation.status == .assigned
        conversation.channelID == "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42"
        conversation.userID == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"
        conversation.users?.map(\.id) == ["5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"]
        conversation.messages?.map(\.id) == ["m1"]
        conversation.assignedAgentID == "0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01"
        conversation.assignedOrgAgentID == "656000000000000001"
        conversation.assignedGroupID == "77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"
        conversation.assignedOrgGroupID == nil
        conversation.skillID == 0
        conversation.properties == ["priority": "Low", "cf_topic": "orders"]
        conversation.createdBy == "user"
        conversation.createdAt == time(1_709_629_653, 100)
        conversation.updatedAt == time(1_709_629_681, 553)
        conversation.orgContactID == "1712345678901234567"
        conversation.url?.absoluteString == "https://acme.freshchat.com/a/chat/open/700000000000001"
    }

    private static let topic = Sample<ConversationField>(
        """
        {"id":"f1","name":"cf_topic","label":"Topic","type":"DROPDOWN","column_name":"cf_str_1","custom":true,\
        "editable":true,"required":false,"position":3,"default_value":null,\
        "choices":[{"id":"1","value":"orders"}],"fields":[]}
        """
    ) { field in
        field.id == "f1"
        field.name == "cf_topic"
        field.label == "Topic"
        field.type == "DROPDOWN"
        field.columnName == "cf_str_1"
        field.isCustom == true
        field.isEditable == true
        field.isRequired == false
        field.position == 3
        field.defaultValue == nil
        field.choices?.map(\.id) == ["1"]
        field.choices?.map(\.value) == ["orders"]
        field.fields?.isEmpty == true
    }

    private static let conversationCalls: [WireCall] = [
        .reading(
            "POST conversations", "conversations",
            """
            {"channel_id":"ch1","users":[{"id":"u1"}],"messages":[{"actor_type":"user","actor_id":"u1",\
            "message_parts":[{"text":{"content":"Where is my order?"}}]}]}
            """, answer: assigned.answer()
        ) {
            let draft = ConversationDraft(
                channelID: "ch1", userID: "u1", messages: [MessageDraft(from: .user("u1"), text: "Where is my order?")])
            assigned.facts(try await $0.conversations.create(draft))
        },
        .reading(
            "POST conversations", "conversations",
            """
            {"channel_id":"ch1","users":[{"id":"u1"}],"messages":[{"actor_type":"agent","actor_id":"a1",\
            "message_parts":[{"text":{"content":"Hello"}}]}],"status":"assigned","assigned_agent_id":"a1",\
            "assigned_group_id":"g1","assigned_org_agent_id":"656000000000000001",\
            "assigned_org_group_id":"656000000000000002",\
            "properties":{"priority":"High","cf_topic":"orders","cf_seats":3}}
            """, answer: assigned.answer()
        ) {
            let draft = ConversationDraft(
                channelID: "ch1", userID: "u1", messages: [MessageDraft(from: .agent("a1"), text: "Hello")]
            ) {
                $0.status = .assigned
                $0.assignedAgentID = "a1"
                $0.assignedGroupID = "g1"
                $0.assignedOrgAgentID = "656000000000000001"
                $0.assignedOrgGroupID = "656000000000000002"
                $0.properties = ["priority": "High", "cf_topic": "orders", "cf_seats": 3]
            }
            assigned.facts(try await $0.conversations.create(draft))
        },
        .reading(
            "GET conversations/fields", "conversations/fields",
            answer: topic.list()
        ) { topic.facts(try await $0.conversations.fields()) },
        .reading(
            "GET conversations/{id}", "conversations/9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a",
            answer: assigned.answer()
        ) { assigned.facts(try await $0.conversations.get("9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a")) },
        // Neither the body nor the answer is documented, so both are as they come.
        .reading("POST csat/{id}", "csat/c1", #"{"stars":5}"#, answer: .json(200, #"{"id":"r1","stars":5}"#)) {
            try await $0.conversations.rate("c1", ["stars": 5]) == ["id": "r1", "stars": 5]
        },
    ]

    private static let conversationChanges: [WireCall] = [
        change(#"{"status":"resolved"}"#) { $0.status = .resolved },
        change(
            """
            {"assigned_agent_id":"","assigned_group_id":"","assigned_org_agent_id":"","assigned_org_group_id":""}
            """
        ) {
            $0.assignedAgentID = .clear
            $0.assignedGroupID = .clear
            $0.assignedOrgAgentID = .clear
            $0.assignedOrgGroupID = .clear
        },
        change(
            """
            {"status":"assigned","assigned_agent_id":"a1","assigned_group_id":"g1","assigned_org_agent_id":"oa",\
            "assigned_org_group_id":"og","channel_id":"ch2","properties":{"priority":"Low","cf_done":true}}
            """
        ) {
            $0.status = .assigned
            $0.assignedAgentID = "a1"
            $0.assignedGroupID = "g1"
            $0.assignedOrgAgentID = "oa"
            $0.assignedOrgGroupID = .set("og")
            $0.channelID = "ch2"
            $0.properties = ["priority": "Low", "cf_done": true]
        },
    ]

    private static func change(
        _ body: JSONText, _ fill: @escaping @Sendable (inout ConversationUpdate) -> Void
    ) -> WireCall {
        .reading("PUT conversations/{id}", "conversations/c1", body, answer: assigned.answer()) {
            assigned.facts(try await $0.conversations.update("c1", ConversationUpdate(fill)))
        }
    }
}
