import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The life of Freshdesk records in the sandbox")
struct FreshdeskSandboxTests {
    private let clock = ManualClock()
    private let sandbox: Sandbox
    private let freshdesk: FreshdeskClient

    init() throws {
        sandbox = Sandbox(Sandbox.Options(clock: clock))
        freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
    }

    @Test("a ticket is created, viewed, changed, listed, deleted and restored")
    func ticket() async throws {
        let tickets = freshdesk.tickets
        let created = try await tickets.create(
            TicketDraft(
                requester: .email("ana.neu@mail.example", name: "Ana Neu"), subject: "Grüße 👋",
                description: "<b>Hi</b>", priority: .high
            ) {
                $0.type = TicketType(rawValue: "Question")
                $0.tags = ["vip", "ü"]
            })
        #expect(created.subject == "Grüße 👋")
        #expect(created.status == .open)
        #expect(created.tags == ["vip", "ü"])

        let viewed = try await tickets.get(created.id, include: [.requester, .stats, .company, .conversations])
        #expect(viewed.requester?.email == "ana.neu@mail.example")
        #expect(viewed.requester?.id == created.requesterID)
        #expect(viewed.stats != nil)
        #expect(viewed.conversations?.isEmpty == true)

        let me = try await freshdesk.agents.me()
        let changed = try await tickets.update(
            created.id,
            TicketUpdate {
                $0.status = .pending
                $0.responderID = .set(me.id)
                $0.tags = []
            })
        #expect(changed.status == .pending)
        #expect(changed.responderID == me.id)
        #expect(changed.tags == [])
        #expect(changed.subject == "Grüße 👋")
        let cleared = try await tickets.update(
            created.id,
            TicketUpdate {
                $0.type = .clear
                $0.responderID = .clear
            })
        #expect(cleared.responderID == nil)
        #expect(cleared.type == nil)

        #expect(try await tickets.list(pageSize: 7).first()?.id == created.id)
        let hers = TicketFilter(requester: .email("ana.neu@mail.example"))
        #expect(try await tickets.list(hers).all().map(\.id) == [created.id])

        try await tickets.delete(created.id)
        #expect(try await tickets.list(hers).all().isEmpty)
        #expect(try await tickets.get(created.id).json["deleted"] == true)
        #expect(try await tickets.list(TicketFilter(predefined: .deleted)).all().map(\.id).contains(created.id))
        await expectRefusal(.methodNotAllowed) {
            _ = try await tickets.update(created.id, TicketUpdate { $0.status = .open })
        }
        try await tickets.restore(created.id)
        #expect(try await tickets.list(hers).all().map(\.id) == [created.id])
        await expectRefusal(.notFound) { _ = try await tickets.get(999_999) }
    }

    @Test(
        "all tickets of the last 30 days come page by page, each once, whatever the page size", arguments: [1, 99, 100])
    func pages(size: Int) async throws {
        let ids = try await freshdesk.tickets.list(pageSize: size).all().map(\.id)
        // 120 tickets lie evenly over 40 days; a list without a date shows those of the last 30.
        #expect(ids == Array((31...120).reversed()))
    }

    @Test("a ticket is answered with a file, noted on, the note changed and deleted")
    func conversations() async throws {
        let file = AttachmentUpload.data(Data("a,b\r\nÄ,2\n".utf8), filename: "Zürich.csv", contentType: "text/csv")
        let reply = try await freshdesk.tickets.reply(to: 120, ReplyDraft(body: "<p>Done.</p>"), attachments: [file])
        #expect(reply.attachments?.map(\.name) == ["Zürich.csv"])
        let sent = try #require(reply.attachments?.first)
        #expect(try await freshdesk.attachments.download(sent) == Data("a,b\r\nÄ,2\n".utf8))
        clock.advance(by: .seconds(3600))
        await expectRefusal(.forbidden) { _ = try await freshdesk.attachments.download(sent) }
        #expect(try await freshdesk.attachments.download(sent, of: 120) == Data("a,b\r\nÄ,2\n".utf8))

        let note = try await freshdesk.tickets.addNote(to: 120, NoteDraft(body: "<p>Note</p>"))
        #expect(note.isPrivate == true)
        let changed = try await freshdesk.conversations.update(note.id, ConversationUpdate { $0.body = "<p>New</p>" })
        #expect(changed.bodyText?.contains("New") == true)
        let all = try await freshdesk.tickets.conversations(of: 120, pageSize: 1).all().map(\.id)
        #expect(all.suffix(2) == [reply.id, note.id])
        try await freshdesk.conversations.delete(note.id)
        #expect(try await freshdesk.tickets.conversations(of: 120).all().map(\.id).last == reply.id)
        try await freshdesk.attachments.delete(sent.id)
        await expectRefusal(.methodNotAllowed) {
            _ = try await freshdesk.conversations.update(reply.id, ConversationUpdate { $0.body = "x" })
        }
    }

