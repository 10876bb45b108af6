import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Files that go out with Freshdesk requests")
struct AttachmentUploadTests {
    private let wire = FormTransport(.json(201, #"{"id":311}"#))
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a draft with files is a form: lists, custom fields and files side by side")
    func ticket() async throws {
        let log = try folder.file("log \"1\".txt", Data("line 1\r\nline 2".utf8))
        let files: [AttachmentUpload] = [
            .file(at: log, contentType: "text/plain"),
            .data(Data(), filename: "Zürich.csv", contentType: "text/csv"),
        ]
        var draft = TicketDraft(
            requester: .email("ana@acme.test"), subject: "Grüße", description: "<p>D</p>", priority: .high)
        draft.tags = ["login", "vip"]
        draft.customFields = [
            "cf_region": "EMEA", "cf_seats": 12, "cf_price": 9.5, "cf_locked": true, "cf_list": ["x", "y"],
            "cf_deep": ["a": ["b": 1]],
        ]
        draft.ccEmails = ["lead@acme.test"]
        draft.dueBy = utc(2030, 1, 2)
        draft.firstResponseDueBy = utc(2030, 1, 1)
        _ = try await freshdesk(wire).tickets.create(draft, attachments: files)
        let form = try #require(wire.forms.first)
        #expect(
            form.lines.sorted() == [
                "attachments[]=@Zürich.csv", "attachments[]=@log \"1\".txt", "cc_emails[]=lead@acme.test",
                "custom_fields[cf_deep][a][b]=1", "custom_fields[cf_list][]=x", "custom_fields[cf_list][]=y",
                "custom_fields[cf_locked]=true", "custom_fields[cf_price]=9.5", "custom_fields[cf_region]=EMEA",
                "custom_fields[cf_seats]=12", "description=<p>D</p>", "due_by=2030-01-02T00:00:00Z",
                "email=ana@acme.test", "fr_due_by=2030-01-01T00:00:00Z", "priority=3", "status=2", "subject=Grüße",
                "tags[]=login", "tags[]=vip",
            ])
        #expect(
            form.files == [
                .init(
                    name: "attachments[]", fileName: "log \"1\".txt", contentType: "text/plain",
                    content: Data("line 1\r\nline 2".utf8)),
                .init(name: "attachments[]", fileName: "Zürich.csv", contentType: "text/csv", content: Data()),
            ])
    }

    @Test("text that looks like a boundary comes back as it was")
    func boundaryInside() async throws {
        let text = "--swift-freshworks-0\r\n\r\n--\r\n--B--\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n"
        _ = try await freshdesk(wire).tickets.reply(
            to: 311, ReplyDraft(body: text), attachments: [.data(Data(text.utf8), filename: "a.txt")])
        let form = try #require(wire.forms.first)
        #expect(form.parts.map(\.name) == ["body", "attachments[]"])
        #expect(form.parts.map(\.content) == [Data(text.utf8), Data(text.utf8)])
        #expect(form.files.first?.contentType == "application/octet-stream")
    }

    @Test("reply, note, changed note and changed ticket take files too; a structured body is one field")
    func everywhere() async throws {
        let file = AttachmentUpload.data(Data([0, 255, 13, 10]), filename: "a.bin")
        let client = try freshdesk(wire)
        _ = try await client.tickets.reply(
            to: 311, ReplyDraft(structuredBody: ["body_contents": [["type": "text"]]]), attachments: [file])
        _ = try await client.tickets.addNote(to: 311, NoteDraft(body: "N", isPrivate: false), attachments: [file])
        _ = try await client.conversations.update(5, ConversationUpdate(), attachments: [file])
        _ = try await client.tickets.update(
            311,
            TicketUpdate {
                $0.status = .resolved
                $0.responderID = 7
            }, attachments: [file])
        #expect(
            wire.forms.map { $0.lines.sorted() } == [
                ["attachments[]=@a.bin", #"structured_body={"body_contents":[{"type":"text"}]}"#],
                ["attachments[]=@a.bin", "body=N", "private=false"],
                ["attachments[]=@a.bin"],
                ["attachments[]=@a.bin", "responder_id=7", "status=4"],
            ])
        #expect(wire.forms.allSatisfy { $0.files.map(\.content) == [Data([0, 255, 13, 10])] })
    }

