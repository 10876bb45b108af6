import Foundation
import FreshworksCore
import TestSupport
import Testing

/// What killing a process that writes to a file store came to.
struct KillFigures: CustomStringConvertible {
    var kills = 0
    var writes = 0
    /// A new file was left behind.
    var betweenCreationAndRename = 0
    /// The value was a later one than the last that was acknowledged.
    var betweenRenameAndAcknowledgment = 0

    var description: String {
        """
        \(kills) kills among \(writes) writes: \(betweenCreationAndRename) left a new file behind, \
        \(betweenRenameAndAcknowledgment) came between the rename and the acknowledgment, no value was lost or torn,
        """
    }

    static func += (left: inout Self, right: Self) {
        left.kills += right.kills
        left.writes += right.writes
        left.betweenCreationAndRename += right.betweenCreationAndRename
        left.betweenRenameAndAcknowledgment += right.betweenRenameAndAcknowledgment
    }

    /// Lets a process write and kills it, over and over, each time at a random instant.
    static func killing(_ times: Int, inMemory: Bool) async throws -> KillFigures {
        let folder = try TemporaryFolder(inMemory: inMemory)
        let directory = folder.url.appending(path: "store")
        let store = try FileStore(directory: directory)
        // Beside the value's own code, so that a lane does not wait for the other's process.
        let queue = DispatchQueue(label: "killing")
        var figures = KillFigures()
        for _ in 0..<times {
            let acknowledged = try await queue.run {
                let worker = try SpawnedProcess("ProcessWorker", ["store", "write", directory.path])
                let first = worker.nextLine()
                usleep(.random(in: 0...4000))
                return ([first] + worker.end()).compactMap { $0.flatMap { Int($0) } }
            }
            let last = try #require(acknowledged.last)
            let wasWriting = access(directory.appending(path: ".new").path, F_OK) == 0
            let number = try Self.number(in: try #require(try await store.load("shared")).data)
            try #require(number == last || number == last + 1, "\(number) after \(last)")
            figures += KillFigures(
                kills: 1, writes: acknowledged.count, betweenCreationAndRename: wasWriting ? 1 : 0,
                betweenRenameAndAcknowledgment: number > last ? 1 : 0)
        }
        // What the last one left goes with the next change.
        _ = try await store.save(Data(), for: "other", expecting: .absent)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == [
                ".lock", "other", "shared",
            ])
        return figures
    }

    /// The number of a value whose payload has the digest that it names.
    private static func number(in data: Data) throws -> Int {
        let parts = data.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        try #require(parts.count == 3)
        let digest = Data(SHA256.hash(parts[2])).base64EncodedString()
        try #require(String(decoding: parts[1], as: UTF8.self) == digest)
        return try #require(Int(String(decoding: parts[0], as: UTF8.self)))
    }
}
