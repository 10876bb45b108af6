import Foundation
import Freshchat
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("Watching a conversation of Freshchat", .endsIfItHangs)
struct MessageWatchTests {
    /// A conversation that grows by a schedule: messages arrive between calls, and between the pages of one reading.
    private final class Conversation: Sendable {
        private struct State {
            var random: SeededGenerator
            var messages: [(id: String, second: Int)] = []
            var calls = 0
        }

        private let state: Mutex<State>
        private let total: Int

        init(seed: UInt64, total: Int) {
            state = Mutex(State(random: SeededGenerator(seed: seed)))
            self.total = total
        }

        var ids: [String] { state.withLock { $0.messages.map(\.id) } }

        func arrive(_ count: Int) { state.withLock { Self.arrive(count, total, &$0) } }

        private static func arrive(_ count: Int, _ total: Int, _ state: inout State) {
            for _ in 0..<count where state.messages.count < total {
                // Half of all messages come in the same moment as the one before.
                let last = state.messages.last?.second ?? 0
                let step = Bool.random(using: &state.random) ? 0 : Int.random(in: 1...20, using: &state.random)
                state.messages.append(("m\(state.messages.count + 1)", last + step))
            }
        }

        /// One page, newest first, by an offset that shifts when messages arrive.
        func page(_ request: TransportRequest) -> TransportResponse {
            state.withLock { state in
                let query = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
                let page = query.first { $0.name == "page" }.flatMap { Int($0.value ?? "") } ?? 1
                let all = Array(state.messages.reversed())
                let (size, start) = (3, min((page - 1) * 3, all.count))
                let rows = all[start..<min(start + size, all.count)].map { message in
                    let stamp = Date(timeIntervalSince1970: 1_700_000_000 + Double(message.second)).formatted(.iso8601)
                    return #"{"id":"\#(message.id)","created_time":"\#(stamp)"}"#
                }
                let more = start + size < all.count
                let link = more ? #","link":{"href":"/v2/conversations/c1/messages?page=\#(page + 1)"}"# : ""
                // After this page was read, and before the next.
                Self.arrive(Int.random(in: 0...2, using: &state.random), total, &state)
                state.calls += 1
                return .json(200, #"{"messages":[\#(rows.joined(separator: ","))]\#(link)}"#)
            }
        }
    }

    @Test(
        "every message comes once and in order, whatever the schedule and wherever it is taken up again",
        arguments: 1...60)
    func schedules(seed: UInt64) async throws {
        let total = 40
        let conversation = Conversation(seed: seed, total: total)
        var random = SeededGenerator(seed: seed &* 977)
        let messages = try freshchat(ScriptedTransport { conversation.page($0) }).messages
        conversation.arrive(Int.random(in: 0...10, using: &random))
        var (seen, stored): ([String], WatchPosition) = ([], .beginning)
        while seen.count < total {
            // A program that ends after a few messages, and whose position has been written down.
            let most = Int.random(in: 1...9, using: &random)
            var count = 0
            let text = try JSONEncoder().encode(stored)
            let watch = messages.watch(
                "c1", from: try JSONDecoder().decode(WatchPosition.self, from: text), every: .seconds(1))
            for try await next in watch {
                seen.append(next.message.id)
                stored = next.position
                count += 1
                if count == most || seen.count == total { break }
            }
        }
        #expect(seen == (1...total).map { "m\($0)" })
    }

