import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Calls as users write them")
struct FreshdeskCallSiteTests {
    @Test("a ticket is created, changed, answered, listed; an agent is found and deleted: results may be ignored")
    func freshdesk() async throws {
        let folder = try TemporaryFolder()
        let logURL = try folder.file("run.log", Data("all went well\n".utf8))

        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))  // in memory, no socket
        let freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)

        let ticket = try await freshdesk.tickets.create(
            TicketDraft(
                requester: .email("sample@example.com"), subject: "Sample ticket",
                description: "Create a sample ticket", priority: .urgent, status: .open))
        try await freshdesk.tickets.update(
            ticket.id,
            TicketUpdate {
                $0.status = .resolved
                $0.responderID = .clear
            })
        try await freshdesk.tickets.reply(
            to: ticket.id, ReplyDraft(body: "<p>Done.</p>"), attachments: [.file(at: logURL)])

        let lastRun = try #require(ticket.createdAt)
        var ids: [Int64] = []
        for try await ticket in freshdesk.tickets.list(updatedSince: lastRun) { ids.append(ticket.id) }
        #expect(ids.contains(ticket.id))

        try await freshdesk.agents.create(AgentDraft(email: "sam@acmehelp.test", ticketScope: .group))
        let agent = try #require(try await freshdesk.agents.first(email: "sam@acmehelp.test"))
        try await freshdesk.agents.delete(agent.id)
        let limit = await freshdesk.rateLimit
        #expect(limit != nil)

        let changed = try await freshdesk.tickets.get(ticket.id, include: [.conversations])
        #expect(changed.status == .resolved)
        #expect(changed.conversations?.first?.attachments?.first?.name == "run.log")
    }

    @Test("custom fields take variables and types of one's own, in drafts, updates and what was read")
    func customFields() async throws {
        struct MyFields: Codable, Equatable {
            var region: String?
            var seats: Int?
            var renewal: CalendarDay?

            enum CodingKeys: String, CodingKey {
                case region = "cf_region"
                case seats = "cf_seats"
                case renewal = "cf_renewal_on"
            }
        }
        let region = "AMER", seats = 12, day = CalendarDay(year: 2026, month: 1, day: 31)
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let tickets = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime
        ).tickets

        var draft = TicketDraft(requester: .email("sample@example.com"), subject: "Sample", description: "A sample")
        draft.customFields["cf_region"] = region
        draft.customFields["cf_seats"] = seats
        draft.customFields["cf_renewal_on"] = day
        let ticket = try await tickets.create(draft)
        let readSeats: Int? = ticket.customFields["cf_seats"]
        #expect(readSeats == seats)
        var mine = try ticket.customFields.decode(MyFields.self)
        #expect(mine == MyFields(region: region, seats: seats, renewal: day))

        mine.seats = seats + 1
        let changed = try await tickets.update(
            ticket.id, TicketUpdate { $0.customFields = try CustomFields(encoding: mine) })
        #expect(try changed.customFields.decode() == mine)
        let cleared = try await tickets.update(ticket.id, TicketUpdate { $0.customFields["cf_region"] = .null })
        #expect(cleared.customFields["cf_region"] == .null)
        #expect(cleared.customFields["cf_seats"] == seats + 1)
        draft.customFields = try CustomFields(encoding: mine)
        #expect(try await tickets.create(draft).customFields.decode() == mine)
    }

    @Test("lists that are absent stay nil and read well; a file's name is its filename; a refusal names its call")
    func wordsTypedFirst() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        let ticket = try await freshdesk.tickets.create(
            TicketDraft(requester: .email("sample@example.com"), subject: "Sample", description: "A sample"),
            attachments: [.data(Data("a,b\n".utf8), filename: "rows.csv", contentType: "text/csv")])
        var names: [String] = []
        for file in ticket.attachments ?? [] { names += [file.name].compactMap(\.self) }
        #expect(names == ["rows.csv"])
        let listed = try await freshdesk.tickets.list(updatedSince: .distantPast).all()
        #expect(listed.last?.id == ticket.id)
        #expect(listed.last?.attachments == nil)
        #expect(listed.count == 121)

        let contact = try await freshdesk.contacts.create(
            ContactDraft(name: "Ana Ruiz", email: "ana@mail.example"),
            avatar: .data(Data([137, 80, 78, 71]), filename: "ana.png", contentType: "image/png"))
        #expect(contact.avatar?.name == "ana.png")

        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk.contacts.create(ContactDraft(name: " ", email: "ana"))
        }
        #expect(error?.operation == "contacts.create")
        #expect(error?.fieldErrors.map(\.field) == ["email", "name"])
    }
}
