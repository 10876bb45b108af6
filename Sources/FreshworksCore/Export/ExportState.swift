public import Foundation

/// What stands beside an exported file: how much of it is certain, and where the list goes on.
struct ExportState<Place: Codable & Sendable>: Codable, Sendable {
    var version = 1
    /// The list that is exported.
    let list: String
    /// How many records the file has.
    var records = 0
    /// How many bytes of the file are certain. What stands behind them was on its way when the export ended.
    var bytes: Int64 = 0
    /// Whether the list was read to its end.
    var isComplete = false
    /// Where the list goes on; `nil` at its beginning, and at an end behind which nothing can follow.
    var place: Place?

    /// Whether nothing is left, now or later.
    var isFinal: Bool { isComplete && place == nil }
}

extension ExportState {
    /// - Throws: ``FreshworksError/Code/fileUnavailable`` for what no export wrote, ``FreshworksError/Code/foreignCursor`` for another
    ///   list's.
    init(_ data: Data, of list: String, at url: URL) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: data)
        } catch {
            throw FreshworksError(
                .fileUnavailable, "\(url.path) is no checkpoint of an export, or that of another kind of list",
                advice: "Export to another file.", underlying: error)
        }
        guard version == 1, self.list == list, bytes >= 0, records >= 0 else {
            throw FreshworksError(
                .foreignCursor, "\(url.path) belongs to another account, list or query",
                advice: "Go on with the very list that was exported, or export to another file.")
        }
    }
}

/// How far an export has come.
public struct ExportProgress: Sendable, Hashable {
    /// How many records the file has, those of earlier runs included.
    public let records: Int
    /// How many of them this run has written.
    public let newRecords: Int
    /// How many bytes the file has.
    public let bytes: Int64
    /// Whether the list was read to its end.
    public let isComplete: Bool
    /// Whether nothing was asked for: the list had been read to its end before, and does not tell what was changed since.
    public let wasComplete: Bool
}

/// How an export begins.
public enum ExportStart: Sendable, Hashable {
    /// With a new file. One that is there already, and not empty, is left alone and an error.
    case new
    /// Where the export to this file ended, however it ended; with a new file if there is none. Behind a list that was read to its end
    /// comes what was changed since, where the list knows.
    case resuming
    /// With a new file, where the list was left by the export to another file: it gets what was changed since.
    case after(URL)
}
