import Freshchat
import TestSupport
import Testing

@Suite("The fields of Freshchat messages and their parts")
struct MessageFieldTests {
    /// Freshchat API v2, messages: the attributes and who may write them.
    private static let message = #"""
        actor                      sentInitial  object             | sample {"actor_type":"user","actor_id":"u1"} | sends {"actor_type":"user","actor_id":"u1"} | refuses [{"actor_type":"agent","actor_id":" "}]
        message_parts              sentInitial  objects  parts required | sample [{"text":{"content":"Hi"}},{"image":{"url":"https://img.example.org/a.png"}}] | refuses [[{}],[{"text":{"content":""}}],[{"text":{"content":"a"},"image":{"url":"b"}}]]
        reply_parts                sentInitial  objects            | sample [{"collection":{"sub_parts":[{"text":{"content":"Hi"}}]}}] | refuses [[{"text":{"content":"Hi"}}],[{"collection":{"sub_parts":[]}}]]
        message_type               initial      word               | sample "private" | refuses ["system"]
        user_id                    initial      text               | refuses ["", " "]
        actor_type                 read         word
        actor_id                   read         text
        org_actor_id               read         text
        app_id                     read         text
        channel_id                 read         text
        conversation_id            read         text
        freshchat_conversation_id  read         text
        freshchat_channel_id       read         text
        interaction_id             read         text
        message_source             read         word
        in_reply_to                read         text     inReplyToMessageID | sample {"message_id":"m0"} | shows "m0"
        stepId                     read         text     stepID
        meta_data                  read         custom   metadata
        restrictResponse           read         bool     restrictsResponse
        botsPrivateNote            read         bool     isBotsPrivateNote
        isBotsInput                read         bool
        status                     read         text
        error_code                 read         number
        error_message              read         text
        error_category             read         text
        created_time               read         time     createdAt
        """#

    @Test("every field as the service documents it")
    func message() throws {
        try FieldSheet(Self.message).expectFields(of: Message.Fields.self)
    }

    @Test("the kinds of parts, field by field")
    func parts() throws {
        try FieldSheet(
            #"""
            text                read  text     | sample {"content":"Hi"} | shows "Hi"
            image               read  object
            file                read  object
            video               read  object
            audio               read  object
            url_button          read  object   urlButton
            quick_reply_button  read  object
            collection          read  objects  | sample {"sub_parts":[{"text":{"content":"Hi"}}]} | shows [{"text":{"content":"Hi"}}]
            template_content    read  object   template
            callback            read  object
            reference           read  object
            email               read  object
            attachment_input    read  any
            text_input          read  any
            help_text           read  any
            """#
        ).expectFields(of: MessagePart.Fields.self)
    }

    @Test("files and pictures, field by field")
    func media() throws {
        try FieldSheet(
            """
            url          read  url
            contentType  read  text
            width        read  number
            height       read  number
            thumbnail    read  object
            """
        ).expectFields(of: ImagePart.Fields.self)
        try FieldSheet(
            """
            url           read  url
            content_type  read  text
            """
        ).expectFields(of: MediaPart.Fields.self)
        try FieldSheet(
            """
            name                read  text
            url                 read  url
            file_size_in_bytes  read  number  sizeInBytes
            content_type        read  text
            file_extension      read  text
            fileHash            read  text
            fileSource          read  word    source
            """
        ).expectFields(of: FilePart.Fields.self)
        try FieldSheet(
            """
            content  read  text
            subject  read  text
            """
        ).expectFields(of: EmailPart.Fields.self)
    }

    @Test("buttons and templates, field by field")
    func buttons() throws {
        try FieldSheet(
            """
            url     read  url
            label   read  text
            target  read  word
            """
        ).expectFields(of: URLButton.Fields.self)
        try FieldSheet(
            """
            label              read  text
            custom_reply_text  read  text
            payload            read  text
            display_order      read  number
            type               read  word
            """
        ).expectFields(of: QuickReplyButton.Fields.self)
        try FieldSheet(
            """
            label    read  text
            payload  read  text
            """
        ).expectFields(of: CallbackPart.Fields.self)
        try FieldSheet(
            """
            label                     read  text
            reference_id              read  text
            placeholder_reference_id  read  text
            """
        ).expectFields(of: ReferencePart.Fields.self)
        try FieldSheet(
            """
            type      read  word
            sections  read  objects
            """
        ).expectFields(of: TemplatePart.Fields.self)
        try FieldSheet(
            """
            name   read  text
            parts  read  objects
            """
        ).expectFields(of: TemplatePart.Section.Fields.self)
    }
}