    @Test("without a position it begins with what is written from now on")
    func fromNow() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken),
            runtime: FreshworksRuntime(
                FreshworksRuntime.Configuration(paces: false), transport: sandbox.transport, clock: StillClock()))
        let user = try #require(try await client.users.list().first())
        let id = try #require(try await client.users.conversations(of: user.id).first()?.id)
        let position = try await Self.position(now: client, id)
        let sent = try await client.messages.send(MessageDraft(from: .bot(), text: "Hello"), to: id)
        let next = try await client.messages.watch(id, from: position).first { _ in true }
        #expect(next?.message.id == sent.id)
        #expect(try await client.messages.oldestFirst(in: id).map(\.text) == ["Line 1", "Line 2", "Hello"])
    }

    /// The position behind what is there.
    private static func position(now client: FreshchatClient, _ id: String) async throws -> WatchPosition {
        var (position, left) = (WatchPosition.beginning, try await client.messages.oldestFirst(in: id).count)
        for try await next in client.messages.watch(id, from: .beginning) {
            position = next.position
            left -= 1
            if left == 0 { break }
        }
        return position
    }

    @Test("what is there already is left out, and nothing is asked more often than told")
    func pace() async throws {
        let left = Mutex(3)
        let wire = ScriptedTransport { _ in
            let old = #"{"id":"m1","created_time":"2024-03-05T09:07:33.120Z"}"#
            let new = #"{"id":"m2","created_time":"2024-03-05T09:07:33.120Z"},"#
            let count = left.withLock {
                $0 -= 1; return $0
            }
            return .json(200, #"{"messages":[\#(count > 0 ? "" : new)\#(old)]}"#)
        }
        let client = try freshchat(wire)
        let start = client.api.runtime.clock.monotonicNow
        let next = try await client.messages.watch("c1", every: .seconds(4)).first { _ in true }
        #expect(next?.message.id == "m2")
        #expect(wire.requests.count == 3)
        #expect(client.api.runtime.clock.monotonicNow - start == .seconds(8))
    }

    /// One page of messages, each with its second.
    private static func page(_ messages: [(id: String, second: Int)], next: Int? = nil) -> TransportResponse {
        let rows = messages.map { message in
            let stamp = Date(timeIntervalSince1970: 1_700_000_000 + Double(message.second)).formatted(.iso8601)
            return #"{"id":"\#(message.id)","created_time":"\#(stamp)"}"#
        }
        let link = next.map { #","link":{"href":"/v2/conversations/c1/messages?page=\#($0)"}"# } ?? ""
        return .json(200, #"{"messages":[\#(rows.joined(separator: ","))]\#(link)}"#)
    }

    @Test("a message that the service shows late, behind newer ones, comes all the same, once and after a restart too")
    func late() async throws {
        let wire = ScriptedTransport(
            Self.page([("m3", 33), ("m1", 20)]), Self.page([("m3", 33), ("m2", 30), ("m1", 20)]),
            Self.page([("m4", 34), ("m3", 33), ("m2", 30), ("m1", 20)]), .json(404, "{}"))
        let messages = try freshchat(wire).messages
        var (seen, stored): ([String], WatchPosition) = ([], .beginning)
        while seen.count < 4 {
            let text = try JSONEncoder().encode(stored)
            let start = try JSONDecoder().decode(WatchPosition.self, from: text)
            for try await next in messages.watch("c1", from: start, every: .seconds(1)) {
                seen.append(next.message.id)
                stored = next.position
                if seen.count == 2 || seen.count == 4 { break }
            }
        }
        #expect(seen == ["m1", "m3", "m2", "m4"])
    }

    @Test("without a position nothing of what is there comes, and no more of it is read than could be new")
    func startsAtTheEnd() async throws {
        let old: [(id: String, second: Int)] = [("m9", 100), ("m8", 97), ("m7", 96), ("m6", 50)]
        let wire = ScriptedTransport(Self.page(old, next: 2), Self.page([("m10", 101)] + old, next: 2))
        let next = try await freshchat(wire).messages.watch("c1", every: .seconds(1)).first { _ in true }
        #expect(next?.message.id == "m10")
        #expect(wire.requests.count == 2)
    }

    @Test("pages that shift by more than a page while they are read bring every message once and in order")
    func farShift() async throws {
        // Nine are there; four more come between the first page and the second.
        let count = Mutex(9)
        let wire = ScriptedTransport { request in
            let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
            let number = items.first { $0.name == "page" }.flatMap { Int($0.value ?? "") } ?? 1
            let total = count.withLock { count in
                if number == 2 { count = 13 }
                return count
            }
            let newest = total - 3 * (number - 1)
            let rows = stride(from: newest, to: max(newest - 3, 0), by: -1).map { (id: "m\($0)", second: $0 * 20) }
            return Self.page(rows, next: newest > 3 ? number + 1 : nil)
        }
        var seen: [String] = []
        for try await next in try freshchat(wire).messages.watch("c1", from: .beginning, every: .seconds(1)) {
            seen.append(next.message.id)
            if seen.count == 13 { break }
        }
        #expect(seen == (1...13).map { "m\($0)" })
    }

    @Test("two pages of messages that arrive between two reads look like a circle, and are read anew")
    func circle() async throws {
        func page(_ newest: Int, next: Int?) -> TransportResponse {
            Self.page((0..<3).map { (id: "m\(newest - $0)", second: newest - $0) }, next: next)
        }
        let wire = ScriptedTransport(
            page(9, next: 2), page(6, next: 3), page(9, next: 4),
            page(15, next: 2), page(12, next: 3), page(9, next: 4), page(6, next: 5), page(3, next: nil))
        var seen: [String] = []
        for try await next in try freshchat(wire).messages.watch("c1", from: .beginning, every: .seconds(1)) {
            seen.append(next.message.id)
            if seen.count == 15 { break }
        }
        #expect(seen == (1...15).map { "m\($0)" })
        #expect(wire.requests.count == 8)
    }

    @Test("a refused message offers the conversation that can be begun instead")
    func notLatest() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let user = try await client.users.create(UserDraft(email: "zoe@mail.example"))
        let channels = try await client.channels.list().all()
        func start(_ channel: ChatChannel) async throws -> String {
            try await client.conversations.create(
                ConversationDraft(
                    channelID: channel.id, userID: user.id,
                    messages: [MessageDraft(from: .user(user.id), text: "Hello")])
            ).id
        }
        let first = try await start(channels[0])
        try await client.conversations.update(first, ConversationUpdate { $0.status = .resolved })
        _ = try await start(channels[1])
        let error = await #expect(throws: FreshworksError.self) {
            try await client.messages.send(MessageDraft(from: .user(user.id), text: "Still there?"), to: first)
        }
        #expect(error?.code == .notLatestConversation)
        #expect(error?.description.contains("create(insteadOf:)") == true)
        let refusal = try #require(error?.notLatestConversation)
        #expect(refusal.conversationID == first)
        let new = try await client.conversations.create(insteadOf: refusal)
        #expect(new.id != first)
        #expect(try await client.messages.list(in: new.id).all().compactMap(\.text).contains("Still there?"))
        #expect(new.channelID == channels[0].id)
    }
}
