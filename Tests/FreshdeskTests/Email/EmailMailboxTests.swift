import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk mailboxes and settings of e-mail", .inTurn)
struct EmailMailboxTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name                 settable   text    | refuses [" "]
            support_email        settable   text    required  | sample "a@acme.test" | refuses ["acme.test"]
            group_id             clearable  id
            product_id           clearable  id
            default_reply_email  settable   bool    isDefaultReply
            active               read       bool    isActive
            mailbox_type         settable   word    required  | sample "freshdesk_mailbox" | refuses [""]
            custom_mailbox       settable   object
            freshdesk_mailbox    read       object
            failure_code         read       text
            csat_settings        read       any
            disable_verify       read       bool    isVerificationDisabled
            access_token_id      read       id
            created_at           read       time
            updated_at           read       time
            """
        ).expectFields(of: EmailMailbox.Fields.self)
        try FieldSheet(
            """
            access_type  read  text
            incoming     read  object
            outgoing     read  object
            """
        ).expectFields(of: CustomMailbox.Fields.self)
        try FieldSheet(
            """
            mail_server         read  text    host
            port                read  number
            use_ssl             read  bool    usesSSL
            delete_from_server  read  bool    deletesFromServer
            authentication      read  text
            user_name           read  text
            failure_code        read  text
            """
        ).expectFields(of: MailServer.Fields.self)
        try FieldSheet(
            """
            personalized_email_replies                later  bool
            create_requester_using_reply_to           later  bool
            allow_agent_to_initiate_conversation      later  bool
            original_sender_as_requester_for_forward  later  bool
            allow_wildcard_ticket_create              later  bool
            skip_ticket_threading                     later  bool
            threading_without_user_check              later  bool
            threading_without_ticket_id_check         later  bool
            extended_quoted_text                      later  bool
            auto_response_detector_toggle             later  bool
            email_subject_match                       later  bool
            multiple_to                               later  bool
            prioritize_tickets_by_outlook_importance  later  bool
            """
        ).expectFields(of: EmailSettings.Fields.self)
    }

    @Test("a mailbox of one's own names its servers; the password is not shown")
    func servers() {
        let draft = EmailMailboxDraft(supportEmail: "a@acme.test") { $0.mailboxType = .custom }
        #expect(draft.fieldErrors.map(\.field) == ["custom_mailbox"])
        let server = MailServer(host: "h", port: 25, userName: "u", password: Secret("FAKEpass"))
        let servers = CustomMailbox(outgoing: server)
        #expect(servers.accessType == "outgoing")
        for value in [server as Any, servers, EmailMailboxDraft(supportEmail: "a@acme.test", on: servers)] {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] { #expect(!text.contains("FAKEpass")) }
        }
    }

    @Test("the sandbox keeps mailboxes, sorts and filters them, and never answers a password")
    func sandbox() async throws {
        let desk = try SandboxDesk()
        let boxes = desk.client.emailMailboxes
        let product = try #require(try await desk.client.products.list().first())
        let help = try await boxes.create(
            EmailMailboxDraft(supportEmail: "Help@acme.test") { $0.productID = product.id })
        #expect(help.supportEmail == "help@acme.test")
        #expect(help.forwardEmail == "acmetesthelp@acme.freshdesk.com")
        let server = MailServer(
            host: "imap.acme.test", port: 993, userName: "u", password: Secret("FAKEpass"), deletesFromServer: true)
        let own = try await boxes.create(
            EmailMailboxDraft(supportEmail: "own@acme.test", on: CustomMailbox(incoming: server)))
        #expect(own.customMailbox?.incoming?.host == "imap.acme.test")
        #expect(own.customMailbox?.incoming?.json["password"] == nil)
        #expect(try await boxes.list().all().map(\.id) == [own.id, help.id])
        #expect(try await boxes.list(order: .descending(.product)).all().map(\.id) == [help.id, own.id])
        #expect(try await boxes.list(EmailMailboxFilter(supportEmail: "own@acme.test")).all().map(\.id) == [own.id])
        #expect(try await boxes.list(EmailMailboxFilter(isActive: true)).all() == [])
        await expectRefusal(.conflict) { _ = try await boxes.create(EmailMailboxDraft(supportEmail: "own@acme.test")) }
        try await boxes.delete(help.id)
        await expectRefusal(.notFound) { _ = try await boxes.get(help.id) }
        await expectRefusal(.forbidden) { _ = try await desk.agent.emailMailboxes.list().all() }
    }

    @Test("the sandbox has the settings, and who gets copies")
    func settings() async throws {
        let desk = try SandboxDesk()
        let settings = desk.client.emailSettings
        #expect(try await settings.get().skipTicketThreading == true)
        let changed = try await settings.update(EmailSettingsUpdate { $0.skipTicketThreading = false })
        #expect(changed.skipTicketThreading == false)
        #expect(changed.multipleTo == true)
        #expect(try await settings.automaticBCC() == [])
        try await settings.setAutomaticBCC(["a@acme.test", "b@acme.test"])
        #expect(try await settings.automaticBCC() == ["a@acme.test", "b@acme.test"])
        await expectRefusal(.invalidArgument) { try await settings.setAutomaticBCC(["nobody"]) }
        let long = Array(repeating: "somebody@acme.test", count: 14)
        let error = await #expect(throws: FreshworksError.self) { try await settings.setAutomaticBCC(long) }
        #expect(error?.fieldErrors.map(\.message) == ["must have 255 characters together at most"])
        await expectRefusal(.forbidden) { _ = try await desk.agent.emailSettings.get() }
    }
}
