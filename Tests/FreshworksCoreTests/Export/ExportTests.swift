import Foundation
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("An export", .inTurn)
struct ExportTests {
    private let folder: TemporaryFolder
    private let file: URL

    init() throws {
        folder = try TemporaryFolder(inMemory: true)
        file = folder.url.appendingPathComponent("rows.ndjson")
    }

    /// A list of so many pages of two rows each.
    private struct Rows {
        let wire: ScriptedTransport
        let list: PagedSequence<ListedRecord>

        /// - Parameter fails: The calls, from 0, that the service answers with 500.
        init(pages: Int = 4, path: PathTemplate = "rows", fails: Set<Int> = []) throws {
            let calls = Mutex(0)
            wire = ScriptedTransport { request in
                let call = calls.withLock { calls in
                    defer { calls += 1 }
                    return calls
                }
                if fails.contains(call) { return .json(500, "{}") }
                let page = request.url.query?.split(separator: "page=").last.flatMap { Int($0) } ?? 1
                guard page <= pages else { return .json(200, "[]") }
                return .json(
                    200, #"[{"id":\#(page * 2),"note":"line\nbreak é"},{"id":\#(page * 2 + 1),"n":1.50}]"#)
            }
            list = try APIClient(
                account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
                runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock())
            ).list(ListEndpoint("rows.list", path, paging: .numbered))
        }
    }

    private static let whole = (1...4).map { page in
        #"{"id":\#(page * 2),"note":"line\nbreak é"}"# + "\n" + #"{"id":\#(page * 2 + 1),"n":1.50}"# + "\n"
    }.joined()

    private var text: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

    private func append(_ text: String) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    @Test("writes a line of JSON for each record, and tells after each page how far it is")
    func lines() async throws {
        var seen: [ExportProgress] = []
        let result = try await Rows().list.export(to: file) { seen.append($0) }
        #expect(text == Self.whole)
        #expect(seen.map(\.records) == [2, 4, 6, 8, 8])
        #expect(seen.map(\.bytes).last == Int64(Self.whole.utf8.count))
        #expect(result == seen.last && result.isComplete && result.newRecords == 8)
        for name in folder.names {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent(name).path)
            #expect(mode[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        #expect(folder.names == ["rows.ndjson", "rows.ndjson.checkpoint"])
    }

    @Test("that ended at any page, with bytes behind the last certain one, goes on as if it had not", arguments: 0...4)
    func resumes(call: Int) async throws {
        var rows = try Rows(fails: [call])
        await expectRefusal(.serviceFailed) { try await rows.list.export(to: file, .resuming) }
        try append(#"{"id":99,"cut in the mid"#)
        rows = try Rows()
        let result = try await rows.list.export(to: file, .resuming)
        #expect(text == Self.whole)
        #expect(result.records == 8)
        #expect(result.newRecords == 8 - call * 2)
        // What is certain was not asked for again.
        #expect(rows.wire.requests.count == 5 - call)
        // Of a list that cannot have more, nothing is asked.
        let again = try await rows.list.export(to: file, .resuming)
        #expect(again.isComplete && again.newRecords == 0)
        #expect(again.wasComplete && !result.wasComplete)
        #expect(rows.wire.requests.count == 5 - call)
        #expect(text == Self.whole)
    }

    @Test("between a page and its checkpoint loses and repeats nothing")
    func betweenTheTwo() async throws {
        let checkpoint = ExportFile.checkpoint(of: file)
        var states: [Data] = []
        try await Rows().list.export(to: file) { _ in states.append((try? Data(contentsOf: checkpoint)) ?? Data()) }
        #expect(states.count == 5)
        for state in states {
            // The file as it is after the next page, or the last, with an earlier checkpoint.
            try Data(Self.whole.utf8).write(to: file)
            try state.write(to: checkpoint)
            try await Rows().list.export(to: file, .resuming)
            #expect(text == Self.whole)
        }
    }

    @Test("leaves a file alone that is there, and refuses to go on without knowing where")
    func refusals() async throws {
        try Data("mine\n".utf8).write(to: file)
        for start in [ExportStart.new, .resuming, .after(file)] {
            let error = await #expect(throws: FreshworksError.self) { try await Rows().list.export(to: file, start) }
            #expect(error?.code == .fileUnavailable)
            #expect(error?.advice?.isEmpty == false)
        }
        #expect(text == "mine\n")
        #expect(folder.names == ["rows.ndjson"])
        await expectRefusal(.fileUnavailable) {
            try await Rows().list.export(to: folder.url.appendingPathComponent("no/such"), .resuming)
        }
        await expectRefusal(.fileUnavailable) {
            try await Rows().list.export(to: URL(filePath: "/dev/full"), .resuming)
        }
    }

    @Test("refuses the checkpoint of another list, one that is damaged, and a file that is shorter than it says")
    func foreign() async throws {
        try await Rows().list.export(to: file)
        await expectRefusal(.foreignCursor) { try await Rows(path: "others").list.export(to: file, .resuming) }
        #expect(text == Self.whole)
        try Data("{}\n".utf8).write(to: file)
        await expectRefusal(.fileUnavailable) { try await Rows().list.export(to: file, .resuming) }
        try Data("[".utf8).write(to: ExportFile.checkpoint(of: file))
        await expectRefusal(.fileUnavailable) { try await Rows().list.export(to: file, .resuming) }
        #expect(text == "{}\n")
    }

    @Test("keeps a second one away from its file")
    func locked() async throws {
        let file = file
        try await Rows().list.export(to: file) { _ in
            let other = open(file.path, O_RDWR)
            defer { close(other) }
            #expect(flock(other, LOCK_EX | LOCK_NB) == -1)
        }
        let handle = open(file.path, O_RDWR)
        defer { close(handle) }
        // A process that another test is just starting has a copy of the export's descriptor for a moment.
        try await eventually { flock(handle, LOCK_EX | LOCK_NB) == 0 }
        let error = await #expect(throws: FreshworksError.self) {
            try await Rows().list.export(to: file, .resuming)
        }
        #expect(error?.message.contains("another export") == true)
    }

    @Test("adds to each record what it is given, in the records' order, eight at a time")
    func details() async throws {
        let running = Running()
        let details = { @Sendable (record: ListedRecord) async -> JSONObject in
            running.count(1)
            for _ in 0..<Int(record.id % 5) { await Task.yield() }
            running.count(-1)
            return ["twice": .number(JSONNumber(Int(record.id) * 2))]
        }
        try await Rows(pages: 12).list.export(to: file, adding: details)
        let rows = try text.split(separator: "\n").map { try JSONValue(parsing: Data($0.utf8)) }
        #expect(rows.map { $0["id"]?.int64Value } == (2...25).map { Int64($0) })
        #expect(rows.allSatisfy { $0["twice"]?.int64Value == ($0["id"]?.int64Value ?? 0) * 2 })
        #expect((1...8).contains(running.most))
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await Rows().list.export(to: folder.url.appendingPathComponent("b"), adding: { _ in throw Failure() })
        }
    }

    @Test("goes on after a list that tells no changes with nothing, and says so")
    func afterTheEnd() async throws {
        try await Rows().list.export(to: file)
        let next = folder.url.appendingPathComponent("next.ndjson")
        let rows = try Rows()
        let error = await #expect(throws: FreshworksError.self) { try await rows.list.export(to: next, .after(file)) }
        #expect(error?.code == .foreignCursor)
        #expect(rows.wire.requests.isEmpty)
    }
}

/// How many run at once.
private final class Running: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func count(_ change: Int) {
        state.withLock { state in
            state.now += change
            state.most = max(state.most, state.now)
        }
    }
}
