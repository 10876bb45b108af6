import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk conversations on the wire")
struct ConversationWireTests {
    private let wire = ScriptedTransport(.json(201, #"{"id":70105086049}"#))

    @Test("a reply sends every property under the service's names")
    func reply() async throws {
        let tickets = try freshdesk(wire).tickets
        _ = try await tickets.reply(to: 311, ReplyDraft(body: "<p>Done.</p>"))
        var draft = ReplyDraft(body: "B")
        draft.userID = 70_040_000_021
        draft.fromEmail = "Acme <support@acmehelp.test>"
        draft.ccEmails = ["c@acme.test"]
        draft.bccEmails = ["b@acme.test"]
        _ = try await tickets.reply(to: 311, draft)
        _ = try await tickets.reply(
            to: 311,
            ReplyDraft(structuredBody: ["body_contents": [["type": "text", "data": ["content": "Hi"]]]]))
        #expect(wire.lines == Array(repeating: "POST /api/v2/tickets/311/reply", count: 3))
        #expect(
            wire.jsonBodies == [
                #"{"body":"<p>Done.</p>"}"#,
                """
                {"body":"B","user_id":70040000021,"from_email":"Acme <support@acmehelp.test>",\
                "cc_emails":["c@acme.test"],"bcc_emails":["b@acme.test"]}
                """,
                #"{"structured_body":{"body_contents":[{"type":"text","data":{"content":"Hi"}}]}}"#,
            ])
    }

    @Test("a note sends every property under the service's names")
    func note() async throws {
        let tickets = try freshdesk(wire).tickets
        _ = try await tickets.addNote(to: 311, NoteDraft(body: "N"))
        var draft = NoteDraft(body: "N", isPrivate: false)
        draft.isIncoming = true
        draft.userID = 5
        draft.notifyEmails = ["sam@acmehelp.test"]
        _ = try await tickets.addNote(to: 311, draft)
        _ = try await tickets.addNote(to: 311, NoteDraft(structuredBody: ["body_contents": []]))
        #expect(wire.lines == Array(repeating: "POST /api/v2/tickets/311/notes", count: 3))
        #expect(
            wire.jsonBodies == [
                #"{"body":"N"}"#,
                #"{"body":"N","private":false,"incoming":true,"user_id":5,"notify_emails":["sam@acmehelp.test"]}"#,
                #"{"structured_body":{"body_contents":[]},"private":false}"#,
            ])
    }

    @Test("the list of a ticket, update and delete")
    func others() async throws {
        let list = ScriptedTransport(.json(200, "[]"))
        _ = try await freshdesk(list).tickets.conversations(of: 311, pageSize: 30).all()
        #expect(list.lines == ["GET /api/v2/tickets/311/conversations?per_page=30"])

        _ = try await freshdesk(wire).conversations.update(
            70_105_086_049, ConversationUpdate { $0.body = "<p>New</p>" })
        #expect(wire.lines == ["PUT /api/v2/conversations/70105086049"])
        #expect(wire.jsonBodies == [#"{"body":"<p>New</p>"}"#])

        let gone = ScriptedTransport(.empty(204))
        try await freshdesk(gone).conversations.delete(70_105_086_049)
        #expect(gone.lines == ["DELETE /api/v2/conversations/70105086049"])
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let client = try freshdesk(wire)
        var bodiless = ReplyDraft(body: "x")
        bodiless.body = nil
        await expectRefusal(.invalidArgument) { _ = try await client.tickets.reply(to: 1, bodiless) }
        await expectRefusal(.invalidArgument) { _ = try await client.tickets.reply(to: 1, ReplyDraft(body: " ")) }
        await expectRefusal(.invalidArgument) {
            _ = try await client.tickets.reply(to: 1, ReplyDraft(structuredBody: [:]))
        }
        await expectRefusal(.invalidArgument) { _ = try await client.tickets.addNote(to: 1, NoteDraft(body: "")) }
        await expectRefusal(.invalidArgument) {
            _ = try await client.conversations.update(1, ConversationUpdate { $0.body = "" })
        }
        await expectRefusal(.invalidPath) { _ = try await client.tickets.reply(to: 0, ReplyDraft(body: "x")) }
        await expectRefusal(.invalidPath) { try await client.conversations.delete(-5) }
        await expectRefusal(.invalidArgument) {
            _ = try await client.tickets.conversations(of: 1, pageSize: 101).all()
        }
        await expectRefusal(.invalidPath) { _ = try await client.tickets.conversations(of: -1).all() }
        #expect(wire.requests.isEmpty)
    }
}
