import Foundation
import Freshdesk
import Testing

@Suite("The app's routes, over a sandbox")
struct RouteTests {
    @Test("a ticket is created and stands in the account", arguments: AppTransport.allCases)
    func createsTicket(choice: AppTransport) async throws {
        try await withSandbox { sandbox in
            try await withApp(choice, baseURL: sandbox.baseURL, apiKey: sandbox.apiKey) { app in
                let reply = try await app.post(
                    "tickets",
                    [
                        "email": "sample@example.com", "subject": "Sample ticket",
                        "description": "Create a sample ticket", "priority": 4,
                    ])
                #expect(reply.status == 201)
                let id = try #require(reply.json?["id"]?.int64Value)

                let ticket = try await sandbox.freshdesk.tickets.get(id)
                #expect(ticket.subject == "Sample ticket")
                #expect(ticket.priority == .urgent)
                #expect(ticket.status == .open)
            }
        }
    }

    @Test("an agent is found by e-mail, and one who does not exist is not", arguments: AppTransport.allCases)
    func findsAgent(choice: AppTransport) async throws {
        try await withSandbox { sandbox in
            let me = try await sandbox.freshdesk.agents.me()
            let email = try #require(me.contact?.email)
            try await withApp(choice, baseURL: sandbox.baseURL, apiKey: sandbox.apiKey) { app in
                let found = try await app.get("agents?email=\(email)")
                #expect(found.status == 200)
                #expect(found.json?["id"]?.int64Value == me.id)
                #expect(found.json?["name"]?.stringValue == me.contact?.name)

                #expect(try await app.get("agents?email=nobody@example.com").status == 404)
                #expect(try await app.get("agents").status == 400)
            }
        }
    }

    @Test("what the library refuses names the field, and nothing is sent")
    func refusesBadInput() async throws {
        // Nothing listens there: a call that was sent would be a 502.
        try await withApp(.asyncHTTPClient, baseURL: "http://127.0.0.1:9/api/v2", apiKey: "invented") { app in
            let reply = try await app.post(
                "tickets", ["email": "sample@example.com", "subject": " ", "description": "Text"])
            #expect(reply.status == 422)
            #expect(reply.json?["error"]?.stringValue == "invalid_argument")
            #expect(reply.json?["fields"] == ["subject: must not be blank"])
            #expect(try await app.post("tickets", ["email": "sample@example.com"]).status == 400)
        }
    }

    @Test("a rejected key is a bad gateway, and the reply does not tell why", arguments: AppTransport.allCases)
    func hidesOwnTrouble(choice: AppTransport) async throws {
        try await withSandbox { sandbox in
            try await withApp(choice, baseURL: sandbox.baseURL, apiKey: "inventedwrongkey") { app in
                let reply = try await app.get("agents?email=sample@example.com")
                #expect(reply.status == 502)
                #expect(
                    reply.json == ["error": "invalid_credential", "fields": [], "mayHaveBeenExecuted": false])
            }
        }
    }

    @Test("a network that is down is a bad gateway: nothing happened", arguments: AppTransport.allCases)
    func saysNothingHappened(choice: AppTransport) async throws {
        try await withApp(choice, baseURL: "http://127.0.0.1:9/api/v2", apiKey: "invented") { app in
            let reply = try await app.post(
                "tickets", ["email": "sample@example.com", "subject": "Subject", "description": "Text"])
            #expect(reply.status == 502)
            #expect(
                reply.json == ["error": "connection_refused", "fields": [], "mayHaveBeenExecuted": false])
        }
    }

    @Test("an app without configuration ends at once and names the variables")
    func namesMissingVariables() async throws {
        let process = try ChildProcess(Programs.app, environment: ["PORT": "0"])
        let result = await process.result()
        #expect(result.status == 1)
        #expect(result.diagnostics.contains { $0.contains("FRESHDESK_SUBDOMAIN") && $0.contains("FRESHDESK_API_KEY") })
    }
}
