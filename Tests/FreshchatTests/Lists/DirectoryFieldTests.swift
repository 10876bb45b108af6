import Freshchat
import TestSupport
import Testing

@Suite("The fields of Freshchat groups, channels, roles and the account")
struct DirectoryFieldTests {
    @Test("groups and roles, field by field")
    func groupsAndRoles() throws {
        try FieldSheet(
            """
            name                   read  text
            description            read  text
            routing_type           read  word
            routing_logic          read  text
            chat_group_id          read  text
            agents                 read  objects  | sample [{"id":"a1"},{"id":"a2"}]
            business_calendar_id   read  text
            sla_policy_ids         read  texts
            standard_response_ids  read  texts
            """
        ).expectFields(of: Group.Fields.self)
        try FieldSheet(
            """
            name            read  text
            description     read  text
            is_custom_role  read  bool  isCustom
            """
        ).expectFields(of: Role.Fields.self)
    }

    @Test("channels and their welcome messages, field by field")
    func channels() throws {
        try FieldSheet(
            """
            name             read  text
            icon             read  object  | sample {"url":"https://img.example.org/i.png"}
            updated_time     read  time    updatedAt
            enabled          read  bool    isEnabled
            public           read  bool    isPublic
            tags             read  texts
            locale           read  text
            source           read  text
            welcome_message  read  object
            assign_to_group  read  object  | sample {"id":"g1"}
            """
        ).expectFields(of: ChatChannel.Fields.self)
        try FieldSheet(
            """
            message_parts     read  objects  parts
            message_type      read  word
            message_source    read  word
            restrictResponse  read  bool     restrictsResponse
            botsPrivateNote   read  bool     isBotsPrivateNote
            isBotsInput       read  bool
            """
        ).expectFields(of: WelcomeMessage.Fields.self)
    }

    @Test("the account, field by field")
    func account() throws {
        try FieldSheet(
            """
            organisation_id      read  id    organizationID
            organisation_domain  read  text  organizationDomain
            account_domain       read  text
            app_id               read  text
            web_chat_id          read  text
            bundle_id            read  id
            bundle_type          read  text
            plan_type            read  text
            datacenter           read  text
            """
        ).expectFields(of: AccountConfiguration.Fields.self)
    }
}
