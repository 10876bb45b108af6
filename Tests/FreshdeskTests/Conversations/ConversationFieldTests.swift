import Freshdesk
import TestSupport
import Testing

@Suite("The fields of Freshdesk conversations and files")
struct ConversationFieldTests {
    /// Freshdesk API v2, conversations: the keys of answers, and what can be changed of a note.
    private static let conversation = """
        ticket_id               read   id
        user_id                 read   id
        body                    later  text  | refuses ["", " "]
        body_text               read   text
        structured_body         read   object
        incoming                read   bool    isIncoming
        private                 read   bool    isPrivate
        source                  read   number
        category                read   number
        support_email           read   text
        from_email              read   text
        to_emails               read   texts
        cc_emails               read   texts
        bcc_emails              read   texts
        replied_to              read   texts
        notified_to             read   texts
        attachments             read   objects  | sample [{"id":1}]
        last_edited_at          read   time
        last_edited_user_id     read   id
        created_at              read   time
        updated_at              read   time
        email_failure_count     read   number
        outgoing_failures       read   any
        thread_id               read   text
        thread_message_id       read   text
        automation_id           read   id
        automation_type_id      read   number
        auto_response           read   bool    isAutoResponse
        source_additional_info  read   any
        delivery_details        read   object
        threading_type          read   any
        cloud_files             read   objects
        has_quoted_text         read   bool
        deleted                 read   bool    isDeleted
        """

    /// Freshdesk API v2, conversations: what a reply may have.
    private static let reply = """
        body             sentInitial  text  | refuses ["", " "]
        structured_body  sentInitial  object
        user_id          sentInitial  id
        from_email       sentInitial  text  | refuses [" "]
        cc_emails        sentInitial  texts
        bcc_emails       sentInitial  texts
        """

    /// Freshdesk API v2, conversations: what a note may have.
    private static let note = """
        body             sentInitial  text  | refuses ["", " "]
        structured_body  sentInitial  object
        user_id          sentInitial  id
        private          sentInitial  bool  isPrivate
        incoming         sentInitial  bool  isIncoming
        notify_emails    sentInitial  texts
        """

    /// Freshdesk API v2, forward a ticket: what a forward may have.
    private static let forward = """
        body                          sentInitial  text   required  | refuses ["", " "]
        to_emails                     sentInitial  texts  required
        cc_emails                     sentInitial  texts
        bcc_emails                    sentInitial  texts
        from_email                    sentInitial  text  | refuses [" "]
        agent_id                      sentInitial  id
        include_quoted_text           sentInitial  bool  includesQuotedText
        include_original_attachments  sentInitial  bool  includesOriginalAttachments
        """

    /// Freshdesk API v2, reply to a forward: what the answer may have.
    private static let forwardReply = """
        body        sentInitial  text   required  | refuses ["", " "]
        to_emails   sentInitial  texts  required
        cc_emails   sentInitial  texts
        bcc_emails  sentInitial  texts
        """

    @Test("every field as the service documents it")
    func conversation() throws {
        try FieldSheet(Self.conversation).expectFields(of: Conversation.Fields.self)
        try FieldSheet(anyOf: ["body", "structured_body"], Self.reply).expectFields(of: Conversation.ReplyFields.self)
        try FieldSheet(anyOf: ["body", "structured_body"], Self.note).expectFields(of: Conversation.NoteFields.self)
        try FieldSheet(Self.forward).expectFields(of: Conversation.ForwardFields.self)
        try FieldSheet(Self.forwardReply).expectFields(of: Conversation.ForwardReplyFields.self)
        try FieldSheet("failed_emails  read  texts\npending_emails  read  texts")
            .expectFields(of: DeliveryDetails.Fields.self)
    }

    @Test("a file's fields; its size has two names")
    func file() throws {
        try FieldSheet(
            """
            name            read  text
            content_type    read  text
            attachment_url  read  url   url
            thumb_url       read  url   thumbnailURL
            created_at      read  time
            updated_at      read  time
            """
        ).expectFields(of: FileAttachment.Fields.self)
        #expect(try FileAttachment(json: ["id": 1, "size": 5]).size == 5)
        #expect(try FileAttachment(json: ["id": 1, "file_size": 6]).size == 6)
        #expect(try FileAttachment(json: ["id": 1, "size": .null]).size == nil)
    }
}
