import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshchat conversations and messages in the sandbox")
struct FreshchatConversationSandboxTests {
    let clock: ManualClock
    let caller: SandboxCaller
    let user: String
    let agent: String
    let group: String
    let channel: String

    init() async throws {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
        user = try await caller.freshchat(.post, "users", #"{"first_name":"Mira"}"#).json.text("id") ?? ""
        agent = try await caller.freshchat("agents").json.texts("agents", "id")[0]
        group = try await caller.freshchat("groups").json.texts("groups", "id")[0]
        channel = try await caller.freshchat("channels").json.texts("channels", "id")[0]
    }

    private func start(_ more: String = "") async throws -> SandboxCaller.Answer {
        try await caller.freshchat(
            .post, "conversations",
            #"{"channel_id":"\#(channel)","users":[{"id":"\#(user)"}],"messages":[{"message_parts":"#
                + #"[{"text":{"content":"Where is my order?"}}],"actor_type":"user","actor_id":"\#(user)"}]\#(more)}"#)
    }

    private func send(_ parts: String, to id: String, as actor: String? = nil) async throws -> SandboxCaller.Answer {
        let actor = actor ?? #""actor_type":"agent","actor_id":"\#(agent)""#
        return try await caller.freshchat(
            .post, "conversations/\(id)/messages", #"{"message_parts":\#(parts),\#(actor)}"#)
    }

    @Test("a conversation is created with its first message, and read without it")
    func create() async throws {
        let answer = try await start(#","properties":{"priority":"High","cf_topic":"orders"}"#)
        #expect(answer.status == 200)
        let json = try answer.json
        let id = try #require(json.text("conversation_id"))
        #expect(json["id"] == nil)
        #expect(json.text("status") == "new")
        #expect(json.text("user_id") == user)
        #expect(json["users"]?.description == #"[{"id":"\#(user)"}]"#)
        #expect(json["skill_id"] == 0)
        #expect(json["properties"]?.description == #"{"priority":"High","cf_topic":"orders"}"#)
        let message = try #require(json["messages"]?.arrayValue?.first)
        #expect(message["message_parts"]?.description == #"[{"text":{"content":"Where is my order?"}}]"#)
        #expect(message.text("conversation_id") == id)
        #expect(message.text("message_type") == "normal")
        #expect(message.text("interaction_id")?.hasSuffix("-1748865600000") == true)
        #expect(message["reply_parts"] == [])
        let read = try await caller.freshchat("conversations/\(id)").json
        #expect(read["messages"] == nil)
        #expect(read["users"] == nil)
        #expect(read.text("status") == "new")
        #expect(
            try await caller.freshchat("users/\(user)/conversations").text == #"{"conversations":[{"id":"\#(id)"}]}"#)
        #expect(
            try await caller.freshchat("conversations/nope").text
                == #"{"code":404,"status":"NOT_FOUND","message":"conversation not found"}"#)
        #expect(try await caller.freshchat("conversations").status == 405)
    }

    @Test("a creation that lacks something or says too much is refused")
    func badCreation() async throws {
        let message = #"{"message_parts":[{"text":{"content":"x"}}],"actor_type":"user","actor_id":"\#(user)"}"#
        let users = #"[{"id":"\#(user)"}]"#
        for (body, complaint) in [
            (#"{"messages":[\#(message)],"users":\#(users)}"#, "channel_id is required"),
            (#"{"channel_id":"\#(channel)","users":\#(users)}"#, "messages is required"),
            (#"{"channel_id":"\#(channel)","messages":[],"users":\#(users)}"#, "messages must not be empty"),
            (#"{"channel_id":"\#(channel)","messages":[\#(message)]}"#, "users is required"),
            (#"{"channel_id":"\#(channel)","messages":[\#(message)],"users":[{"id":"x"}]}"#, "users is not valid"),
            (#"{"channel_id":"x","messages":[\#(message)],"users":\#(users)}"#, "channel_id is not valid"),
        ] {
            let answer = try await caller.freshchat(.post, "conversations", body)
            #expect(answer.text == #"{"code":400,"status":"INVALID_VALUE","message":"\#(complaint)"}"#)
        }
        for (more, complaint) in [
            (#","properties":[{"name":"priority","value":"Low"}]"#, "Conversation payload not valid"),
            (#","properties":{"priority":"Huge"}"#, "properties.priority is not valid"),
            (#","properties":{"topic":"x"}"#, "properties.topic is not valid"),
            (#","status":"open""#, "status is not valid"),
            (#","status":"assigned""#, "assigned_agent_id is required"),
            (#","assigned_agent_id":"x""#, "assigned_agent_id is not valid"),
            (#","colour":"red""#, "colour is not known"),
        ] {
            let answer = try await start(more)
            #expect(answer.status == 400)
            #expect(answer.text == #"{"code":400,"status":"INVALID_VALUE","message":"\#(complaint)"}"#)
        }
        #expect(try await caller.freshchat("users/\(user)/conversations").text == #"{"conversations":[]}"#)
    }

    @Test("an agent makes it assigned, a group alone leaves it new, a blank takes them away")
    func assignment() async throws {
        #expect(try await start(#","assigned_agent_id":"\#(agent)""#).json.text("status") == "assigned")
        #expect(try await start(#","assigned_group_id":"\#(group)""#).json.text("status") == "new")
        let id = try #require(try await start().json.text("conversation_id"))
        func put(_ body: String) async throws -> SandboxCaller.Answer {
            try await caller.freshchat(.put, "conversations/\(id)", body)
        }
        #expect(
            try await put(#"{"status":"assigned"}"#).text
                == #"{"code":400,"status":"INVALID_VALUE","message":"assigned_agent_id is required"}"#)
        let assigned = try await put(#"{"status":"assigned","assigned_agent_id":"\#(agent)"}"#)
        #expect(assigned.status == 200)
        #expect(try assigned.json.text("status") == "assigned")
        #expect(try assigned.json.text("assigned_agent_id") == agent)
        for blank in ["", " "] {
            let freed = try await put(#"{"assigned_agent_id":"\#(blank)"}"#).json
            #expect(freed.text("status") == "new")
            #expect(freed["assigned_agent_id"] == nil)
            #expect(try await put(#"{"assigned_agent_id":"\#(agent)"}"#).json.text("status") == "assigned")
        }
        let kept = try await put(#"{"properties":{"cf_topic":"returns"}}"#).json
        #expect(kept["properties"]?.description == #"{"priority":"Low","cf_topic":"returns"}"#)
        #expect(kept.text("status") == "assigned")
        #expect(try await put(#"{"status":"waiting on customer"}"#).json.text("status") == "waiting on customer")
        #expect(
            try await put(#"{"properties":[{"name":"priority","value":"Low"}]}"#).text
                == #"{"code":400,"status":"INVALID_VALUE","message":"Conversation payload not valid"}"#)
        let sources = try await caller.freshchat("conversations/\(id)/messages").json.texts(
            "messages", "message_source")
        #expect(sources == ["system", "system", "system", "api"])
    }

    @Test("a resolved conversation reopens when its user writes, unless it is not the user's newest")
    func reopening() async throws {
        let first = try #require(try await start().json.text("conversation_id"))
        let asUser = #""actor_type":"user","actor_id":"\#(user)""#
        #expect(
            try await caller.freshchat(.put, "conversations/\(first)", #"{"status":"resolved"}"#).json.text("status")
                == "resolved")
        clock.advance(by: .seconds(60))
        let message = try await send(#"[{"text":{"content":"Again"}}]"#, to: first, as: asUser)
        #expect(message.status == 200)
        #expect(try message.json.text("interaction_id")?.hasSuffix("-1748865660000") == true)
        #expect(try await caller.freshchat("conversations/\(first)").json.text("status") == "reopened")
        let history = try await caller.freshchat("conversations/\(first)/messages").json["messages"]?.arrayValue ?? []
        #expect(
            history.map { $0["meta_data"]?.description } == [
                nil, #"{"isReopen":"true"}"#, #"{"isResolved":true}"#, nil,
            ])
        // The resolution is in an agent's name and has no type: its source alone tells it.
        #expect(history[2].text("actor_type") == "agent")
        #expect(history[2]["message_type"] == nil)

        _ = try await caller.freshchat(.put, "conversations/\(first)", #"{"status":"resolved"}"#)
        _ = try await start()
        for answer in [
            try await send(#"[{"text":{"content":"Again"}}]"#, to: first, as: asUser),
            try await caller.freshchat(.put, "conversations/\(first)", #"{"status":"new"}"#),
        ] {
            #expect(
                answer.text == #"{"code":400,"status":"INVALID_VALUE","message":"not the latest conversation"}"#)
        }
        // An agent may write on without reopening it.
        #expect(try await send(#"[{"text":{"content":"Note"}}]"#, to: first).status == 200)
        #expect(try await caller.freshchat("conversations/\(first)").json.text("status") == "resolved")
    }

    @Test(
        "every kind of part is taken",
        arguments: [
            #"{"text":{"content":"Hi"}}"#,
            #"{"image":{"url":"https://img.example.org/a.png","contentType":"image/png","width":10,"height":10}}"#,
            #"{"file":{"name":"a.pdf","fileHash":"h1","file_size_in_bytes":12,"content_type":"application/pdf"}}"#,
            #"{"file":{"name":"a.pdf","file_hash":"h1"}}"#,
            #"{"file":{"name":"a.pdf","url":"https://f.example.org/a.pdf","contentType":"application/pdf"}}"#,
            #"{"video":{"url":"https://v.example.org/a.mp4","content_type":"video/mp4"}}"#,
            #"{"audio":{"url":"https://v.example.org/a.mp3","content_type":"audio/mpeg"}}"#,
            #"{"url_button":{"url":"https://example.org","label":"Open","target":"_self"}}"#,
            #"{"quick_reply_button":{"label":"Yes","custom_reply_text":"Yes!","payload":"y","display_order":1}}"#,
            #"{"collection":{"sub_parts":[{"quick_reply_button":{"label":"Yes"}},{"text":{"content":"x"}}]}}"#,
            #"{"template_content":{"type":"carousel","sections":[{"name":"title","parts":[{"text":{"content":"x"}}]}]}}"#,
            #"{"callback":{"label":"Call me","payload":"{}"}}"#,
            #"{"reference":{"label":"More","reference_id":"r1"}}"#,
            #"{"email":{"content":"<p>Hi</p>","subject":"Hello"}}"#,
        ])
    func parts(part: String) async throws {
        let id = try #require(try await start().json.text("conversation_id"))
        let answer = try await send("[\(part)]", to: id)
        #expect(answer.status == 200)
        #expect(try answer.json["message_parts"]?.description == "[\(part)]")
    }

    @Test(
        "a part that is none is refused",
        arguments: [
            ("[]", "message_parts must not be empty"), (#""Hi""#, "message_parts is not valid"),
            ("[{}]", "message_parts[0] must have exactly one key"),
            (
                #"[{"text":{"content":"x"},"email":{"content":"x"}}]"#,
                "message_parts[0] must have exactly one key"
            ),
            (#"[{"shout":{}}]"#, "message_parts[0].shout cannot be sent"),
            (#"[{"text_input":{}}]"#, "message_parts[0].text_input cannot be sent"),
            (#"[{"text":{"content":" "}}]"#, "message_parts[0].text.content is not valid"),
            (#"[{"text":"x"}]"#, "message_parts[0].text is not valid"),
            (#"[{"image":{"url":"a.png"}}]"#, "IMAGE_EMPTY_CONTENT"),
            (#"[{"image":{"url":"https://e.org/a.png","fileHash":"h"}}]"#, "IMAGE_EMPTY_CONTENT"),
            (#"[{"file":{"name":"a.pdf"}}]"#, "message_parts[0].file.fileHash is required"),
            (
                #"[{"collection":{"sub_parts":[{"text":{}}]}}]"#,
                "message_parts[0].collection.sub_parts[0].text.content is required"
            ),
            (
                #"[{"template_content":{"type":"grid","sections":[{"name":"x","parts":[]}]}}]"#,
                "message_parts[0].template_content.type is not valid"
            ),
        ])
    func badParts(parts: String, message: String) async throws {
        let id = try #require(try await start().json.text("conversation_id"))
        let answer = try await send(parts, to: id)
        #expect(answer.status == 400)
        #expect(answer.text == #"{"code":400,"status":"INVALID_VALUE","message":"\#(message)"}"#)
    }

    @Test("who speaks must be known, and quick replies are groups of buttons")
    func actors() async throws {
        let id = try #require(try await start().json.text("conversation_id"))
        let text = #"[{"text":{"content":"x"}}]"#
        let other = try await caller.freshchat(.post, "users", #"{"first_name":"Noa"}"#).json.text("id") ?? ""
        for actor in [
            #""actor_id":"\#(user)""#, #""actor_type":"user""#, #""actor_type":"agent""#,
            #""actor_type":"agent","actor_id":"\#(user)""#, #""actor_type":"user","actor_id":"\#(other)""#,
            #""actor_type":"ghost","actor_id":"\#(user)""#,
            #""actor_type":"agent","actor_id":"\#(agent)","user_id":"\#(other)""#,
            #""actor_type":"agent","actor_id":"\#(agent)","message_type":"loud""#,
            #""actor_type":"agent","actor_id":"\#(agent)","reply_parts":[{"text":{"content":"x"}}]"#,
        ] {
            #expect(try await send(text, to: id, as: actor).status == 400)
        }
        for actor in [
            #""actor_type":"bot""#, #""actor_type":"bot","actor_id":"""#, #""actor_type":"system""#,
            #""actor_type":"agent","actor_id":"\#(agent)","message_type":"private","user_id":"\#(user)""#,
            #""actor_type":"agent","actor_id":"\#(agent)","channel_id":"x","app_id":"y","conversation_id":"z""#,
            #""actor_type":"agent","actor_id":"\#(agent)","reply_parts":[{"collection":{"sub_parts":"#
                + #"[{"quick_reply_button":{"label":"Yes"}}]}}]"#,
        ] {
            let answer = try await send(text, to: id, as: actor)
            #expect(answer.status == 200)
            #expect(try answer.json.text("channel_id") == channel)
        }
    }

    @Test("messages come newest first with a single link while there are more")
    func messages() async throws {
        let id = try #require(try await start().json.text("conversation_id"))
        for line in 1...4 {
            clock.advance(by: .seconds(1))
            _ = try await send(#"[{"text":{"content":"\#(line)"}}]"#, to: id)
        }
        let first = try await caller.freshchat("conversations/\(id)/messages?items_per_page=2").json
        #expect(
            first.texts("messages", "created_time") == ["2025-06-02T12:00:04.000Z", "2025-06-02T12:00:03.000Z"])
        #expect(first["pagination"] == nil)
        let href = try #require(first.text("link", "href"))
        #expect(href == "/v2/conversations/\(id)/messages?items_per_page=2&page=2")
        let last = try await caller.freshchat("conversations/\(id)/messages?items_per_page=2&page=3").json
        #expect(last["messages"]?.arrayValue?.count == 1)
        #expect(last["link"] == nil)
        #expect(try await caller.freshchat("conversations/\(id)/messages?page=9").text == #"{"messages":[]}"#)
        let recent = try await caller.freshchat("conversations/\(id)/messages?from_time=2025-06-02T12:00:03.000Z").json
        #expect(recent["messages"]?.arrayValue?.count == 2)
        #expect(try await caller.freshchat("conversations/\(id)/messages?from_time=noon").status == 400)
        #expect(try await caller.freshchat("conversations/\(id)/messages?items_per_page=51").status == 400)
    }

    @Test("users have conversations from the start, one of them longer than a page")
    func seeded() async throws {
        let users = try await caller.freshchat("users?created_from=2000-01-01T00:00:00Z&items_per_page=50").json
            .texts("users", "id")
        let id = try #require(
            try await caller.freshchat("users/\(users[27])/conversations").json.texts("conversations", "id").first)
        let page = try await caller.freshchat("conversations/\(id)/messages").json
        #expect(page["messages"]?.arrayValue?.count == 20)
        #expect(page["link"] != nil)
    }

    @Test("property definitions are a bare array")
    func fields() async throws {
        let fields = try #require(try await caller.freshchat("conversations/fields").json.arrayValue)
        #expect(fields.compactMap { $0.text("name") } == ["priority", "cf_topic", "cf_order_count"])
    }
}
