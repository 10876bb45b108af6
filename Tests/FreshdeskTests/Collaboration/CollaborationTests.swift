import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk threads, activities and outbound messages", .inTurn)
struct CollaborationTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            type             initial   word    required  | refuses [" "]
            title            settable  text    | refuses [""]
            parent           initial   object  required  | sample {"id":"156","type":"ticket"}
            anchor           initial   object
            participants     initial   object
            additional_info  settable  object
            linked_object    read      object
            is_read          read      bool
            created_by       read      id
            updated_by       read      id
            created_at       read      time
            updated_at       read      time
            """
        ).expectFields(of: CollaborationThread.Fields.self)
        try FieldSheet(
            """
            id    read  id
            type  read  text
            """
        ).expectFields(of: ThreadPlace.Fields.self)
        try FieldSheet(
            """
            thread_id              initial   id      required  | sends {"thread_id":"70000555001"}
            body                   settable  text    required  | refuses [""]
            body_text              settable  text
            full_message           settable  text
            full_message_text      settable  text
            participants           settable  object
            attachment_ids         settable  ids
            inline_attachment_ids  settable  ids
            additional_info        settable  object
            edited                 read      bool    isEdited
            source                 read      number
            created_by             read      id
            created_at             read      time
            updated_at             read      time
            """
        ).expectFields(of: ThreadMessage.Fields.self)
    }

    @Test("every field of messages and activities as the service documents it")
    func outboundFields() throws {
        try FieldSheet(
            """
            from                   initial  text    sender required  | sample {"channel_identifier":"+1"} | shows "+1" | refuses [{"channel_identifier":" "}]
            to                     initial  text    recipient required  | sample {"recipient_identifier":"+2"} | shows "+2" | refuses [{"recipient_identifier":""}]
            channel_type           initial  text    required  | refuses [""]
            message                initial  object  required
            external_reference_id  initial  text    externalReferenceID  | refuses [" "]
            note_policy            initial  object
            ticket_properties      initial  object
            status                 read     text
            error_code             read     text
            error_message          read     text
            created_on             read     time    createdAt
            """
        ).expectFields(of: OutboundMessage.Fields.self)
        try FieldSheet(
            """
            name         sentInitial  text    required  | refuses [" "]
            timestamp    sentInitial  time
            description  sentInitial  text
            link         sentInitial  text    | refuses [""]
            actor        sentInitial  object  required
            source       sentInitial  object  required
            object       sentInitial  object
            context      sentInitial  object
            """
        ).expectFields(of: ContactActivity.Fields.self)
    }

    @Test("a thread hangs on a ticket and holds messages, for administrators alone")
    func threads() async throws {
        let desk = try SandboxDesk()
        let thread = try await desk.client.threads.create(
            CollaborationThreadDraft(.private, ticketID: 120) { $0.title = "Refund?" })
        #expect(thread.parent?.id == 120)
        try await desk.client.threads.update(thread.id, CollaborationThreadUpdate { $0.title = "Refund!" })
        #expect(try await desk.client.threads.get(thread.id).title == "Refund!")
        let message = try await desk.client.threadMessages.create(
            ThreadMessageDraft(threadID: thread.id, body: "<p>Yes</p>"))
        #expect(message.threadID == thread.id)
        #expect(message.bodyText == "Yes")
        #expect(message.isEdited == false)
        try await desk.client.threadMessages.update(message.id, ThreadMessageUpdate { $0.body = "<p>No</p>" })
        #expect(try await desk.client.threadMessages.get(message.id).isEdited == true)
        #expect(try await desk.client.threadMessages.quote(of: message.id).contains("<p>No</p>"))
        #expect(try await desk.client.threads.get(thread.id).linkedObject?["attributes"]?["message_count"] == "1")
        await expectRefusal(.validationFailed) {
            _ = try await desk.client.threads.create(CollaborationThreadDraft(.forward, ticketID: 9999))
        }
        await expectRefusal(.forbidden) { _ = try await desk.agent.threads.get(thread.id) }
        try await desk.client.threads.delete(thread.id)
        await expectRefusal(.notFound) { _ = try await desk.client.threadMessages.get(message.id) }
    }

    @Test("an activity makes a contact where none fits; a message is queued and asked for")
    func outbound() async throws {
        let desk = try SandboxDesk().client
        let activity = ContactActivityDraft(name: "Paid", by: "customer", in: "shop")
        let before = try await desk.contacts.list().all().count
        try await desk.contactActivities.publish(activity, of: .email("new@shop.example"), name: "New")
        try await desk.contactActivities.publish(activity, of: .email("new@shop.example"))
        #expect(try await desk.contacts.list().all().count == before + 1)
        #expect(try await desk.contacts.first(email: "new@shop.example")?.name == "New")
        await expectRefusal(.invalidArgument) {
            try await desk.contactActivities.publish(activity, of: .email("nobody"))
        }
        await expectRefusal(.validationFailed) { try await desk.contactActivities.publish(activity, of: .id(5)) }
        let queued = try await desk.outboundMessages.send(
            OutboundMessageDraft(from: "+4930111", to: "+4930222", template: "order", language: "en"))
        #expect(queued.status == nil)
        let message = try await desk.outboundMessages.get(queued.id)
        #expect(message.status == "DELIVERED")
        #expect(message.recipient == "+4930222")
        await expectRefusal(.notFound) { _ = try await desk.outboundMessages.get("nobody") }
    }
}
