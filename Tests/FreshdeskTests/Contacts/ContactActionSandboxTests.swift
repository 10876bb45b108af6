import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("What is done to Freshdesk contacts, companies and agents, in the sandbox")
struct ContactActionSandboxTests {
    private let sandbox: Sandbox
    private let freshdesk: FreshdeskClient

    init() throws {
        sandbox = Sandbox(Sandbox.Options(clock: StillClock(), tickets: 10, agents: 3, freshdeskSeats: 4))
        freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
    }

    private func contact(_ name: String, _ email: String?, _ phone: String? = nil) async throws -> Contact {
        try await freshdesk.contacts.create(ContactDraft(name: name, email: email) { $0.phone = phone })
    }

    @Test("a deleted contact comes back, and one that is deleted for good takes its tickets along")
    func deletion() async throws {
        let contacts = freshdesk.contacts
        let ana = try await contact("Ana", "ana@mail.example")
        let ticket = try await freshdesk.tickets.create(
            TicketDraft(requester: .id(ana.id), subject: "S", description: "D"))
        let early = await #expect(throws: FreshworksError.self) { try await contacts.hardDelete(ana.id) }
        #expect(early?.code == .requestRefused)
        #expect(early?.advice?.contains("force") == true)
        try await contacts.delete(ana.id)
        let frozen = await #expect(throws: FreshworksError.self) {
            try await contacts.update(ana.id, ContactUpdate { $0.jobTitle = "x" })
        }
        #expect(frozen?.code == .methodNotAllowed)
        #expect(frozen?.advice?.contains("restore(_:)") == true)
        try await contacts.restore(ana.id)
        await expectRefusal(.notFound) { try await contacts.restore(ana.id) }
        try await contacts.sendInvite(ana.id)
        try await contacts.hardDelete(ana.id, isForced: true)
        await expectRefusal(.notFound) { _ = try await contacts.get(ana.id) }
        await expectRefusal(.notFound) { _ = try await freshdesk.tickets.get(ticket.id) }
    }

    @Test("a contact becomes an agent with the same id, where there is an address and a seat")
    func makeAgent() async throws {
        let contacts = freshdesk.contacts
        let ana = try await contact("Ana Ruiz", "ana@mail.example")
        let agent = try await contacts.makeAgent(ana.id, MakeAgentDraft { $0.ticketScope = .restricted })
        #expect(agent.id == ana.id)
        #expect(agent.name == "Ana Ruiz")
        #expect(try await freshdesk.agents.get(ana.id).ticketScope == .restricted)
        await expectRefusal(.notFound) { _ = try await contacts.get(ana.id) }
        let mute = try await contact("Mute", nil, "+1")
        let error = await #expect(throws: FreshworksError.self) { try await contacts.makeAgent(mute.id) }
        #expect(error?.code == .conflict)
        #expect(error?.advice?.contains("e-mail") == true)
        let late = try await contact("Late", "late@mail.example")
        let seatless = await #expect(throws: FreshworksError.self) { try await contacts.makeAgent(late.id) }
        #expect(seatless?.code == .forbidden)
        #expect(seatless?.advice?.contains("seat") == true)
        let taken = await #expect(throws: FreshworksError.self) { try await contact("Twice", "ana@mail.example") }
        #expect(taken?.existingUserID == ana.id)
        #expect(taken?.advice?.contains("existingUserID") == true)
    }

    @Test("contacts are merged: addresses and tickets go to the one that stays")
    func merge() async throws {
        let contacts = freshdesk.contacts
        let (ana, other) = (
            try await contact("Ana", "ana@mail.example", "1"), try await contact("A.", "a@mail.example", "2")
        )
        let ticket = try await freshdesk.tickets.create(
            TicketDraft(requester: .id(other.id), subject: "S", description: "D"))
        let error = await #expect(throws: FreshworksError.self) { try await contacts.merge([other.id], into: ana.id) }
        #expect(error?.fieldErrors.map(\.field) == ["phone"])
        try await contacts.merge([other.id], into: ana.id, ContactMergeDraft { $0.phone = "2" })
        let merged = try await contacts.get(ana.id)
        #expect(merged.phone == "2")
        #expect(merged.otherEmails == ["a@mail.example"])
        #expect(try await freshdesk.tickets.get(ticket.id).requesterID == ana.id)
        await expectRefusal(.notFound) { _ = try await contacts.get(other.id) }
    }

    @Test("contacts, companies and agents are found by what was typed")
    func suggestions() async throws {
        _ = try await contact("Zoë Quill", "zoe@mail.example")
        #expect(try await freshdesk.contacts.autocomplete("qui").map(\.name) == ["Zoë Quill"])
        #expect(try await freshdesk.contacts.autocomplete("uill").isEmpty)
        #expect(try await freshdesk.companies.autocomplete("GLO").map(\.name) == ["Globex"])
        let me = try await freshdesk.agents.me()
        let email = try #require(me.email)
        #expect(try await freshdesk.agents.autocomplete(String(email.prefix(6)).uppercased()).map(\.id) == [me.id])
    }

    @Test("contacts go out as a file and come in from one")
    func transfers() async throws {
        let exports = freshdesk.contacts.exports
        let begun = try await exports.start(fields: ["name", "email"], customFields: ["department"])
        let busy = await #expect(throws: FreshworksError.self) { try await exports.start(fields: ["name"]) }
        #expect(busy?.code == .conflict)
        let done = try await exports.wait(for: begun)
        let url = try #require(done.downloadURL)
        let text = String(decoding: try await sandbox.runtime.download(url), as: UTF8.self)
        #expect(text.hasPrefix("name,email,department\n"))
        #expect(text.split(separator: "\n").count == 51)
        let file = AttachmentUpload.data(
            Data("Name,Mail\nEve,eve@mail.example\nBad,none\nFay,fay@mail.example\n".utf8), filename: "people.csv")
        let run = try await freshdesk.contacts.imports.start(file, columns: ["name": 0, "email": 1])
        let ended = try await freshdesk.contacts.imports.wait(for: run)
        #expect(ended.totalRecords == 3)
        #expect(ended.failures?["count"] == 1)
        #expect(try await freshdesk.contacts.first(email: "fay@mail.example")?.name == "Fay")
        #expect(try await freshdesk.contacts.imports.list().map(\.id) == [run.id])
        await expectRefusal(.conflict) { try await freshdesk.contacts.imports.cancel(run.id) }
        let companies = freshdesk.companies
        let second = try await companies.imports.start(
            .data(Data("N\nHooli\n".utf8), filename: "c.csv"), columns: ["name": 0])
        try await companies.imports.cancel(second.id)
        #expect(try await companies.imports.get(second.id).status == .cancelled)
        #expect(try await companies.exports.wait(for: companies.exports.start(fields: ["name"])).downloadURL != nil)
    }

    @Test("many agents are created, and where they are there for customers is changed")
    func agents() async throws {
        let agents = freshdesk.agents
        let job = try await agents.create([
            AgentDraft(email: "neu@acme.example", ticketScope: .global),
            AgentDraft(email: "neu@acme.example", ticketScope: .global),
        ])
        await expectRefusal(.jobPartlyFailed) { try await freshdesk.jobs.wait(for: job) }
        let made = try #require(try await agents.first(email: "neu@acme.example"))
        let change = AgentAvailabilityUpdate {
            $0.channels = [ChannelAvailability(channel: "Email queue", assignmentLimit: 2)]
            $0.control = "admin_controlled"
        }
        #expect(try await agents.updateAvailability(of: made.id, change).channels?.count == 1)
        let now = try await agents.availability(of: made.id)
        #expect(now.control == "admin_controlled")
        #expect(now.channels?.map(\.assignmentLimit) == [2, 5, 5])
        #expect(try await agents.availabilities().all().count == 4)
        let plain = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.agentKey), runtime: sandbox.runtime)
        await expectRefusal(.forbidden) { _ = try await plain.agents.autocomplete("a") }
    }
}
