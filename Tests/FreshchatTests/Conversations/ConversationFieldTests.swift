import Freshchat
import TestSupport
import Testing

@Suite("The fields of Freshchat conversations")
struct ConversationFieldTests {
    /// Freshchat API v2, conversations: the attributes and who may write them.
    private static let conversation = #"""
        channel_id                settable     text     required  | refuses ["", " "]
        user_id                   initial      text               | sample "u1" | sends {"users":[{"id":"u1"}]} | refuses ["", " "]
        users                     read         objects            | sample [{"id":"u1"},{"id":"u2"}]
        messages                  sentInitial  objects  required  | sample [{"message_parts":[{"text":{"content":"Hi"}}],"actor_type":"bot"}] | refuses [[{"actor_type":"bot"}],[{"message_parts":[{"text":{"content":" "}}]}]]
        status                    settable     word               | refuses ["", " "]
        assigned_agent_id         clearable    text               | clears "" | refuses ["", " "]
        assigned_group_id         clearable    text               | clears "" | refuses ["", " "]
        assigned_org_agent_id     clearable    text               | clears "" | refuses ["", " "]
        assigned_org_group_id     clearable    text               | clears "" | refuses ["", " "]
        properties                settable     custom
        conversation_internal_id  read         id       internalID
        app_id                    read         text
        agents                    read         objects            | sample [{"id":"a1"}]
        skill_id                  read         number
        created_by                read         text
        org_contact_id            read         text
        url                       read         url
        created_time              read         time     createdAt
        updated_time              read         time     updatedAt
        """#

    @Test("every field as the service documents it")
    func conversation() throws {
        try FieldSheet(anyOf: ["users"], Self.conversation).expectFields(of: Conversation.Fields.self)
    }

    @Test("properties that conversations can have, field by field")
    func fields() throws {
        try FieldSheet(
            """
            name           read  text
            label          read  text
            type           read  text
            column_name    read  text
            custom         read  bool     isCustom
            editable       read  bool     isEditable
            required       read  bool     isRequired
            position       read  decimal  | sample 3.5
            default_value  read  text
            choices        read  objects
            fields         read  objects  | sample [{"id":"f2"},{"id":"f3"}]
            """
        ).expectFields(of: ConversationField.Fields.self)
        try FieldSheet(
            """
            id     read  text
            value  read  text
            """
        ).expectFields(of: ConversationField.Choice.Fields.self)
    }

    @Test("all that is wrong is told at once, of the messages under their key")
    func errors() {
        let draft = ConversationDraft(
            channelID: " ", userID: "", messages: [MessageDraft(from: .agent(" "), parts: [])]
        ) { $0.assignedAgentID = "" }
        #expect(
            draft.fieldErrors.map(\.field) == [
                "assigned_agent_id", "channel_id", "messages.actor_id", "messages.message_parts", "user_id",
            ])
        #expect(ConversationUpdate { $0.status = .assigned }.fieldErrors.map(\.field) == ["assigned_agent_id"])
        let byOrganization = ConversationUpdate {
            $0.status = .assigned
            $0.assignedOrgAgentID = "656000000000000001"
        }
        #expect(byOrganization.fieldErrors.isEmpty)
    }
}
