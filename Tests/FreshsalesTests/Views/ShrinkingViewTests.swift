import Foundation
import Freshsales
import Synchronization
import TestSupport
import Testing

@Suite("Freshsales views that lose records while they are read")
struct ShrinkingViewTests {
    /// A view whose records change before a page is served.
    private final class View: Sendable {
        let wire: ScriptedTransport

        /// - Parameter change: Gets the records, and which call it is, from 1.
        init(_ count: Int, _ change: @escaping @Sendable (inout [Int], _ call: Int) -> Void) {
            let state = Mutex((ids: Array(1...count), served: 0))
            let answer: @Sendable (TransportRequest) -> TransportResponse = { request in
                let items = URLComponents(url: request.url, resolvingAgainstBaseURL: true)?.queryItems ?? []
                let page = items.first { $0.name == "page" }?.value.flatMap { Int($0) } ?? 1
                let ids = state.withLock { state in
                    state.served += 1
                    change(&state.ids, state.served)
                    return state.ids
                }
                let rows = ids.dropFirst((page - 1) * 10).prefix(10).map { #"{"id":\#($0)}"# }.joined(separator: ",")
                let meta = #"{"total_pages":\#((ids.count + 9) / 10),"total":\#(ids.count)}"#
                return .json(200, #"{"contacts":[\#(rows)],"meta":\#(meta)}"#)
            }
            wire = ScriptedTransport { answer($0) }
        }

        func read() async throws -> [Int64] {
            try await wire.freshsales().contacts.list(view: 5, pageSize: 10).all().map(\.id)
        }
    }

    @Test("what moves onto a page that was read already is looked for there", arguments: [1, 5, 10])
    func movedUp(count: Int) async throws {
        let view = View(35) { ids, call in if call == 2 { ids.removeFirst(count) } }
        #expect(try await view.read() == (1...35).map(Int64.init))
        // Four pages and one of them again; five records fewer are a page fewer.
        #expect(view.wire.requests.count == (count == 1 ? 5 : 4))
    }

    @Test("records that go before they are read are not there, and what stays comes once")
    func behind() async throws {
        let view = View(35) { ids, call in
            if call == 2 { ids.removeAll { $0 > 32 } }
            if call == 5 { ids.removeAll { $0 == 3 } }
        }
        #expect(try await view.read() == (1...32).map(Int64.init))
    }

    @Test("a list that loses more than a page between two reads is an error, and no silent gap")
    func tooMany() async throws {
        let view = View(55) { ids, call in if call == 2 { ids.removeFirst(25) } }
        let error = await #expect(throws: FreshworksError.self) { _ = try await view.read() }
        #expect(error?.code == .listShrank)
        #expect(error?.message.contains("25 records") == true)
        #expect(error?.message.hasSuffix(", after 10 records") == true)
    }

    @Test("a list that grows costs no call more")
    func grown() async throws {
        let view = View(35) { ids, call in if call == 2 { ids.insert(99, at: 0) } }
        #expect(try await view.read() == (1...35).map(Int64.init))
        #expect(view.wire.requests.count == 4)
    }

    @Test("records that are pushed down by more than a page come once all the same")
    func grownFar() async throws {
        let view = View(35) { ids, call in if call == 2 { ids.insert(contentsOf: 101...125, at: 0) } }
        let read = try await view.read()
        #expect(Set(read).count == read.count)
        // What is new stands on pages that were read already, but for the last fifteen.
        let expected: [ClosedRange<Int64>] = [1...10, 111...125, 11...35]
        #expect(read == expected.flatMap(Array.init))
    }

    /// Answers pages of a script, without a word on how many there are.
    private func silent(_ pages: [Int]...) async throws -> [Int64] {
        let wire = ScriptedTransport { request in
            let items = URLComponents(url: request.url, resolvingAgainstBaseURL: true)?.queryItems ?? []
            let page = items.first { $0.name == "page" }?.value.flatMap { Int($0) } ?? 1
            let rows = page <= pages.count ? pages[page - 1].map { #"{"id":\#($0)}"# }.joined(separator: ",") : ""
            return .json(200, #"{"contacts":[\#(rows)]}"#)
        }
        return try await wire.freshsales().contacts.list(view: 5, pageSize: 3).all().map(\.id)
    }

    @Test("pages without a count, short ones and such as repeat what older ones had, give every record once")
    func silentPages() async throws {
        #expect(try await silent([1, 2, 3], [3, 4], [5, 1, 2], [4, 5, 6], [7]) == [1, 2, 3, 4, 5, 6, 7])
        // A row that comes twice on its own page, too.
        #expect(try await silent([1, 1, 2], [2, 3]) == [1, 2, 3])
        #expect(try await silent([1, 2, 3], [1, 2, 3], [4]) == [1, 2, 3, 4])
        await expectRefusal(.repeatedPage) { _ = try await silent([1, 2, 3], [4, 5, 6], [1, 2, 3]) }
        // A service that says the same for ever in another order is given up.
        await expectRefusal(.repeatedPage) {
            _ = try await silent(
                [1, 2, 3], [4, 5, 6], [6, 1, 2], [1, 6, 2], [2, 1, 6], [2, 6, 1], [6, 2, 1], [1, 2, 6], [4, 1, 2],
                [4, 2, 1], [2, 4, 1], [2, 1, 4], [7])
        }
    }
}
