import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Freshchat messages on the wire")
struct MessageWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"id":"m1"}"#))

    @Test("list reads newest first, follows the link as it was given, and delivers no message twice")
    func list() async throws {
        let next = "/v2/conversations/c1/messages?page=1&items_per_page=2&from_time=2024-03-05T09%3A07%3A33.120Z"
        let wire = ScriptedTransport(
            .json(200, #"{"messages":[{"id":"m3"},{"id":"m2"}],"link":{"href":"\#(next)","rel":"next"}}"#),
            .json(200, #"{"messages":[{"id":"m2"},{"id":"m1"}]}"#))
        let messages = try freshchat(wire).messages.list(in: "c1", pageSize: 2)
        #expect(try await messages.all().map(\.id) == ["m3", "m2", "m1"])
        #expect(wire.lines == ["GET /v2/conversations/c1/messages?items_per_page=2", "GET \(next)"])
    }

    @Test(
        "a message that shifts by more than a page while others are written comes once, and oldestFirst sorts by time")
    func farShift() async throws {
        // Four are written between the first page and the second. Two are of one moment, and one has no time.
        let pages = [["m9", "m8", "m7"], ["m10", "m9", "m8"], ["m7", "m6", "m5"], ["m4", "m3", "m2"], ["m1"]]
        func wire() -> ScriptedTransport {
            ScriptedTransport { request in
                let number = request.url.query.flatMap { Int($0.trimmingPrefix("page=")) } ?? 1
                let rows = pages[number - 1].map { id in
                    let minute = id == "m3" ? "2" : id.dropFirst()
                    let time = id == "m5" ? "null" : #""2024-03-05T09:\#(minute.count == 1 ? "0" : "")\#(minute):00Z""#
                    return #"{"id":"\#(id)","created_time":\#(time)}"#
                }
                let next = "/v2/conversations/c1/messages?page=\(number + 1)"
                let link = number < pages.count ? #","link":{"href":"\#(next)"}"# : ""
                return .json(200, #"{"messages":[\#(rows.joined(separator: ","))]\#(link)}"#)
            }
        }
        let listed = try await freshchat(wire()).messages.list(in: "c1").all().map(\.id)
        #expect(listed == ["m9", "m8", "m7", "m10", "m6", "m5", "m4", "m3", "m2", "m1"])
        let sorted = try await freshchat(wire()).messages.oldestFirst(in: "c1").map(\.id)
        #expect(sorted == (1...10).map { "m\($0)" })
    }

    @Test("list sends a time in UTC with milliseconds")
    func fromTime() async throws {
        let wire = ScriptedTransport(.json(200, #"{"messages":[]}"#))
        #expect(try await freshchat(wire).messages.list(in: "c1", fromTime: time(1_709_629_653)).all().isEmpty)
        #expect(
            wire.lines == [
                "GET /v2/conversations/c1/messages?from_time=2024-03-05T09%3A07%3A33.000Z&items_per_page=50"
            ])
    }

    @Test("a refused message is repeated, a lost one is not, and its error says that it may have been executed")
    func safety() async throws {
        let draft = MessageDraft(from: .agent("a1"), text: "Hello")
        let refused = ScriptedTransport(.json(429, "{}"), .json(200, #"{"id":"m1"}"#))
        #expect(try await freshchat(refused).messages.send(draft, to: "c1").id == "m1")
        #expect(refused.requests.count == 2)

        let lost = ScriptedTransport { _ in throw FreshworksError(.timedOut, "late", mayHaveBeenExecuted: true) }
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(lost).messages.send(draft, to: "c1")
        }
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(lost.requests.count == 1)
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let messages = try freshchat(wire).messages
        func refuse(_ draft: MessageDraft, sourceLocation: SourceLocation = #_sourceLocation) async {
            await expectRefusal(.invalidArgument, sourceLocation: sourceLocation) {
                try await messages.send(draft, to: "c1")
            }
        }
        func refuse(_ part: OutgoingPart, sourceLocation: SourceLocation = #_sourceLocation) async {
            await refuse(MessageDraft(from: .agent("a1"), parts: [part]), sourceLocation: sourceLocation)
        }
        let hello = MessageDraft(from: .agent("a1"), text: "Hello")
        await expectRefusal(.invalidPath) { try await messages.send(hello, to: "") }
        await expectRefusal(.invalidPath) { _ = try await messages.list(in: "").all() }
        await expectRefusal(.invalidArgument) { _ = try await messages.list(in: "c1", pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await messages.list(in: "c1", pageSize: 51).all() }

        await refuse(MessageDraft(from: .agent("a1"), parts: []))
        await refuse(MessageDraft(from: .agent(" "), text: "Hello"))
        await refuse(MessageDraft(from: .user(""), text: "Hello"))
        var draft = hello
        draft.messageType = .system
        await refuse(draft)
        draft = hello
        draft.userID = ""
        await refuse(draft)
        draft = hello
        draft.replyParts = [.quickReplyButton("Yes")]
        await refuse(draft)
        draft.replyParts = [.collection([])]
        await refuse(draft)

        await refuse(.text(" "))
        await refuse(.quickReplyButton(""))
        await refuse(.callback("x", payload: ""))
        await refuse(.collection([.text("a"), .collection([.text("")])]))
        await refuse(.template(.carousel, sections: []))
        await refuse(.template(.carousel, sections: [.init(name: "s", parts: [.reference("")])]))
        await refuse(OutgoingPart(.image, [:]))
        await refuse(try #require(OutgoingPart(json: [:])))
        await refuse(
            try #require(
                OutgoingPart(json: ["text": ["content": "a"], "image": ["url": "https://img.example.org/a.png"]])))
        await refuse(try #require(OutgoingPart(json: ["text": "a"])))
        #expect(wire.requests.isEmpty)
    }
}
