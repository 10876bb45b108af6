import Foundation
import Freshservice
import Synchronization
import Testing

@Suite("A connector of a third party")
struct FreshserviceTests {
    private let transport = ScriptedTransport()

    private var freshservice: FreshserviceClient {
        get throws {
            try FreshserviceClient(
                subdomain: "acme", credential: .apiKey("inventedkey"), runtime: FreshworksRuntime(transport: transport))
        }
    }

    @Test("a ticket is created and changed, what is sent is checked before")
    func writes() async throws {
        transport.answer(201, #"{"ticket":{"id":26,"subject":"Laptop","status":2,"department_id":null,"new":1}}"#)
        transport.answer(200, #"{"ticket":{"id":26}}"#)
        let draft = ServiceTicketDraft(
            email: "sample@example.com", subject: "Laptop", description: "<p>Broken</p>", priority: 4
        ) { $0.customFields["asset"] = 17 }
        let ticket = try await freshservice.tickets.create(draft)
        #expect(ticket.id == 26)
        #expect(ticket.status == .open)
        #expect(ticket.departmentID == nil)
        _ = try await freshservice.tickets.update(26, ServiceTicketUpdate { $0.departmentID = .clear })
        let authorization = "Basic aW52ZW50ZWRrZXk6WA=="
        #expect(
            transport.seen == [
                Seen(
                    line: "POST https://acme.freshservice.com/api/v2/tickets", authorization: authorization,
                    contentType: "application/json",
                    body: """
                        {"email":"sample@example.com","subject":"Laptop","description":"<p>Broken</p>","priority":4,\
                        "status":2,"custom_fields":{"asset":17}}
                        """),
                Seen(
                    line: "PUT https://acme.freshservice.com/api/v2/tickets/26", authorization: authorization,
                    contentType: "application/json", body: #"{"department_id":null}"#),
            ])

        let error = await #expect(throws: FreshworksError.self) {
            try await freshservice.tickets.create(
                ServiceTicketDraft(email: "sample", subject: " ", description: "Text"))
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.operation == "tickets.create")
        #expect(error?.fieldErrors.map(\.field) == ["email", "subject"])
        #expect(transport.seen.count == 2)
    }

    @Test("a ticket is read, and a missing one is told apart")
    func gets() async throws {
        transport.answer(200, #"{"ticket":{"id":"7","type":"Incident","due_by":"2026-01-31T08:00:00Z","status":99}}"#)
        transport.answer(404, "{}")
        let ticket = try await freshservice.tickets.get(7)
        #expect(ticket.id == 7)
        #expect(ticket.type == "Incident")
        #expect(ticket.dueBy == Date(timeIntervalSince1970: 1_769_846_400))
        #expect(ticket.status?.rawValue == 99)
        let error = await #expect(throws: FreshworksError.self) { try await freshservice.tickets.get(8) }
        #expect(error?.code == .notFound)
        #expect(error?.operation == "tickets.get")
        #expect(
            transport.seen.map(\.line) == [
                "GET https://acme.freshservice.com/api/v2/tickets/7",
                "GET https://acme.freshservice.com/api/v2/tickets/8",
            ])
    }

    @Test("a list is read to its last page, and goes on from a cursor")
    func lists() async throws {
        let first = #"{"tickets":[{"id":3},{"id":2}]}"#
        let next = "https://acme.freshservice.com/api/v2/tickets?per_page=2&page=2"
        transport.answer(200, first, link: "<\(next)>; rel=\"next\"")
        transport.answer(200, #"{"tickets":[{"id":2},{"id":1}]}"#)
        // A full page that names no next one is no last one.
        transport.answer(200, #"{"tickets":[]}"#)
        let since = Date(timeIntervalSince1970: 1_769_846_400)
        #expect(try await freshservice.tickets.list(updatedSince: since, pageSize: 2).all().map(\.id) == [3, 2, 1])
        let firstLine =
            "GET https://acme.freshservice.com/api/v2/tickets?updated_since=2026-01-31T08%3A00%3A00Z&per_page=2"
        let third = "GET https://acme.freshservice.com/api/v2/tickets?per_page=2&page=3"
        #expect(transport.seen.map(\.line) == [firstLine, "GET \(next)", third])

        transport.answer(200, first, link: "<\(next)>; rel=\"next\"")
        transport.answer(200, #"{"tickets":[{"id":1}]}"#)
        var pages = try freshservice.tickets.list(pageSize: 2).pages.makeAsyncIterator()
        let cursor = try #require(try await pages.next()?.next)
        #expect(try await freshservice.tickets.list(pageSize: 2, from: cursor).all().map(\.id) == [1])
        await #expect(throws: FreshworksError.self) {
            try await freshservice.tickets.list(pageSize: 3, from: cursor).all()
        }
    }

    @Test("an account and a key are found in the environment, and checked")
    func verifies() async throws {
        transport.answer(200, #"{"agent":{"id":5,"email":"agent@example.com"}}"#)
        let client = try FreshserviceClient.fromEnvironment(
            ["FRESHSERVICE_SUBDOMAIN": "acme", "FRESHSERVICE_API_KEY": "inventedkey"],
            runtime: FreshworksRuntime(transport: transport))
        let verification = try await client.verify()
        #expect(verification.verdict == .valid)
        #expect(transport.seen.map(\.line) == ["GET https://acme.freshservice.com/api/v2/agents/me"])
    }

    @Test("a key of another product is refused before anything is sent")
    func refusesForeignKey() {
        let error = #expect(throws: FreshworksError.self) {
            try FreshserviceClient(
                subdomain: "acme", credential: .provider(.fixed(.freshsales(apiKey: "inventedkey"))))
        }
        #expect(error?.code == .credentialWrongProduct)
    }
}
