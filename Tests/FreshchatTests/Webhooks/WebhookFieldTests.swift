import Freshchat
import TestSupport
import Testing

@Suite("The fields of what Freshchat's webhooks tell")
struct WebhookFieldTests {
    private static let conversation = #"conversation  read  object  | sample {"conversation_id":"c1"}"#

    @Test("events, field by field")
    func events() throws {
        try FieldSheet(
            #"""
            action_time  read  time
            actor        read  object  | sample {"actor_type":"agent","actor_id":"a1"}
            """#
        ).expectFields(of: WebhookEvent.Fields.self)
    }

    @Test("assignments, resolutions and reopenings, field by field")
    func contents() throws {
        try FieldSheet(
            """
            assignor        read  word
            assignor_id     read  text
            to_agent_id     read  text
            to_group_id     read  text
            from_agent_id   read  text
            from_group_id   read  text
            \(Self.conversation)
            interaction_id  read  text
            """
        ).expectFields(of: WebhookAssignment.Fields.self)
        try FieldSheet(
            """
            resolver        read  word
            resolver_id     read  text
            \(Self.conversation)
            interaction_id  read  text
            user            read  object  | sample {"id":"u1"}
            """
        ).expectFields(of: WebhookResolution.Fields.self)
        try FieldSheet(
            """
            reopener        read  word
            reopener_id     read  text
            \(Self.conversation)
            interaction_id  read  text
            """
        ).expectFields(of: WebhookReopening.Fields.self)
    }

    @Test("conversations, field by field")
    func conversations() throws {
        try FieldSheet(
            """
            app_id                 read  text
            status                 read  word
            channel_id             read  text
            assigned_agent_id      read  text
            assigned_group_id      read  text
            assigned_org_agent_id  read  text
            skill_id               read  id
            sla_policy_id          read  id
            sla_breached           read  bool  isSLABreached
            """
        ).expectFields(of: WebhookConversation.Fields.self)
    }
}
