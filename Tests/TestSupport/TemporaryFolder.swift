package import Foundation

/// A folder that disappears with the test.
package final class TemporaryFolder: Sendable {
    package let url: URL

    /// - Parameter inMemory: Puts it where `fsync` costs nothing, if there is such a place. Thousands of them on a disk would keep
    ///   all other tests waiting, whose files are there too.
    package init(inMemory: Bool = false) throws {
        let memory = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
        let isInMemory = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
        let parent = isInMemory ? memory : FileManager.default.temporaryDirectory
        url = parent.appendingPathComponent("freshworks-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The names of what is in it, hidden files too.
    package var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }

    /// Writes a file into it.
    package func file(_ name: String, _ content: Data) throws -> URL {
        let file = url.appendingPathComponent(name)
        try content.write(to: file)
        return file
    }
}
