import Foundation

/// Gives bytes in pieces, so that no file has to be in memory as a whole.
protocol ByteSource: Sendable {
    /// Up to so many of the next bytes; none at the end.
    mutating func read(upTo count: Int) throws -> [UInt8]
}

/// A part of a file on disk.
struct FileSource: ByteSource {
    private let handle: FileHandle
    private var position: UInt64
    private var left: UInt64

    /// - Throws: ``FreshworksError/Code/fileUnavailable``.
    init(_ url: URL) throws {
        guard let handle = try? FileHandle(forReadingFrom: url), let size = try? handle.seekToEnd() else {
            throw FreshworksError(
                .fileUnavailable, "there is no readable file at \(url.path)", advice: "Check that the path exists.")
        }
        self.handle = handle
        position = 0
        left = size
    }

    /// How many bytes there are to come.
    var count: UInt64 { left }

    /// A part of it; shorter where the file ends.
    func part(from start: UInt64, count: UInt64) -> FileSource {
        var part = self
        let begin = min(start, left)
        part.position += begin
        part.left = min(count, left - begin)
        return part
    }

    mutating func read(upTo count: Int) throws -> [UInt8] {
        let most = Int(min(UInt64(max(count, 0)), left))
        guard most > 0 else { return [] }
        // Several parts share the handle, so each goes to its own place.
        try handle.seek(toOffset: position)
        guard let data = try handle.read(upToCount: most), !data.isEmpty else { return [] }
        position += UInt64(data.count)
        left -= UInt64(data.count)
        return [UInt8](data)
    }

    /// Exactly so many bytes from a place.
    /// - Throws: When the file is shorter.
    func bytes(from start: UInt64, count: Int) throws -> [UInt8] {
        var part = part(from: start, count: UInt64(count))
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try part.read(upTo: count - bytes.count)
            guard !piece.isEmpty else { throw FreshworksError.damaged("it ends too early") }
            bytes += piece
        }
        return bytes
    }
}

extension FreshworksError {
    /// A report's file that cannot be read.
    static func damaged(_ reason: String) -> FreshworksError {
        FreshworksError(
            .unreadableResponse, "the report's file is damaged: \(reason)",
            advice: "Fetch it again; the address may have expired in between.")
    }
}