    @Test("what a form cannot say is refused beside a file")
    func unsayable() async throws {
        let file = AttachmentUpload.data(Data([1]), filename: "a")
        let tickets = try freshdesk(wire).tickets
        for update in [
            TicketUpdate { $0.responderID = .clear }, TicketUpdate { $0.tags = [] },
            TicketUpdate { $0.customFields = ["cf_region": .null] },
        ] {
            let error = await #expect(throws: FreshworksError.self) {
                try await tickets.update(311, update, attachments: [file])
            }
            #expect(error?.code == .invalidArgument)
            #expect(error?.operation == "tickets.update")
            #expect(error?.advice?.contains("without files") == true)
        }
        #expect(wire.forms.isEmpty)
    }

    @Test("what a form cannot say says nothing of a new ticket, and is left out of it")
    func leftOut() async throws {
        let draft = TicketDraft(requester: .id(7), subject: "S", description: "D") {
            $0.tags = []
            $0.ccEmails = []
            $0.customFields = ["cf_none": .null, "cf_list": JSONValue.array([]), "cf_region": "EMEA"]
        }
        let file = AttachmentUpload.data(Data([1]), filename: "a")
        _ = try await freshdesk(wire).tickets.create(draft, attachments: [file])
        #expect(
            wire.forms.map { $0.lines.sorted() } == [
                [
                    "attachments[]=@a", "custom_fields[cf_region]=EMEA", "description=D", "priority=1",
                    "requester_id=7", "status=2", "subject=S",
                ]
            ])
    }

    @Test("what a form cannot say says nothing of a new reply, note or answer to a forward either")
    func leftOutOfConversations() async throws {
        let file = AttachmentUpload.data(Data([1]), filename: "a")
        let tickets = try freshdesk(wire).tickets
        _ = try await tickets.reply(
            to: 1,
            ReplyDraft(body: "B") {
                $0.ccEmails = []
                $0.bccEmails = ["b@acme.test"]
            }, attachments: [file])
        _ = try await tickets.addNote(to: 1, NoteDraft(body: "N") { $0.notifyEmails = [] }, attachments: [file])
        _ = try await tickets.replyToForward(
            of: 1, ForwardReplyDraft(body: "F", to: ["x@y.test"]) { $0.ccEmails = [] }, attachments: [file])
        #expect(
            wire.forms.map { $0.lines.sorted() } == [
                ["attachments[]=@a", "bcc_emails[]=b@acme.test", "body=B"], ["attachments[]=@a", "body=N"],
                ["attachments[]=@a", "body=F", "to_emails[]=x@y.test"],
            ])
    }

    @Test("20 MB of files go out, one byte more does not")
    func limit() async throws {
        let big = try folder.file("big", Data(count: 20 * 1024 * 1024 - 1))
        let one = AttachmentUpload.data(Data([1]), filename: "one")
        let tickets = try freshdesk(wire).tickets
        let body = String(repeating: "x", count: 1000)
        _ = try await tickets.reply(to: 1, ReplyDraft(body: body), attachments: [.file(at: big), one])
        await expectRefusal(.requestTooLarge) {
            _ = try await tickets.reply(to: 1, ReplyDraft(body: body), attachments: [.file(at: big), one, one])
        }
        #expect(wire.forms.count == 1)
    }

    @Test("a missing file, a folder, a nameless file and a broken content type are refused")
    func badFiles() async throws {
        let tickets = try freshdesk(wire).tickets
        func reply(_ file: AttachmentUpload) async throws {
            _ = try await tickets.reply(to: 1, ReplyDraft(body: "x"), attachments: [file])
        }
        await expectRefusal(.fileUnavailable) { try await reply(.file(at: folder.url.appending(path: "missing"))) }
        await expectRefusal(.fileUnavailable) { try await reply(.file(at: folder.url)) }
        await expectRefusal(.invalidArgument) { try await reply(.data(Data(), filename: " ")) }
        await expectRefusal(.invalidHeaderField) {
            try await reply(.data(Data(), filename: "a", contentType: "text/plain\r\nX: y"))
        }
        #expect(wire.forms.isEmpty)
    }
}
