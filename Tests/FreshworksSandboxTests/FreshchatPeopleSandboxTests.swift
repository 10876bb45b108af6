import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshchat users, agents and directory in the sandbox")
struct FreshchatPeopleSandboxTests {
    let clock: ManualClock
    let caller: SandboxCaller
    let everyone = "users?created_from=2000-01-01T00:00:00.000Z"

    init() {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
    }

    @Test("a user is created, read, changed and deleted")
    func user() async throws {
        let created = try await caller.freshchat(
            .post, "users",
            #"{"email":"mira@example.org","phone":"+4930555010","first_name":"Mira","reference_id":"crm-1042","#
                + #""avatar":{"url":"https://img.example.org/mira.png"},"properties":[{"name":"plan","value":"gold"}],"#
                + #""social_profiles":[{"type":"linkedin","id":"mira"}]}"#)
        #expect(created.status == 200)
        let user = try created.json
        let id = try #require(user.text("id"))
        #expect(user.text("created_time") == "2025-06-02T12:00:00.000Z")
        #expect(user.text("avatar", "url") == "https://img.example.org/mira.png")
        #expect(user["properties"]?.description == #"[{"name":"plan","value":"gold"}]"#)
        #expect(user.text("org_contact_id")?.count == 19)
        #expect(user["last_name"] == nil)
        #expect(try await caller.freshchat("users/\(id)").json == user)

        clock.advance(by: .milliseconds(4))
        let changed = try await caller.freshchat(
            .put, "users/\(id)",
            #"{"last_name":"Holm","properties":[{"name":"plan","value":"silver"},{"name":"city","value":"Oslo"}]}"#)
        #expect(changed.status == 200)
        #expect(try changed.json.text("first_name") == "Mira")
        #expect(try changed.json.text("last_name") == "Holm")
        #expect(try changed.json.text("updated_time") == "2025-06-02T12:00:00.004Z")
        #expect(
            try changed.json["properties"]?.description
                == #"[{"name":"plan","value":"silver"},{"name":"city","value":"Oslo"}]"#)
        #expect(
            try await caller.freshchat("users/\(id)/conversations").text == #"{"conversations":[]}"#)

        let deleted = try await caller.freshchat(.delete, "users/\(id)")
        #expect(deleted.status == 202)
        #expect(deleted.text == #"{"code":202,"status":"ACCEPTED","message":"User deletion request accepted"}"#)
        let gone = try await caller.freshchat("users/\(id)")
        #expect(gone.status == 404)
        #expect(gone.text == #"{"code":404,"status":"NOT_FOUND","message":"user not found"}"#)
    }

    @Test(
        "a user that the documentation does not allow is refused",
        arguments: [
            ("", "the body is not a JSON object"), ("{", "the body is not a JSON object"),
            ("[]", "the body is not a JSON object"), ("{}", "at least one attribute is required"),
            (#"{"email":""}"#, "email is not valid"), (#"{"email":null}"#, "at least one attribute is required"),
            (#"{"phone_no":"+1"}"#, "phone_no is not known"), (#"{"phone":1}"#, "phone is not valid"),
            (#"{"properties":{"plan":"gold"}}"#, "properties is not valid"),
            (#"{"properties":[{"name":"seats","value":4}]}"#, "properties[0].value is not valid"),
            (#"{"properties":[{"name":"seats"}]}"#, "properties[0].value is required"),
            (#"{"social_profiles":[{"type":"myspace","id":"x"}]}"#, "social_profiles[0].type is not valid"),
        ])
    func badUser(body: String, message: String) async throws {
        let answer = try await caller.freshchat(.post, "users", body)
        #expect(answer.status == 400)
        #expect(answer.text == #"{"code":400,"status":"INVALID_VALUE","message":"\#(message)"}"#)
    }

    @Test("a body that is not announced as JSON is refused")
    func contentType() async throws {
        let body = #"{"first_name":"Mira"}"#
        #expect(try await caller.freshchat(.post, "users", body, type: "text/plain").status == 400)
        #expect(
            try await caller.freshchat(.post, "users", body, type: "application/json; charset=utf-8").status == 200)
    }

    @Test("a second user or agent of the same key is a conflict")
    func conflict() async throws {
        #expect(
            try await caller.freshchat(.post, "users", #"{"reference_id":"crm-1001"}"#).text
                == #"{"code":409,"status":"CONFLICT","message":"user already exists"}"#)
        #expect(
            try await caller.freshchat(.post, "agents", #"{"email":"ANA.REIS@acme.example"}"#).text
                == #"{"code":409,"status":"CONFLICT","message":"agent already exists"}"#)
    }

    @Test("users are listed by filters, of which one at least is mandatory")
    func users() async throws {
        for query in ["", "?page=1", "?sort_by=email", "?phone=%2B14155551000", "?created_from=yesterday"] {
            #expect(try await caller.freshchat("users" + query).status == 400)
        }
        let all = try await caller.freshchat(everyone).json
        #expect(all["pagination"]?["total_items"]?.int64Value == 30)
        #expect(all["users"]?.arrayValue?.count == 20)
        #expect(
            all.text("links", "next_page", "href")
                == "/v2/users?created_from=2000-01-01T00%3A00%3A00.000Z&page=2")
        for query in ["phone_no=%2B14155551002", "reference_id=crm-1003", "email=YUKI.MOREAU@visitor.example"] {
            #expect(try await caller.freshchat("users?\(query)").json.texts("users", "reference_id") == ["crm-1003"])
        }
        // One user a day before 2025-06-02T12:00:00Z; both ends count.
        let week = "users?created_from=2025-05-20T12:00:00.000Z&created_to=2025-05-22T12:00:00Z&sort_by=created_time"
        #expect(
            try await caller.freshchat(week + "&sort_order=desc").json.texts("users", "created_time")
                == ["2025-05-22T12:00:00.000Z", "2025-05-21T12:00:00.000Z", "2025-05-20T12:00:00.000Z"])
        #expect(try await caller.freshchat("users?email=nobody@example.org").json["users"]?.arrayValue?.count == 0)
    }

    @Test("up to a hundred users are fetched by id, unknown ones are absent")
    func fetch() async throws {
        let ids = try await caller.freshchat(everyone + "&items_per_page=2").json.texts("users", "id")
        let answer = try await caller.freshchat(
            .post, "users/fetch", #"{"ids":["\#(ids[1])","nobody","\#(ids[0])"]}"#)
        #expect(answer.status == 200)
        #expect(try answer.json.objectValue?.keys == ["users"])
        #expect(try answer.json.texts("users", "id") == [ids[1], ids[0]])
        let names = Array(repeating: #""x""#, count: 101).joined(separator: ",")
        for body in [#"{"ids":[]}"#, "{}", #"{"ids":"x"}"#, #"{"ids":[1]}"#, "{\"ids\":[\(names)]}"] {
            #expect(try await caller.freshchat(.post, "users/fetch", body).status == 400)
        }
    }

    @Test("an agent is created, read, changed and deleted later")
    func agent() async throws {
        let groups = try await caller.freshchat("groups").json.texts("groups", "id")
        let created = try await caller.freshchat(
            .post, "agents",
            #"{"email":"mia@example.org","first_name":"Mia","role_id":"ACCOUNT_ADMIN","groups":["\#(groups[0])"],"#
                + #""locale":"en-us","timezone":"Asia/Kolkata","routing_type":"OCR"}"#)
        #expect(created.status == 200)
        let agent = try created.json
        let id = try #require(agent.text("id"))
        #expect(agent.text("role_name") == "Account Admin")
        #expect(agent.text("timezone") == "Asia/Kolkata")
        #expect(agent.text("created_time") == "2025-06-02T12:00:00.000Z")
        #expect(try await caller.freshchat("agents/\(id)").json == agent)
        #expect(
            try await caller.freshchat("agents?groups=\(groups[0])&sort_by=created_time&sort_order=desc").json
                .texts("agents", "id").first == id)

        let changed = try await caller.freshchat(
            .put, "agents/\(id)", #"{"last_name":"Lind","groups":[],"role_id":"AGENT","is_deactivated":true}"#)
        #expect(try changed.json["groups"]?.arrayValue == [])
        #expect(try changed.json.text("role_name") == "Agent")
        #expect(try await caller.freshchat("agents?is_deactivated=true").json["pagination"]?["total_items"] == 3)

        let deleted = try await caller.freshchat(.delete, "agents/\(id)")
        #expect(deleted.status == 202)
        #expect(deleted.text == #"{"code":202,"status":"ACCEPTED","message":"Agent deletion request accepted"}"#)
        for answer in [
            try await caller.freshchat("agents/\(id)"), try await caller.freshchat(.put, "agents/\(id)", "{}"),
            try await caller.freshchat(.delete, "agents/\(id)"),
        ] {
            #expect(answer.status == 404)
            #expect(answer.text == #"{"code":404,"status":"AGENT_NOT_FOUND","message":"agent not found"}"#)
        }
    }

    @Test(
        "an agent that the documentation does not allow is refused",
        arguments: [
            (#"{"first_name":"Mia"}"#, "email is required"), (#"{"email":"mia"}"#, "email is not valid"),
            (#"{"email":"m@example.org","role_id":"BOSS"}"#, "role_id is not valid"),
            (#"{"email":"m@example.org","groups":["x"]}"#, "groups is not valid"),
            (#"{"email":"m@example.org","is_deactivated":false}"#, "is_deactivated is for updates only"),
            (#"{"email":"m@example.org","availability":"AVAILABLE"}"#, "availability is not known"),
            (#"{"email":"m@example.org","routing_type":"ROUND"}"#, "routing_type is not valid"),
        ])
    func badAgent(body: String, message: String) async throws {
        let answer = try await caller.freshchat(.post, "agents", body)
        #expect(answer.status == 400)
        #expect(answer.text == #"{"code":400,"status":"INVALID_VALUE","message":"\#(message)"}"#)
    }

    @Test("an agent's address stays, its availability is changed by PATCH, and a custom status wins")
    func availability() async throws {
        let id = try #require(try await caller.freshchat("agents").json.texts("agents", "id").first)
        #expect(try await caller.freshchat(.put, "agents/\(id)", #"{"email":"new@example.org"}"#).status == 400)
        #expect(
            try await caller.freshchat(.patch, "agents/\(id)", #"{"availability_status":"AVAILABLE"}"#).text
                == #"{"availability_status":"AVAILABLE","agent_status":{"id":"8f0a-1","name":"Active on Chat"}}"#)
        #expect(
            try await caller.freshchat("agents/status").text
                == #"{"states":[{"id":"8f0a-1","name":"Active on Chat"},{"id":"8f0a-2","name":"Away"},"#
                + #"{"id":"8f0a-3","name":"In training"}]}"#)
        #expect(
            try await caller.freshchat(
                .patch, "agents/\(id)", #"{"availability_status":"AVAILABLE","agent_status":{"id":"8f0a-3"}}"#
            ).text == #"{"availability_status":"UNAVAILABLE","agent_status":{"id":"8f0a-3","name":"In training"}}"#)
        for body in ["{}", #"{"first_name":"x"}"#, #"{"agent_status":{"id":"nope"}}"#] {
            #expect(try await caller.freshchat(.patch, "agents/\(id)", body).status == 400)
        }
    }

    @Test("groups, channels and roles are listed and nothing else")
    func directory() async throws {
        let groups = try await caller.freshchat("groups?sort_by=name&sort_order=desc").json
        #expect(groups.texts("groups", "name") == ["Orders", "Escalations", "Billing"])
        #expect(groups.text("links", "first_page", "rel") == "group")
        let channels = try await caller.freshchat("channels?locale=en").json
        #expect(channels.texts("channels", "name") == ["Help", "Sales"])
        #expect(channels["channels"]?.arrayValue?.first?["icon"] == [:])
        let roles = try await caller.freshchat("roles?items_per_page=3&page=2").json
        #expect(roles.texts("roles", "name") == ["Night shift"])
        #expect(
            try await caller.freshchat("roles").json.texts("roles", "id").prefix(3)
                == ["OWNER", "ACCOUNT_ADMIN", "AGENT"])
        #expect(try await caller.freshchat(.post, "groups", #"{"name":"x"}"#).status == 405)
        #expect(try await caller.freshchat("groups/1").status == 404)
    }
}
