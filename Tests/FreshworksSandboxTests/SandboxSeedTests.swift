import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Records and fields that a test adds to the sandbox")
struct SandboxSeedTests {
    let desk = FreshdeskCaller()
    let caller = SandboxCaller()

    @Test("a Freshdesk record is added as a call would add it, with what only the service writes besides")
    func freshdesk() async throws {
        let freshdesk = desk.sandbox.freshdesk
        let company = try freshdesk.add("companies", ["name": "Hooli", "domains": ["hooli.example"]])
        #expect(company["id"] == 70_000_555_003)
        let contact = try freshdesk.add("contacts", ["name": "Zoe", "email": "zoe@hooli.example", "active": true])
        #expect(contact["company_id"] == company["id"])
        let ticket = try freshdesk.add(
            "tickets",
            [
                "id": 5000, "subject": "S", "description": "D", "email": "zoe@hooli.example", "spam": true,
                "created_at": "2025-01-02T03:04:05Z", "custom_fields": ["cf_seats": 3],
            ])
        #expect(ticket["id"] == 5000)
        let read = try await desk.call(.get, "tickets/5000").json
        #expect(read["requester_id"] == contact["id"])
        #expect(read["created_at"] == "2025-01-02T03:04:05Z")
        #expect(read["spam"] == true)
        #expect(read["custom_fields"]?["cf_seats"] == 3)
        #expect(read["custom_fields"]?["cf_locked"] == false)
        // Ids go on after the greatest one.
        #expect(try await desk.ticket() == 5001)
        let note = try freshdesk.add("tickets/5001/notes", ["body": "N", "created_at": "2025-01-01T00:00:00Z"])
        #expect(note["private"] == true)
        #expect(note["created_at"] == "2025-01-01T00:00:00Z")
        #expect(try freshdesk.add("tickets/5001/reply", ["body": "R"])["user_id"] == 70_040_000_021)
        #expect(try await desk.call(.get, "tickets/5001/conversations").ids().count == 2)
        let role = try freshdesk.add("roles", ["name": "Night shift", "default": false])
        let agent = try freshdesk.add(
            "agents",
            ["email": "noor@acme.example", "ticket_scope": 2, "role_ids": [role["id"] ?? .null], "active": true])
        #expect(agent["contact"]?["active"] == true)
        #expect(agent["role_ids"] == [role["id"] ?? .null])
    }

    @Test("what is added is neither logged nor counted")
    func silence() async throws {
        try desk.sandbox.freshdesk.add("companies", ["name": "Hooli"])
        #expect(desk.sandbox.requests.isEmpty)
        let answer = try await desk.call(.get, "companies")
        #expect(answer.headers["X-RateLimit-Remaining"] == "699")
    }

    @Test("Freshchat's users, conversations and messages, and what its API cannot add")
    func freshchat() async throws {
        let freshchat = caller.sandbox.freshchat
        let group = try freshchat.add("groups", ["name": "Night"])
        let id = try #require(group["id"]?.stringValue)
        #expect(try await caller.freshchat("groups").json.texts("groups", "id").contains(id))
        let user = try freshchat.add(
            "users", ["id": "mira", "first_name": "Mira", "created_time": "2024-03-05T09:07:33.120Z"])
        #expect(try await caller.freshchat("users/mira").json.text("created_time") == "2024-03-05T09:07:33.120Z")
        let channel = try #require(try freshchat.add("channels", ["name": "Night"])["id"])
        let message: JSONValue = [
            "message_parts": [["text": ["content": "Hi"]]], "actor_type": "user", "actor_id": "mira",
        ]
        let conversation = try freshchat.add(
            "conversations",
            [
                "conversation_id": "c-1", "channel_id": channel, "users": [["id": user["id"] ?? .null]],
                "messages": [message], "status": "resolved",
            ])
        #expect(conversation["status"] == "resolved")
        try freshchat.add(
            "conversations/c-1/messages",
            ["message_parts": [["text": ["content": "Later"]]], "actor_type": "bot", "id": "m-2"])
        #expect(try await caller.freshchat("conversations/c-1/messages").json.texts("messages", "id").first == "m-2")
    }

    @Test("Freshsales' records count where they belong")
    func freshsales() async throws {
        let freshsales = caller.sandbox.freshsales
        let account = try freshsales.add("sales_accounts", ["name": "Hooli", "id": 90_000_000_001])
        try freshsales.add(
            "deals", ["name": "R", "amount": 12.5, "sales_account_id": account["id"] ?? .null, "age": 7])
        let read = try await caller.freshsales("sales_accounts/90000000001").json
        #expect(read["sales_account"]?.text("open_deals_amount") == "12.5")
        let contact = try freshsales.add(
            "contacts", ["email": "zoe@hooli.example", "lead_score": 77, "is_deleted": true])
        #expect(contact["lead_score"] == 77)
        #expect(try await caller.freshsales("contacts/view/70000000104").json["meta"]?["total"] == 4)
        #expect(try freshsales.add("contacts", ["email": "yan@hooli.example"])["id"] == 90_000_000_004)
    }

