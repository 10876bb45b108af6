import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("What is done to Freshdesk tickets, in the sandbox")
struct TicketActionSandboxTests {
    private let clock = ManualClock()
    private let sandbox: Sandbox
    private let freshdesk: FreshdeskClient

    init() throws {
        sandbox = Sandbox(Sandbox.Options(clock: clock, tickets: 40, agents: 3))
        freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
    }

    /// Asks twice: the first answer says that the job goes on.
    private func outcome(of job: Job) async throws -> JobStatus.Outcome? {
        #expect(try await freshdesk.jobs.get(job.id).status == .inProgress)
        let done = try await freshdesk.jobs.get(job.id)
        #expect(done.progress == 100)
        return done.status?.outcome
    }

    @Test("many tickets are changed and answered, and some that cannot be make a job that is done in part")
    func bulkUpdate() async throws {
        let tickets = freshdesk.tickets
        let update = TicketBulkUpdate {
            $0.status = .resolved
            $0.priority = .urgent
            $0.tags = ["batch"]
            $0.customFields = ["cf_region": "LATAM"]
        }
        let job = try await tickets.bulkUpdate([38, 39], update, reply: BulkReplyDraft(body: "<p>Fixed.</p>"))
        #expect(try await outcome(of: job) == .success)
        for id: Int64 in [38, 39] {
            let ticket = try await tickets.get(id)
            #expect(ticket.status == .resolved)
            #expect(ticket.priority == .urgent)
            #expect(ticket.tags == ["batch"])
            #expect(ticket.customFields["cf_region"] == "LATAM")
            #expect(ticket.customFields["cf_seats"] != JSONValue.null)
            #expect(try await tickets.conversations(of: id).all().last?.bodyText == "Fixed.")
        }
        try await tickets.delete(40)
        #expect(try await outcome(of: tickets.bulkUpdate([39, 40], update)) == .partial)
        #expect(try await outcome(of: tickets.bulkDelete([40, 999])) == .failure)
        #expect(try await outcome(of: tickets.bulkDelete([38, 39])) == .success)
        #expect(try await tickets.get(39).isDeleted == true)
        await expectRefusal(.notFound) { _ = try await freshdesk.jobs.get("5") }
        // A wait with progress, on a clock that does not stand still.
        let other = Sandbox(Sandbox.Options(clock: StillClock()))
        let client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(other.freshdesk.apiKey), runtime: other.runtime)
        var seen: [Int?] = []
        try await client.jobs.wait(for: client.tickets.bulkDelete([1, 2])) { seen.append($0.progress) }
        #expect(seen == [0, 100])
        await expectRefusal(.jobPartlyFailed) { try await client.jobs.wait(for: client.tickets.bulkDelete([2, 3])) }
    }

    @Test("tickets are merged: the others are closed, and notes tell where they went")
    func merge() async throws {
        let tickets = freshdesk.tickets
        try await tickets.merge(
            [2, 3], into: 1, TicketMergeDraft { $0.secondaryNote = MergeNote("See 1.", isPrivate: true) })
        #expect(try await tickets.get(2).status == .closed)
        #expect(try await tickets.get(3).status == .closed)
        let notes = try await tickets.conversations(of: 2).all()
        #expect(notes.last?.bodyText == "See 1.")
        #expect(notes.last?.isPrivate == true)
        #expect(try await tickets.conversations(of: 1).all().last?.bodyText?.contains("#2, #3") == true)
        await expectRefusal(.validationFailed) { try await tickets.merge([999], into: 1) }
    }

    @Test("an outbound e-mail is a ticket of the calling agent's, whose words stay")
    func outbound() async throws {
        let ticket = try await freshdesk.tickets.createOutboundEmail(
            OutboundEmailDraft(email: "zoe@globex.example", subject: "Hello", emailConfigID: 70_000_700_001) {
                $0.description = "<p>Hi</p>"
                $0.name = "Zoe"
            }, attachments: [.data(Data([1]), filename: "a.txt")])
        #expect(ticket.source == .outboundEmail)
        #expect(ticket.status == .closed)
        #expect(ticket.responderID == (try await freshdesk.agents.me().id))
        #expect(ticket.attachments?.map(\.name) == ["a.txt"])
        #expect(try await freshdesk.contacts.first(email: "zoe@globex.example")?.name == "Zoe")
        await expectRefusal(.validationFailed) {
            _ = try await freshdesk.tickets.update(ticket.id, TicketUpdate { $0.subject = "Other" })
        }
        let bare = try await freshdesk.tickets.createOutboundEmail(
            OutboundEmailDraft(email: "zoe@globex.example", subject: "Hello", emailConfigID: 70_000_700_001) {
                $0.status = .open
            })
        #expect(bare.status == .open)
    }

    @Test("agents watch tickets, and find those they watch")
    func watching() async throws {
        let tickets = freshdesk.tickets
        let me = try await freshdesk.agents.me().id
        #expect(try await tickets.watchers(of: 40) == [])
        try await tickets.watch(40, by: me)
        try await tickets.watch(40, by: me + 1)
        try await tickets.watch([38, 39], by: me)
        #expect(try await tickets.watchers(of: 40) == [me, me + 1])
        #expect(Set(try await tickets.list(TicketFilter(predefined: .watching)).all().map(\.id)) == [38, 39, 40])
        try await tickets.unwatch(40)
        try await tickets.unwatch([39])
        #expect(try await tickets.watchers(of: 40) == [me + 1])
        #expect(try await tickets.list(TicketFilter(predefined: .watching)).all().map(\.id) == [38])
        await expectRefusal(.validationFailed) { try await tickets.watch(40, by: 5) }
        await expectRefusal(.notFound) { _ = try await tickets.watchers(of: 999) }
    }

    @Test("agents get access to a ticket and lose it again")
    func accesses() async throws {
        let tickets = freshdesk.tickets
        let me = try await freshdesk.agents.me().id
        #expect(try await tickets.giveAccess(to: 40, agents: [me, me + 1]) == [me, me + 1])
        #expect(try await tickets.changeAccesses(to: 40, adding: [me + 2], removing: [me]) == [me + 1, me + 2])
        #expect(try await tickets.accesses(to: 40) == [me + 1, me + 2])
        try await tickets.removeAccesses(to: 40)
        #expect(try await tickets.accesses(to: 40) == [])
    }

    @Test("parents and children, trackers and related tickets tell of each other")
    func associations() async throws {
        let tickets = freshdesk.tickets
        let child = try await tickets.create(
            TicketDraft(requester: .email("a@globex.example"), subject: "Child", description: "D") { $0.parentID = 40 })
        #expect(try await tickets.primeAssociation(of: child.id).id == 40)
        #expect(try await tickets.associatedTickets(of: 40).map(\.subject) == ["Child"])
        #expect(try await tickets.associatedTickets(of: 39).isEmpty)
        await expectRefusal(.notFound) { _ = try await tickets.primeAssociation(of: 40) }
    }

    @Test("a summary is written, written anew with a file, and deleted")
    func summary() async throws {
        let tickets = freshdesk.tickets
        await expectRefusal(.notFound) { _ = try await tickets.summary(of: 40) }
        try await tickets.setSummary(of: 40, TicketSummaryDraft(body: "<p>Short</p>"))
        #expect(try await tickets.summary(of: 40).bodyText == "Short")
        try await tickets.setSummary(
            of: 40, TicketSummaryDraft(body: "<p>New</p>"), attachments: [.data(Data([1]), filename: "a.txt")])
        #expect(try await tickets.summary(of: 40).bodyText == "New")
        #expect(try await tickets.summary(of: 40).attachments?.map(\.name) == ["a.txt"])
        try await tickets.deleteSummary(of: 40)
        await expectRefusal(.notFound) { try await tickets.deleteSummary(of: 40) }
    }

    @Test("a ticket that was closed and left alone for 120 days is archived")
    func archive() async throws {
        let tickets = freshdesk.tickets
        _ = try await tickets.addNote(to: 40, NoteDraft(body: "N"))
        _ = try await tickets.update(40, TicketUpdate { $0.status = .closed })
        await expectRefusal(.notFound) { _ = try await freshdesk.archivedTickets.get(40) }
        clock.advance(by: .seconds(120 * 86_400))
        await expectRefusal(.notFound) { _ = try await tickets.get(40) }
        let archived = try await freshdesk.archivedTickets.get(40)
        #expect(archived.isArchived == true)
        #expect(try await freshdesk.archivedTickets.conversations(of: 40).all().last?.bodyText == "N")
        #expect(try await tickets.list(updatedSince: .distantPast).all().allSatisfy { $0.id != 40 })
        try await freshdesk.archivedTickets.delete(40)
        await expectRefusal(.notFound) { _ = try await freshdesk.archivedTickets.get(40) }
    }

    @Test("a ticket is forwarded, and the answer to that answered")
    func forward() async throws {
        let tickets = freshdesk.tickets
        let sent = try await tickets.forward(40, ForwardDraft(body: "<p>FYI</p>", to: ["x@y.example"]))
        #expect(sent.source == .forwardedEmail)
        #expect(sent.category == 2)
        #expect(sent.isPrivate == true)
        #expect(sent.toEmails == ["x@y.example"])
        let answer = try await tickets.replyToForward(
            of: 40, ForwardReplyDraft(body: "Thanks", to: ["x@y.example"]),
            attachments: [.data(Data([1]), filename: "a.txt")])
        #expect(answer.attachments?.map(\.name) == ["a.txt"])
        #expect(try await tickets.conversations(of: 40).all().suffix(2).map(\.category) == [2, 6])
        await expectRefusal(.methodNotAllowed) {
            try await freshdesk.conversations.update(sent.id, ConversationUpdate { $0.body = "x" })
        }
    }

    @Test("time is noted and timed, and an agent has one timer at most")
    func time() async throws {
        let tickets = freshdesk.tickets
        let noted = try await tickets.addTimeEntry(to: 40, TimeEntryDraft { $0.timeSpent = "01:30" })
        #expect(noted.isTimerRunning == false)
        #expect(noted.secondsSpent == 5400)
        let first = try await tickets.addTimeEntry(to: 40, TimeEntryDraft { $0.note = "N" })
        #expect(first.isTimerRunning == true)
        clock.advance(by: .seconds(600))
        let second = try await tickets.addTimeEntry(to: 39, TimeEntryDraft { $0.isBillable = false })
        let entries = try await freshdesk.timeEntries.list().all()
        #expect(entries.map(\.isTimerRunning) == [false, false, true])
        #expect(entries[1].timeSpent == "00:10")
        clock.advance(by: .seconds(120))
        #expect(try await freshdesk.timeEntries.toggleTimer(second.id).timeSpent == "00:02")
        #expect(try await freshdesk.timeEntries.toggleTimer(second.id).isTimerRunning == true)
        await expectRefusal(.validationFailed) {
            try await freshdesk.timeEntries.update(second.id, TimeEntryUpdate { $0.agentID = 70_040_000_022 })
        }
        #expect(try await freshdesk.timeEntries.list(TimeEntryFilter(isBillable: false)).all().map(\.id) == [second.id])
        #expect(try await tickets.timeEntries(of: 40).all().map(\.id) == [noted.id, first.id])
        try await freshdesk.timeEntries.delete(noted.id)
        #expect(try await tickets.timeEntries(of: 40).all().map(\.id) == [first.id])
    }

    @Test("a customer's rating is kept with the ticket")
    func rating() async throws {
        let rating = try await freshdesk.tickets.rate(40, SatisfactionRatingDraft(103) { $0.feedback = "Fast" })
        #expect(rating.ticketID == 40)
        #expect(try await freshdesk.tickets.satisfactionRatings(of: 40).all().map(\.feedback) == ["Fast"])
        #expect(try await freshdesk.tickets.satisfactionRatings(of: 39).all().isEmpty)
        await expectRefusal(.validationFailed) { try await freshdesk.tickets.rate(40, SatisfactionRatingDraft(7)) }
    }

    @Test("what cannot be changed says why, and what brings it back")
    func frozen() async throws {
        let tickets = freshdesk.tickets
        try await tickets.delete(40)
        sandbox.freshdesk.markAsSpam(ticket: 39)
        let calls: [() async throws -> Void] = [
            { try await tickets.update(40, TicketUpdate { $0.status = .open }) }, { try await tickets.delete(40) },
            { try await tickets.reply(to: 40, ReplyDraft(body: "x")) },
            { try await tickets.addNote(to: 39, NoteDraft(body: "x")) }, { try await tickets.delete(39) },
        ]
        for call in calls {
            let error = await #expect(throws: FreshworksError.self) { try await call() }
            #expect(error?.code == .methodNotAllowed)
            #expect(error?.advice?.contains("restore(_:)") == true)
        }
        try await tickets.restore(40)
        let error = await #expect(throws: FreshworksError.self) { try await tickets.restore(40) }
        #expect(error?.code == .notFound)
        #expect(error?.advice?.contains("trash") == true)
    }
}
