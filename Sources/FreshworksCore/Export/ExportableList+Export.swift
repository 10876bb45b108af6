import Dispatch
public import Foundation

extension ExportableList {
    /// Writes every record to a file, a line of JSON each (NDJSON), in the order of the list.
    ///
    /// ```swift
    /// let tickets = freshdesk.tickets.list(updatedSince: .distantPast, tombstones: true)
    /// try await tickets.export(to: file, .resuming) { print($0.records) }
    /// ```
    ///
    /// Beside the file, under its name with `.checkpoint` behind, stands how much of it is certain. After a crash, a
    /// `kill -9` or a cancellation, ``ExportStart/resuming`` goes on without loss or repetition: the file is what one
    /// undisturbed run would have made of the same answers. Memory does not grow with the list, but for the ids that a list of Freshsales or
    /// of Freshchat's messages remembers. Both files are readable by this
    /// user alone, because they hold what customers wrote.
    ///
    /// A list of changes may have a record several times, in versions that follow one another: the last line counts.
    /// - Parameters:
    ///   - file: Where to write.
    ///   - start: Whether to begin or to go on.
    ///   - onProgress: Called after each page, when it is certain.
    /// - Returns: What the file has now.
    /// - Throws: ``FreshworksError/Code/fileUnavailable`` when the file is there already, another export writes to it or the disk
    ///   is full; ``FreshworksError/Code/foreignCursor`` when it was exported from another list; what reading throws.
    ///   `CancellationError` when cancelled.
    @discardableResult
    public nonisolated(nonsending) func export(
        to file: URL, _ start: ExportStart = .new, onProgress: (ExportProgress) -> Void = { _ in }
    ) async throws -> ExportProgress {
        try await run(file, start, nil, onProgress)
    }

    /// Writes every record to a file, with more about it, such as a ticket's conversations.
    /// - Parameters:
    ///   - file: Where to write.
    ///   - start: Whether to begin or to go on.
    ///   - details: Gets what is added to a record's line. It is called for up to eight records at a time.
    ///   - onProgress: Called after each page, when it is certain.
    /// - Returns: What the file has now.
    /// - Throws: As ``export(to:_:onProgress:)``, and what `details` throws.
    @discardableResult
    public nonisolated(nonsending) func export(
        to file: URL, _ start: ExportStart = .new,
        adding details: @escaping @Sendable (Element) async throws -> JSONObject,
        onProgress: (ExportProgress) -> Void = { _ in }
    ) async throws -> ExportProgress {
        try await run(file, start, details, onProgress)
    }

    /// - Parameter isolation: Where `onProgress` is called. Closures with `await` are isolated by what they capture alone.
    private func run(
        _ file: URL, _ start: ExportStart, _ details: (@Sendable (Element) async throws -> JSONObject)?,
        _ onProgress: (ExportProgress) -> Void, isolation: isolated (any Actor)? = #isolation
    ) async throws -> ExportProgress {
        let run = try await ExportRun<Place>.begin(file, start, list: identity)
        defer { run.output.file.unlock() }
        guard await !run.state.isFinal else { return await run.progress }
        try await read(from: await run.state.place) { items, place in
            _ = isolation
            let lines = try await Self.lines(of: items, adding: details)
            try await run.take(lines, count: items.count, place)
            onProgress(await run.progress)
        }
        try await run.end()
        return await run.progress
    }

    private static func lines(
        of items: [Element], adding details: (@Sendable (Element) async throws -> JSONObject)?
    ) async throws -> Data {
        var lines = Data()
        func add(_ object: JSONObject) {
            lines.append(JSONValue.object(object).serialized())
            lines.append(UInt8(ascii: "\n"))
        }
        guard let details else {
            for item in items { add(item.json) }
            return lines
        }
        let added = try await withThrowingTaskGroup(of: (Int, JSONObject).self) { group in
            var added: [JSONObject?] = Array(repeating: nil, count: items.count)
            for (index, item) in items.enumerated() {
                if index >= 8, let (done, object) = try await group.next() { added[done] = object }
                group.addTask { (index, try await details(item)) }
            }
            while let (done, object) = try await group.next() { added[done] = object }
            return added
        }
        for (item, more) in zip(items, added) {
            var object = item.json
            for (key, value) in more ?? JSONObject() { object[key] = value }
            add(object)
        }
        return lines
    }
}

/// One run of an export: the file, and what is certain of it.
private actor ExportRun<Place: Codable & Sendable> {
    private(set) var state: ExportState<Place>
    let output: ExportOutput
    private let recordsBefore: Int
    private let wasComplete: Bool

    private init(_ state: ExportState<Place>, _ output: ExportOutput) {
        self.state = state
        self.output = output
        recordsBefore = state.records
        wasComplete = state.isFinal
    }

    static func begin(_ url: URL, _ start: ExportStart, list: String) async throws -> ExportRun {
        let url = URL(filePath: url.path, directoryHint: .notDirectory).absoluteURL
        let (state, output) = try await ExportOutput.queue.run { () -> (ExportState<Place>, ExportOutput) in
            var state = ExportState<Place>(list: list)
            if case .after(let other) = start {
                guard let data = try ExportFile.readCheckpoint(of: other) else { throw Self.noCheckpoint(other) }
                let former = try ExportState<Place>(data, of: list, at: ExportFile.checkpoint(of: other))
                guard !former.isFinal else { throw Self.tellsNoChanges(other) }
                state.place = former.place
            }
            let file = try ExportFile(url, isNew: start != .resuming)
            if start == .resuming {
                if let data = try ExportFile.readCheckpoint(of: url) {
                    state = try ExportState(data, of: list, at: ExportFile.checkpoint(of: url))
                } else if file.size > 0 {
                    throw Self.noCheckpoint(url)
                }
                try file.truncate(to: state.bytes)
            }
            try file.keep(JSONEncoder().encode(state))
            return (state, ExportOutput(file))
        }
        return ExportRun(state, output)
    }

    private static func tellsNoChanges(_ url: URL) -> FreshworksError {
        FreshworksError(
            .foreignCursor, "the list in \(url.path) was read to its end, and does not tell what was changed since",
            advice: "Export it anew.")
    }

    private static func noCheckpoint(_ url: URL) -> FreshworksError {
        FreshworksError(
            .fileUnavailable,
            "\(ExportFile.checkpoint(of: url).path) is missing, without which nothing tells where to go on",
            advice: "Put it back, or export to another file.")
    }

    var progress: ExportProgress {
        ExportProgress(
            records: state.records, newRecords: state.records - recordsBefore, bytes: state.bytes,
            isComplete: state.isComplete, wasComplete: wasComplete)
    }

    func take(_ lines: Data, count: Int, _ place: Place?) async throws {
        state.records += count
        state.bytes += Int64(lines.count)
        state.place = place
        // Nothing follows: should this process end now, the next one must not begin again.
        state.isComplete = place == nil
        try await write(lines)
    }

    func end() async throws {
        guard !state.isComplete else { return }
        state.isComplete = true
        try await write(Data())
    }

    private func write(_ lines: Data) async throws {
        let (state, output) = (state, output)
        try await ExportOutput.queue.run {
            if !lines.isEmpty { try output.file.append(lines) }
            try output.file.keep(JSONEncoder().encode(state))
        }
    }
}

/// An open file that a run and the queue it is written on can share.
private final class ExportOutput: Sendable {
    static let queue = DispatchQueue(label: "freshworks export", attributes: .concurrent)
    let file: ExportFile

    init(_ file: consuming ExportFile) { self.file = file }
}
