import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Events of Freshchat's webhooks")
struct WebhookEventTests {
    private func event(_ text: String) throws -> WebhookEvent {
        try WebhookEvent(json: try #require(JSONValue(parsing: Data(text.utf8)).objectValue))
    }

    private static let conversation = """
        {"conversation_id":"c1","app_id":"app1","status":"resolved","channel_id":"ch1","assigned_agent_id":"a1",\
        "assigned_org_agent_id":"656000000000000001","assigned_group_id":"g1","skill_id":0,"sla_policy_id":4,\
        "sla_breached":false}
        """
    private static let resolve = """
        {"resolver":"agent","resolver_id":"a1","conversation":\(conversation),"interaction_id":"7-1","user":{"id":"u1"}}
        """
    private static let head =
        #""actor":{"actor_type":"agent","actor_id":"a1"},"action_time":"2024-03-05T09:20:10.001Z""#

    @Test(
        "a resolution, in data and beside the action",
        arguments: [
            #"{\#(head),"action":"conversation_resolution","data":{"resolve":\#(resolve)}}"#,
            #"{\#(head),"action":"conversation_resolution","resolve":\#(resolve)}"#,
            #"{"data":{\#(head),"action":"conversation_resolution","resolve":\#(resolve)}}"#,
        ])
    func resolution(text: String) throws {
        let event = try event(text)
        #expect(event.action == .conversationResolved)
        #expect(event.actionTime == time(1_709_630_410, 1))
        #expect(event.actor == .agent("a1"))
        let resolution = try #require(event.resolution)
        #expect(resolution.resolver == .agent)
        #expect(resolution.resolverID == "a1")
        #expect(resolution.interactionID == "7-1")
        #expect(resolution.user?.id == "u1")
        let conversation = try #require(resolution.conversation)
        #expect(conversation.status == .resolved)
        #expect(conversation.assignedGroupID == "g1")
        #expect(conversation.slaPolicyID == 4)
        #expect(conversation.isSLABreached == false)
        #expect(event.conversationID == "c1")
        #expect(event.message == nil)
        #expect(event.assignment == nil)
        #expect(event.reopening == nil)
        #expect(event.debugDescription == "WebhookEvent(conversation_resolution)")
    }

    @Test("an assignment, where empty ids are nobody's")
    func assignment() throws {
        let event = try event(
            """
            {\(Self.head),"action":"conversation_assignment","data":{"assignment":{"assignor":"system","assignor_id":"",\
            "to_agent_id":"a1","to_group_id":"","from_agent_id":"","from_group_id":"g1",\
            "conversation":\(Self.conversation),"interaction_id":"7-1"}}}
            """)
        let assignment = try #require(event.assignment)
        #expect(assignment.assignor == .system)
        #expect(assignment.assignorID == nil)
        #expect(assignment.toAgentID == "a1")
        #expect(assignment.toGroupID == nil)
        #expect(assignment.fromAgentID == nil)
        #expect(assignment.fromGroupID == "g1")
        #expect(event.conversationID == "c1")
    }

    @Test("a reopening")
    func reopening() throws {
        let event = try event(
            """
            {\(Self.head),"action":"conversation_reopen","data":{"reopen":{"reopener":"user","reopener_id":"u1",\
            "conversation":\(Self.conversation)}}}
            """)
        #expect(event.reopening?.reopener == .user)
        #expect(event.reopening?.reopenerID == "u1")
        #expect(event.identity == "conversation_reopen c1 2024-03-05T09:20:10.001Z")
    }

    @Test("a message, also with the parts of 2018, and whether it is one's own")
    func message() throws {
        let new = try event(
            """
            {\(Self.head),"action":"message_create","data":{"message":{"id":"m1","actor_type":"agent","actor_id":"a1",\
            "conversation_id":"c1","message_parts":[{"text":{"content":"Hi"}}]}}}
            """)
        let old = try event(
            """
            {\(Self.head),"action":"message_create","data":{"message":{"id":"m1","actor_type":"agent","actor_id":"a1",\
            "conversation_id":"c1","msg_parts":[{"part_type":"text","properties":{"text":"Hi"}}]}}}
            """)
        for event in [new, old] {
            #expect(event.message?.text == "Hi")
            #expect(event.message?.messageType == .normal)
            #expect(event.conversationID == "c1")
            #expect(event.identity == "message_create m1")
            #expect(event.isEcho(of: ["a1", "b1"]))
            #expect(!event.isEcho(of: ["b1"]))
            #expect(event.isEcho(ofMessages: ["m1"]))
            #expect(!event.isEcho(ofMessages: ["m2"]))
        }
    }

    @Test("whose message it is, the message says: who is named beside it may be somebody else")
    func writers() throws {
        func message(_ actor: String, by writer: String) throws -> WebhookEvent {
            try event(
                """
                {\(actor)"action":"message_create","data":{"message":{"id":"m1","actor_type":"agent","actor_id":"\(writer)"}}}
                """)
        }
        let (system, agent) = (
            #""actor":{"actor_type":"system","actor_id":""},"#, #""actor":{"actor_type":"agent","actor_id":"a1"},"#
        )
        for actor in ["", system, agent] {
            #expect(try message(actor, by: "a1").isEcho(of: ["a1"]))
            #expect(try !message(actor, by: "u1").isEcho(of: ["a1"]))
        }
        // Where there is no message, who has done it is who is named.
        let reopened = try event(#"{\#(agent)"action":"conversation_reopen","data":{"reopen":{"reopener_id":"x"}}}"#)
        #expect(reopened.isEcho(of: ["a1"]))
        #expect(!reopened.isEcho(of: ["x"]))
    }

    @Test("an unknown action is kept whole")
    func unknown() throws {
        let event = try event(#"{"action":"agent_dance","data":{"dance":{"steps":3}},"more":[1]}"#)
        #expect(event.action == WebhookAction(rawValue: "agent_dance"))
        #expect(event.json["data"]?["dance"]?["steps"] == 3)
        #expect(event.conversationID == nil)
        #expect(!event.isEcho(of: ["a1"]))
        #expect(throws: FreshworksError.self) { try WebhookEvent(json: ["data": [:]]) }
    }

    @Test("what came before, is too old or not yet true is found out; what is forgotten is new again")
    func replays() throws {
        let clock = ManualClock()
        let memory = WebhookReplayGuard(age: .seconds(600), clock: clock)
        func event(_ id: String, _ age: Double) throws -> WebhookEvent {
            let stamp = clock.wallNow.addingTimeInterval(-age).formatted(.iso8601)
            return try self.event(
                #"{"action":"message_create","action_time":"\#(stamp)","data":{"message":{"id":"\#(id)"}}}"#)
        }
        let first = try event("m1", 0)
        #expect(memory.admit(first) == .new)
        #expect(memory.admit(first) == .repeated)
        #expect(memory.admit(try event("m2", 500)) == .new)
        #expect(memory.admit(try event("m3", 700)) == .outdated)
        #expect(memory.admit(try event("m4", -200)) == .new)
        #expect(memory.admit(try event("m5", -400)) == .outdated)
        memory.forget(first)
        #expect(memory.admit(first) == .new)
        // As long as an event could be let through by its age, it is remembered.
        clock.advance(by: .seconds(590))
        #expect(memory.admit(first) == .repeated)
        clock.advance(by: .seconds(2000))
        #expect(memory.admit(first) == .outdated)
    }

    @Test("what the service brings after a weekend's outage is new, and nothing is new twice, however late it comes")
    func afterAnOutage() throws {
        let clock = ManualClock()
        let memory = WebhookReplayGuard(clock: clock)
        func event(_ id: String, hoursAgo: Double) throws -> WebhookEvent {
            let stamp = clock.wallNow.addingTimeInterval(-3600 * hoursAgo).formatted(.iso8601)
            return try self.event(
                #"{"action":"message_create","action_time":"\#(stamp)","data":{"message":{"id":"\#(id)"}}}"#)
        }
        // From Friday evening to Monday morning.
        let weekend = try event("m1", hoursAgo: 64)
        #expect(memory.admit(weekend) == .new)
        #expect(memory.admit(try event("m2", hoursAgo: 73)) == .outdated)
        // A clock that is ahead by less than the tolerance.
        let early = try event("m3", hoursAgo: -0.08)
        #expect(memory.admit(early) == .new)
        clock.advance(by: .seconds(71 * 3600))
        let verdicts = (-60...60).map { _ in
            defer { clock.advance(by: .seconds(60)) }
            return [memory.admit(weekend), memory.admit(early)]
        }
        // Three days and the tolerance.
        #expect(verdicts.prefix(66).allSatisfy { $0 == [.repeated, .repeated] })
        #expect(verdicts.dropFirst(66).allSatisfy { $0 == [.outdated, .outdated] })
    }

    @Test("a guard's memory is bounded")
    func bounded() throws {
        let memory = WebhookReplayGuard(capacity: 10, clock: ManualClock())
        func event(_ number: Int) throws -> WebhookEvent {
            try self.event(#"{"action":"message_create","data":{"message":{"id":"m\#(number)"}}}"#)
        }
        for number in 0..<5000 { #expect(memory.admit(try event(number)) == .new) }
        #expect(memory.admit(try event(4995)) == .repeated)
        #expect(memory.admit(try event(4000)) == .new)
    }

    @Test("of an event that was forgotten and came again counts its last coming")
    func cameAgain() throws {
        let clock = ManualClock()
        let memory = WebhookReplayGuard(capacity: 3, clock: clock)
        func admit(_ name: String) throws -> WebhookReplayGuard.Verdict {
            clock.advance(by: .seconds(1))
            return memory.admit(try event(#"{"action":"message_create","data":{"message":{"id":"\#(name)"}}}"#))
        }
        let first = try event(#"{"action":"message_create","data":{"message":{"id":"a"}}}"#)
        #expect(try admit("a") == .new)
        #expect(try admit("b") == .new)
        memory.forget(first)
        for name in ["a", "c", "d"] { #expect(try admit(name) == .new) }
        // There is room for three, and the oldest had to go.
        #expect(try admit("a") == .repeated)
        #expect(try admit("b") == .new)
    }
}
