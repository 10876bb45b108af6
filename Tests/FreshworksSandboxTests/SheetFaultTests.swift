import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

/// Where the sandbox once differed from what is known of the services.
@Suite("The sandbox takes what the services take")
struct SheetFaultTests {
    let desk = FreshdeskCaller()
    let caller = SandboxCaller()

    @Test("a list of tickets embeds the company, for two more credits")
    func company() async throws {
        let answer = try await desk.call(.get, "tickets?include=company,stats&per_page=100&updated_since=2020-01-01")
        #expect(answer.status == 200)
        #expect(answer.headers["X-RateLimit-Used-CurrentRequest"] == "5")
        let companies = try Set((answer.json.arrayValue ?? []).compactMap { $0["company"] })
        #expect(
            companies == [
                .null, ["id": 70_000_555_001, "name": "Globex"], ["id": 70_000_555_002, "name": "Initech"],
            ])
        let wrong = try await desk.call(.get, "tickets?include=company,conversations")
        #expect(try wrong.complaints() == ["include invalid_value"])
    }

    @Test("a list of agents tells who is there, and nothing else may be asked for")
    func availability() async throws {
        let answer = try await desk.call(.get, "agents?only=availability&per_page=2")
        #expect(answer.status == 200)
        #expect(answer.headers["Link"]?.contains("only=availability") == true)
        let row = try #require(try answer.json.arrayValue?.first)
        #expect(row.value(at: ["contact", "email"]) == "ana.cole@acme.example")
        #expect(row.value(at: ["availability", "agent_ref"]) == row["id"])
        #expect(row.value(at: ["availability", "channel_availability"])?.arrayValue?.count == 3)
        #expect(try await desk.call(.get, "agents?only=names").complaints() == ["only invalid_value"])
    }

    @Test("contacts that changed are asked for by one spelling, companies and tickets by the other")
    func filterNames() async throws {
        let plain = try await desk.call(.get, "contacts?updated_since=2025-06-02")
        #expect(plain.status == 400)
        #expect(try plain.complaints() == ["updated_since invalid_field"])
        #expect(try await desk.call(.get, "contacts?_updated_since=2025-06-02").status == 200)
        for path in ["tickets", "companies"] {
            let odd = try await desk.call(.get, "\(path)?_updated_since=2025-06-02")
            #expect(try odd.complaints() == ["_updated_since invalid_field"])
            #expect(try await desk.call(.get, "\(path)?updated_since=2025-06-02").status == 200)
        }
        #expect(try await desk.call(.get, "agents?updated_since=2025-06-02").complaints().count == 1)
    }

    @Test(
        "of two spellings that programs use for a filter the lists take the one that is documented",
        arguments: [
            ("contacts", "updated_since=2025-06-02&_updated_since=2025-06-02", ["updated_since"]),
            ("contacts", "state=verified&updated_since=2025-06-02T00:00:00Z&per_page=5", ["updated_since"]),
            ("agents", "_updated_since=2025-06-02", ["_updated_since"]),
            ("companies", "_updated_since=2025-06-02&updated_since=2025-06-02", ["_updated_since"]),
            ("tickets", "updated_after=2025-06-02", ["updated_after"]),
            ("surveys/satisfaction_ratings", "updated_since=2025-06-02", ["updated_since"]),
        ] as [(String, String, [String])])
    func spellings(list: String, query: String, unknown: [String]) async throws {
        let answer = try await desk.call(.get, "\(list)?\(query)")
        #expect(answer.status == 400)
        #expect(try answer.complaints() == unknown.map { "\($0) invalid_field" })
    }

    @Test("Freshchat takes a null for nothing, also where something is asked of it and no record is written")
    func nullsInQuestions() async throws {
        let user = try await caller.freshchat(.post, "users", #"{"first_name":"Mira","phone":null}"#)
        #expect(user.status == 200)
        let id = try #require(try user.json.text("id"))
        let fetched = try await caller.freshchat(.post, "users/fetch", #"{"ids":["\#(id)"],"include":null}"#)
        #expect(fetched.status == 200)
        #expect(try fetched.json.texts("users", "id") == [id])
        let agent = try await caller.freshchat("agents").json.texts("agents", "id")[0]
        let status = try await caller.freshchat(
            .patch, "agents/\(agent)", #"{"availability_status":"AVAILABLE","agent_status":null}"#)
        #expect(status.status == 200)
        let report = try await caller.freshchat(
            .post, "reports/raw",
            #"{"start":"2025-05-01T00:00:00.000Z","end":"2025-05-02T00:00:00.000Z","event":"Message-Sent","#
                + #""format":"csv","should_exclude_pii":null}"#)
        #expect(report.status == 202)
        // What is required is missing all the same.
        let missing = try await caller.freshchat(.post, "users/fetch", #"{"ids":null}"#)
        #expect(try missing.json.text("message") == "ids is required")
    }

    @Test("Freshchat takes a null for nothing, wherever it stands")
    func nulls() async throws {
        let user = try await caller.freshchat(
            .post, "users", #"{"first_name":"Mira","email":null,"avatar":{"url":null},"properties":null}"#)
        #expect(user.status == 200)
        #expect(try user.json["email"] == nil)
        #expect(try user.json["avatar"] == [:])
        let id = try #require(try user.json.text("id"))
        let kept = try await caller.freshchat(.put, "users/\(id)", #"{"last_name":"Holm","first_name":null}"#)
        #expect(try kept.json.text("first_name") == "Mira")
        let agent = try await caller.freshchat("agents").json.texts("agents", "id")[0]
        let changed = try await caller.freshchat(.put, "agents/\(agent)", #"{"phone":null,"biography":"B"}"#)
        #expect(changed.status == 200)
        let channel = try await caller.freshchat("channels").json.texts("channels", "id")[0]
        let conversation = try await caller.freshchat(
            .post, "conversations",
            #"{"channel_id":"\#(channel)","users":[{"id":"\#(id)"}],"assigned_group_id":null,"properties":{"cf_topic":null},"#
                + #""messages":[{"message_parts":[{"text":{"content":"x"},"image":null}],"actor_type":"user","#
                + #""actor_id":"\#(id)","message_type":null}]}"#)
        #expect(conversation.status == 200)
        #expect(try conversation.json["messages"]?.arrayValue?.first?.text("message_type") == "normal")
    }

    @Test("Freshchat takes back what it answered, and changes nothing by it")
    func echoes() async throws {
        let user = try await caller.freshchat(.post, "users", #"{"first_name":"Mira"}"#).json
        let id = try #require(user.text("id"))
        #expect(try await caller.freshchat(.put, "users/\(id)", user.description).json == user)
        let forged = try await caller.freshchat(
            .put, "users/\(id)", #"{"id":"x","created_time":"y","login_status":true,"last_name":"Holm"}"#)
        #expect(try forged.json["login_status"] == false)
        #expect(try forged.json.text("id") == id)
        let agent = try await caller.freshchat("agents").json["agents"]?.arrayValue?.first ?? .null
        let agentID = try #require(agent.text("id"))
        let again = try await caller.freshchat(.put, "agents/\(agentID)", agent.description)
        #expect(again.status == 200)
        #expect(try again.json.text("role_id") == agent.text("role_id"))

        let channel = try await caller.freshchat("channels").json.texts("channels", "id")[0]
        let created = try await conversation(with: id, on: channel)
        let conversation = try #require(created.text("conversation_id"))
        #expect(try await caller.freshchat(.put, "conversations/\(conversation)", created.description).status == 200)
        let first = try #require(created["messages"]?.arrayValue?.first)
        let sent = try await caller.freshchat(
            .post, "conversations/\(conversation)/messages", first.description)
        #expect(sent.status == 200)
        #expect(try sent.json.text("id") != first.text("id"))
        let copy = try await caller.freshchat(
            .post, "conversations",
            #"{"channel_id":"\#(channel)","users":[{"id":"\#(id)"}],"messages":[\#(first.description)]}"#)
        #expect(copy.status == 200)
        // Nobody's keys are still refused.
        #expect(
            try await caller.freshchat(.put, "users/\(id)", #"{"shoe":1}"#).json.text("message") == "shoe is not known")
    }

    private func conversation(with user: String, on channel: String) async throws -> JSONValue {
        let message = #"{"message_parts":[{"text":{"content":"x"}}],"actor_type":"user","actor_id":"\#(user)"}"#
        return try await caller.freshchat(
            .post, "conversations",
            #"{"channel_id":"\#(channel)","users":[{"id":"\#(user)"}],"messages":[\#(message)]}"#
        ).json
    }

    @Test("Freshchat takes back what it answered as a new record, too")
    func echoedCreations() async throws {
        let user = try await caller.freshchat(
            .post, "users", #"{"first_name":"Mira","properties":[{"name":"plan","value":"gold"}]}"#
        ).json
        let again = try await caller.freshchat(.post, "users", user.description)
        #expect(again.status == 200)
        let copy = try again.json
        #expect(copy.text("id") != user.text("id"))
        #expect(copy.text("restore_id") != user.text("restore_id"))
        #expect(copy.text("first_name") == "Mira")
        #expect(copy["properties"] == user["properties"])

        let id = try #require(user.text("id"))
        let channel = try await caller.freshchat("channels").json.texts("channels", "id")[0]
        let created = try await conversation(with: id, on: channel)
        let other = try await caller.freshchat(.post, "conversations", created.description)
        #expect(other.status == 200)
        #expect(try other.json.text("conversation_id") != created.text("conversation_id"))
        #expect(try other.json["messages"]?.arrayValue?.count == 1)

        let listed = try await caller.freshchat("agents").json["agents"]?.arrayValue?.first?.objectValue
        var agent = try #require(listed)
        agent["email"] = "copy@acme.example"
        // The one key that the documentation names for updates alone.
        let refused = try await caller.freshchat(.post, "agents", JSONValue.object(agent).description)
        #expect(refused.status == 400)
        #expect(try refused.json.text("message") == "is_deactivated is for updates only")
        agent["is_deactivated"] = nil
        let made = try await caller.freshchat(.post, "agents", JSONValue.object(agent).description)
        #expect(made.status == 200)
        #expect(try made.json.text("id") != agent["id"]?.stringValue)
        #expect(try made.json["login_status"] == false)
    }

    @Test("no way leads to a Freshsales contact that has neither an address nor a mobile number")
    func unreachable() async throws {
        let refusal = #"{"errors":{"code":400,"message":["Email or mobile number is required"]}}"#
        for (path, body) in [
            ("contacts/70050001001/clone", "{}"), ("contacts/70050001001/clone", #"{"contact":{"first_name":"X"}}"#),
            ("contacts", #"{"contact":{"first_name":"X","emails":[]}}"#),
            ("contacts", #"{"contact":{"first_name":"X","phone_numbers":[{"value":"1"}]}}"#),
            ("contacts/upsert", #"{"unique_identifier":{"external_id":"new"},"contact":{"first_name":"X"}}"#),
        ] {
            let answer = try await caller.freshsales(.post, path, body)
            #expect(answer.status == 400, "\(path)")
            #expect(answer.text == refusal, "\(path)")
        }
        let number = try await caller.freshsales(
            .post, "contacts/70050001001/clone", #"{"contact":{"mobile_number":"+33600000002"}}"#)
        #expect(number.status == 201)
    }

    @Test("a Freshsales deal is in the account's currency unless told, however it came to be")
    func currency() async throws {
        let created = try await caller.freshsales(.post, "deals", #"{"deal":{"name":"X","amount":5}}"#).json
        #expect(created["deal"]?["currency_id"] == 70_000_000_501)
        let upserted = try await caller.freshsales(
            .post, "deals/upsert", #"{"unique_identifier":{"name":"Y"},"deal":{"amount":5,"currency_id":null}}"#)
        #expect(try upserted.json["deal"]?["currency_id"] == 70_000_000_501)
        let euro = try await caller.freshsales(
            .post, "deals", #"{"deal":{"name":"Z","amount":5,"currency_id":70000000502}}"#
        ).json
        #expect(euro["deal"]?["currency_id"] == 70_000_000_502)
        let id = try #require(euro["deal"]?["id"]?.int64Value)
        let reset = try await caller.freshsales(.put, "deals/\(id)", #"{"deal":{"currency_id":null}}"#)
        #expect(try reset.json["deal"]?["currency_id"] == 70_000_000_501)
    }

    @Test(
        "doubled slashes and one at the end make no difference to the products",
        arguments: [
            "https://acme.freshdesk.com/api/v2/tickets/", "https://acme.freshdesk.com/api/v2//tickets",
            "https://acme.freshdesk.com//api/v2/tickets/?page=1", "https://acme.freshdesk.com/api/v2/tickets/7/",
            "https://acme.freshchat.com/v2/agents/", "https://acme.freshchat.com/v2//accounts//configuration",
            "https://acme.myfreshworks.com/crm/sales/api/contacts/filters/",
            "https://acme.myfreshworks.com/crm//sales/api//selector/owners",
        ])
    func slashes(address: String) async throws {
        let sandbox = caller.sandbox
        let credential =
            if address.contains("freshdesk") {
                basic("\(sandbox.freshdesk.apiKey):X")
            } else if address.contains("freshchat") {
                "Bearer \(sandbox.freshchat.apiToken)"
            } else {
                "Token token=\(sandbox.freshsales.apiKey)"
            }
        let answer = try await caller.call(.get, address, credential)
        #expect(answer.status == 200)
        #expect(answer.headers["Content-Type"]?.hasPrefix("application/json") == true)
        // The log has the path as it was sent.
        let entry = try #require(sandbox.requests.last)
        #expect(address.hasSuffix(entry.path + (entry.query.isEmpty ? "" : "?" + entry.query)))
    }

    @Test("they make none over real HTTP either, and none to a POST")
    func slashesOverHTTP() async throws {
        let server = try await desk.sandbox.serve()
        defer { server.stop() }
        let client = try RawClient(port: server.port)
        let body = #"{"name":"Hooli"}"#
        let answer = try client.exchange(
            "POST /api//v2/companies/ HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"
                + "Authorization: \(basic("\(desk.sandbox.freshdesk.apiKey):X"))\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
        #expect(answer.status == 201)
        #expect(answer.fields["location"] == "http://127.0.0.1:\(server.port)/api/v2/companies/70000555003")
    }

    @Test("the OAuth server is exact about its paths")
    func oauthSlashes() async throws {
        for path in ["/org/oauth/v2/token/", "/org/oauth/v2//userinfo"] {
            let answer = try await caller.call(.get, "https://acme.myfreshworks.com" + path)
            #expect(answer.status == 404)
        }
    }
}
