import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

/// What people typed before they looked anything up. The words are the test: who renames one breaks it.
@Suite("The words that people type first")
struct FirstWordsTests {
    private let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))

    @Test("Freshdesk: get, a file's name, attachments of an answer, custom fields from variables, everything")
    func freshdesk() async throws {
        let freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        let region = "AMER"
        let seats = 12
        var draft = TicketDraft(
            requester: .email("ines@mail.example"), subject: "Cannot sign in", description: "<div>Login fails.</div>")
        draft.customFields["cf_region"] = region
        draft.customFields["cf_seats"] = seats
        draft.type = "Incident"
        let created = try await freshdesk.tickets.create(
            draft, attachments: [.data(Data("log".utf8), filename: "login.log")])

        let ticket = try await freshdesk.tickets.get(created.id, include: [.requester])
        #expect(ticket.requester?.email == "ines@mail.example")
        var names: [String] = []
        for attachment in ticket.attachments ?? [] { names.append(attachment.name ?? "") }
        #expect(names == ["login.log"])
        #expect(ticket.type == .incident && "\(freshdesk.api.account.product)" == "freshdesk")
        #expect(ticket.customFields["cf_region"] == region)
        #expect(ticket.customFields["cf_seats"] == seats)

        let changed = try await freshdesk.tickets.update(
            ticket.id,
            TicketUpdate {
                $0.status = .resolved
                $0.responderID = .clear
            })
        #expect(changed.status == .resolved && changed.responderID == nil)
        let all = try await freshdesk.tickets.list(updatedSince: .distantPast).all()
        #expect(all.contains { $0.id == ticket.id } && all.count > 120)
    }

    @Test("Freshchat: users without a filter, their conversations like any list, the text of a message by one word")
    func freshchat() async throws {
        let freshchat = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let ines = try await freshchat.users.create(UserDraft(firstName: "Ines", email: "ines@mail.example"))
        #expect(ines.email == "ines@mail.example")
        let user = try #require(try await freshchat.users.list().first())
        let conversation = try #require(try await freshchat.users.conversations(of: user.id).first())
        let sent = try await freshchat.messages.send(
            MessageDraft(from: .user(user.id), text: "Hello"), to: conversation.id)
        #expect(sent.text == "Hello")
        #expect(try await freshchat.messages.list(in: conversation.id).first()?.text == "Hello")
    }

    @Test("Freshsales: upsert by a key, drafts with the address first, views and the list of one")
    func freshsales() async throws {
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        let contact = try await freshsales.contacts.upsert(
            by: .email("zoe@mail.example"),
            ContactDraft(email: "zoe@mail.example", mobileNumber: "+1 555 0100", firstName: "Zoë", lastName: "O'Neil"))
        #expect(try await freshsales.contacts.get(contact.id).lastName == "O'Neil")
        let view: SavedView = try #require(try await freshsales.deals.views().first)
        let deals = try await freshsales.deals.list(view: view.id, include: [.owner, .currency]).all()
        #expect(!deals.isEmpty)
    }

    @Test("errors: what to switch on, and the status that a local refusal stands for")
    func errors() async throws {
        let freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEwrong-key-000000"), runtime: sandbox.runtime)
        for _ in 0..<2 {
            do {
                _ = try await freshdesk.tickets.get(1)
                Issue.record("the key is wrong")
            } catch let error as FreshworksError where error.isCredentialRejected {
                // The second one is not sent: the service has said no a moment ago.
                #expect(error.status == 401 && !error.isRateLimited && !error.mayHaveBeenExecuted)
            }
        }
        let right = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        do {
            _ = try await right.tickets.update(7_000_000, TicketUpdate { $0.status = .resolved })
            Issue.record("there is no such ticket")
        } catch let error as FreshworksError where error.code == .notFound {
            #expect(error.requestLine?.contains("7000000") == true)
        }
        let ticket = try #require(try await right.tickets.list().first())
        do {
            _ = try await right.tickets.update(ticket.id, TicketUpdate { $0.customFields["cf_nowhere"] = "x" })
            Issue.record("there is no such field")
        } catch let error as FreshworksError where error.code == .validationFailed {
            #expect(!error.fieldErrors.isEmpty)
        }
        do {
            _ = try await right.tickets.get(7_000_000)
            Issue.record("there is no such ticket")
        } catch FreshworksError.Code.validationFailed {
            Issue.record("that is another code")
        } catch FreshworksError.Code.notFound {}
    }
}