    @Test("what does not fit is refused in words that help")
    func refusals() throws {
        func expect(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation, by add: () throws -> Void) {
            let error = #expect(throws: FreshworksError.self, sourceLocation: sourceLocation) { try add() }
            #expect(error?.code == .invalidArgument, sourceLocation: sourceLocation)
            for word in words {
                #expect(
                    error?.description.contains(word) == true, "\(error?.description ?? "")",
                    sourceLocation: sourceLocation)
            }
        }
        let (freshdesk, freshchat) = (desk.sandbox.freshdesk, desk.sandbox.freshchat)
        expect("companies", "missing_field") { try freshdesk.add("companies", [:]) }
        expect("duplicate_value") { try freshdesk.add("companies", ["name": "Globex"]) }
        expect("colour is no key of companies") { try freshdesk.add("companies", ["name": "A", "colour": 1]) }
        expect("spam is not valid") {
            try freshdesk.add("tickets", ["subject": "S", "description": "D", "email": "a@b.example", "spam": "no"])
        }
        expect("there is a record 70000555001 already") {
            try freshdesk.add("companies", ["name": "A", "id": 70_000_555_001])
        }
        expect("there are agents, contacts, companies, groups", "not shoes") { try freshdesk.add("shoes", [:]) }
        expect("the service answers 404") { try freshdesk.add("tickets/999/notes", ["body": "x"]) }
        expect("email is not valid") { try freshchat.add("users", ["email": "x"]) }
        expect("Name can't be blank") { try desk.sandbox.freshsales.add("deals", ["amount": 1]) }
    }

    @Test("a custom field is there for old and new records, and holds what it is for")
    func customFields() async throws {
        let freshdesk = desk.sandbox.freshdesk
        try freshdesk.defineField("cf_order", .text, on: "tickets")
        try freshdesk.defineField("cf_weight", .decimal, on: "tickets")
        try freshdesk.defineField("cf_size", .dropdown(["S", "M"]), on: "tickets")
        try freshdesk.defineField("cf_tier", .checkbox, on: "companies")
        #expect(try await desk.call(.get, "tickets/7").json["custom_fields"]?["cf_order"] == .null)
        #expect(try await desk.call(.get, "companies").json.arrayValue?.first?["custom_fields"] == ["cf_tier": false])
        let id = try await desk.ticket()
        let good = try await desk.call(
            .put, "tickets/\(id)", #"{"custom_fields":{"cf_order":"7","cf_weight":1.5,"cf_size":"M"}}"#)
        #expect(try good.json["custom_fields"]?["cf_weight"] == 1.5)
        let bad = try await desk.call(
            .put, "tickets/\(id)", #"{"custom_fields":{"cf_order":7,"cf_size":"XL","cf_other":1}}"#)
        #expect(
            try Set(bad.complaints()) == [
                "custom_fields.cf_order datatype_mismatch", "custom_fields.cf_size invalid_value",
                "custom_fields.cf_other invalid_field",
            ])
        #expect(
            freshdesk.customFields.filter { $0.collection == "tickets" }.map(\.name) == [
                "cf_region", "cf_locked", "cf_seats", "cf_renewal_on", "cf_order", "cf_weight", "cf_size",
            ])
        #expect(throws: FreshworksError.self) { try freshdesk.defineField("cf_order", .text, on: "tickets") }
        #expect(throws: FreshworksError.self) { try freshdesk.defineField("cf_order", .text, on: "agents") }
    }

    @Test("the other products' fields are listed where they list them")
    func otherFields() async throws {
        try caller.sandbox.freshchat.defineField("cf_vip", .checkbox, on: "conversations")
        let fields = try await caller.freshchat("conversations/fields").json.arrayValue ?? []
        #expect(fields.map { $0.text("name") } == ["priority", "cf_topic", "cf_order_count", "cf_vip"])
        #expect(fields.last?.text("type") == "CHECKBOX")
        #expect(fields.first?.text("default_value") == "Low")
        try caller.sandbox.freshsales.defineField("cf_score", .number, on: "contacts")
        let settings = try await caller.freshsales("settings/contacts/fields").json
        #expect(settings.texts("fields", "name").suffix(2) == ["cf_region", "cf_score"])
        #expect(settings["fields"]?.arrayValue?.last?.text("label") == "Score")
        let wrong = try await caller.freshsales(
            .post, "contacts", #"{"contact":{"email":"a@b.example","custom_field":{"cf_score":"x"}}}"#)
        #expect(wrong.status == 400)
        #expect(throws: FreshworksError.self) {
            try caller.sandbox.freshsales.defineField("score", .number, on: "contacts")
        }
    }

    @Test("the log has what a request said, but not to the OAuth server")
    func bodies() async throws {
        _ = try await desk.call(.post, "companies", #"{"name":"Hooli"}"#)
        _ = try await desk.call(.get, "companies")
        _ = try await desk.call(.post, "companies", "{", type: "text/plain")
        let log = desk.sandbox.requests
        #expect(log.map { String(decoding: $0.body, as: UTF8.self) } == [#"{"name":"Hooli"}"#, "", "{"])
        #expect(log.map(\.json) == [["name": "Hooli"], nil, nil])
        let oauth = OAuthCaller()
        _ = try await oauth.tokens()
        #expect(oauth.sandbox.requests.count > 1)
        #expect(oauth.sandbox.requests.allSatisfy { $0.body.isEmpty && $0.json == nil })
    }
}
