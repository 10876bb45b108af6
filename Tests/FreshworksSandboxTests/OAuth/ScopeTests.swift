import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Which access token opens which call of the sandbox")
struct ScopeTests {
    let caller = OAuthCaller()

    struct Call: Sendable, CustomTestStringConvertible {
        let scope: String
        let method: TransportRequest.Method
        let address: String

        var testDescription: String { "\(scope) \(method.rawValue)" }

        init(_ scope: String, _ method: TransportRequest.Method, _ path: String) {
            self.scope = scope
            self.method = method
            let bases = [
                "freshdesk": "https://acme.freshdesk.com/api/v2/", "freshchat": "https://acme.freshchat.com/v2/",
                "freshsales": "https://acme.myfreshworks.com/crm/sales/api/",
            ]
            address = (bases[String(scope.prefix { $0 != "." })] ?? "") + path
        }
    }

    static let openedCalls = [
        Call("freshdesk.tickets.view", .get, "tickets"), Call("freshdesk.tickets.view", .get, "tickets/7"),
        Call("freshdesk.tickets.create", .post, "tickets"), Call("freshdesk.tickets.edit", .put, "tickets/7"),
        Call("freshdesk.tickets.delete", .delete, "tickets/7"),
        Call("freshdesk.tickets.conversations.view", .get, "tickets/7/conversations"),
        Call("freshdesk.tickets.conversations.create", .post, "tickets/7/reply"),
        Call("freshdesk.contacts.view", .get, "contacts"), Call("freshdesk.contacts.create", .post, "contacts"),
        Call("freshdesk.agents.manage", .post, "agents"), Call("freshdesk.agents.manage", .get, "agents"),
        Call("freshdesk.companies.create", .post, "companies"), Call("freshdesk.groups.view", .get, "groups"),
        Call("freshchat.users.view", .get, "users"), Call("freshchat.users.edit", .put, "users/x"),
        Call("freshchat.conversation.create", .post, "conversations"),
        Call("freshchat.conversation.messages.view", .get, "conversations/x/messages"),
        Call("freshchat.roles.view", .get, "roles"),
        Call("freshsales.contacts.view", .get, "contacts/70050001001"),
        Call("freshsales.contacts.filters.view", .get, "contacts/filters"),
        Call("freshsales.contacts.fields.view", .get, "settings/contacts/fields"),
        Call("freshsales.settings.fields.view", .get, "settings/contacts/fields"),
        Call("freshsales.contacts.upsert", .post, "contacts/upsert"),
        Call("freshsales.deals.delete", .delete, "deals/70070001001"),
        Call("freshsales.sales_accounts.edit", .put, "sales_accounts/70060001001"),
        Call("freshsales.selectors.view", .get, "selector/owners"),
    ]

    /// Neither 401 nor 403 says that the call was let in; what became of it is another matter.
    private func status(_ call: Call, _ scope: String) async throws -> Int {
        let token = try await caller.tokens(["scope": scope]).access
        var request = TransportRequest(call.method, try #require(URL(string: call.address)))
        try request.headers.set("Authorization", to: "Bearer \(token)")
        if [.post, .put].contains(call.method) {
            try request.headers.set("Content-Type", to: "application/json")
            request.body = .bytes(Data("{}".utf8))
        }
        return try await caller.sandbox.transport.send(request).status
    }

    @Test("a call is open to its own scope, and closed to all others of the product", arguments: openedCalls)
    func calls(call: Call) async throws {
        #expect(Sandbox.OAuthOptions.defaultScopes.contains(call.scope))
        #expect(try await status(call, call.scope) != 403)
        let product = call.scope.prefix { $0 != "." }
        let same = Self.openedCalls.filter { $0.address == call.address && $0.method == call.method }
        let owners = Set(same.map(\.scope))
        let resource = call.scope.split(separator: ".").dropLast().joined(separator: ".")
        // The same verb, or the same resource, and still not the same.
        let others = Sandbox.OAuthOptions.defaultScopes.filter { other in
            other.hasPrefix(product + ".") && !owners.contains(other) && other != "\(resource).manage"
                && !(call.scope.hasSuffix(".manage") && other.hasPrefix("\(resource)."))
                && other != "freshsales.contacts.view" && other != "freshchat.conversation.view"
        }
        #expect(others.count > 8)
        #expect(try await status(call, others.joined(separator: " ")) == 403)
    }

    @Test("a token that may view tickets neither creates nor deletes them, and says so in the product's words")
    func viewOnly() async throws {
        let token = try await caller.tokens(["scope": "freshdesk.tickets.view"]).access
        let address = "https://acme.freshdesk.com/api/v2/tickets"
        #expect(try await caller.ask(address, token).status == 200)
        for (method, path) in [
            (TransportRequest.Method.post, ""), (.put, "/7"), (.delete, "/7"), (.get, "/7/conversations"),
        ] {
            var request = TransportRequest(method, try #require(URL(string: address + path)))
            try request.headers.set("Authorization", to: "Bearer \(token)")
            let response = try await caller.sandbox.transport.send(request)
            #expect(response.status == 403, "\(method.rawValue)")
            #expect(
                String(decoding: response.body, as: UTF8.self)
                    == #"{"code":"access_denied","message":"You are not authorized to perform this action."}"#)
        }
        let desk = caller.sandbox.freshdesk
        var request = TransportRequest(.get, try #require(URL(string: address + "/7")))
        try request.headers.set("Authorization", to: basic("\(desk.apiKey):X"))
        let ticket = try JSONValue(parsing: await caller.sandbox.transport.send(request).body)
        #expect(ticket["deleted"] == nil)
    }

    @Test("a scope of a test's own opens the whole product, and only that")
    func ownScopes() async throws {
        let caller = OAuthCaller(Sandbox.OAuthOptions(scopes: ["freshdesk.all", "freshsales.custom.things"]))
        let token = try await caller.tokens(["scope": "freshdesk.all"]).access
        for path in ["agents/me", "tickets", "companies", "groups"] {
            #expect(try await caller.ask("https://acme.freshdesk.com/api/v2/\(path)", token).status == 200)
        }
        #expect(
            try await caller.ask("https://acme.myfreshworks.com/crm/sales/api/contacts/filters", token).status == 403)
        let sales = try await caller.tokens(["scope": "freshsales.custom.things"]).access
        #expect(
            try await caller.ask("https://acme.myfreshworks.com/crm/sales/api/selector/owners", sales).status == 200)
        #expect(try await caller.ask("https://acme.freshdesk.com/api/v2/tickets", sales).status == 403)
    }

    @Test("a narrower list of known scopes is kept to")
    func narrowList() async throws {
        let caller = OAuthCaller(Sandbox.OAuthOptions(scopes: ["freshdesk.solutions.view", "freshdesk.contacts.view"]))
        let token = try await caller.tokens(["scope": "freshdesk.solutions.view"]).access
        #expect(try await caller.ask("https://acme.freshdesk.com/api/v2/tickets", token).status == 403)
        #expect(try await caller.ask("https://acme.freshdesk.com/api/v2/agents/me", token).status == 200)
    }
}