    @Test("an agent is created, found, viewed, changed, listed and deleted")
    func agent() async throws {
        let agents = freshdesk.agents
        let created = try await agents.create(
            AgentDraft(email: "neu@acme.example", ticketScope: .group) {
                $0.name = "Zoë Neu"
                $0.jobTitle = "Support"
            })
        #expect(created.ticketScope == .group)
        #expect(created.contact?.name == "Zoë Neu")
        #expect(try await agents.first(email: "neu@acme.example")?.id == created.id)
        #expect(try await agents.first(email: "nobody@acme.example") == nil)
        #expect(try await agents.get(created.id).contact?.email == "neu@acme.example")
        let changed = try await agents.update(
            created.id,
            AgentUpdate {
                $0.isOccasional = true
                $0.signature = "<p>Zoë</p>"
            })
        #expect(changed.isOccasional == true)
        #expect(changed.signature?.contains("Zoë") == true)
        #expect(try await agents.update(created.id, AgentUpdate { $0.signature = .clear }).signature == nil)
        let ids = try await agents.list(pageSize: 5).all().map(\.id)
        #expect(ids.count == 26)
        #expect(Set(ids).count == 26)
        #expect(try await agents.list(AgentFilter(state: .occasional)).all().map(\.id).contains(created.id))
        await expectRefusal(.conflict) {
            _ = try await agents.create(AgentDraft(email: "neu@acme.example", ticketScope: .global))
        }
        try await agents.delete(created.id)
        await expectRefusal(.notFound) { _ = try await agents.get(created.id) }
        #expect(try await freshdesk.contacts.get(created.id).email == "neu@acme.example")
    }

    @Test("an agent's key may see itself but not change agents, and is told whose key it needs")
    func forbidden() async throws {
        let agent = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.agentKey), runtime: sandbox.runtime)
        let me = try await agent.agents.me()
        for call in [
            { _ = try await agent.agents.create(AgentDraft(email: "x@acme.example", ticketScope: .global)) },
            { try await agent.agents.delete(me.id) },
        ] as [() async throws -> Void] {
            let error = await #expect(throws: FreshworksError.self) { try await call() }
            #expect(error?.code == .forbidden)
            #expect(error?.description.contains("administrator") == true)
        }
    }

    @Test("a contact is created, found, viewed, changed, listed and deleted")
    func contact() async throws {
        let contacts = freshdesk.contacts
        let created = try await contacts.create(
            ContactDraft(name: "Søren \"O'Neil\"", email: "soren@mail.example") { $0.mobile = "+45 1" })
        #expect(created.name == "Søren \"O'Neil\"")
        #expect(try await contacts.first(email: "soren@mail.example")?.id == created.id)
        #expect(try await contacts.get(created.id).mobile == "+45 1")
        let changed = try await contacts.update(
            created.id,
            ContactUpdate {
                $0.mobile = .clear
                $0.jobTitle = .set("CTO")
                $0.tags = ["a"]
            })
        #expect(changed.mobile == nil)
        #expect(changed.jobTitle == "CTO")
        #expect(changed.tags == ["a"])
        #expect(changed.email == "soren@mail.example")
        let whole = try await contacts.list().all().map(\.id)
        #expect(whole.contains(created.id))
        #expect(try await contacts.list(pageSize: 3).all().map(\.id) == whole)
        let latest = try await contacts.list(ContactFilter(updatedSince: changed.updatedAt)).all()
        #expect(latest.map(\.id) == [created.id])
        await expectRefusal(.conflict) {
            _ = try await contacts.create(ContactDraft(name: "Twice", email: "soren@mail.example"))
        }
        try await contacts.delete(created.id)
        #expect(try await contacts.first(email: "soren@mail.example") == nil)
        #expect(try await contacts.list(ContactFilter(state: .deleted)).all().map(\.id).contains(created.id))
        await expectRefusal(.methodNotAllowed) {
            _ = try await contacts.update(created.id, ContactUpdate { $0.jobTitle = .set("x") })
        }
    }
}
