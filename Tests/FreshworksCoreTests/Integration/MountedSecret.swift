import Foundation

/// A secret mounted the way Kubernetes does it: `token` leads over `..data` to a dated folder, and `..data` is swapped by
/// a rename.
final class MountedSecret: Sendable {
    private let folder: URL
    /// What a program is configured with.
    let path: String

    /// Mounts a value, an hour ago as far as its file tells.
    init(_ value: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        path = folder.appending(path: "token").path()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "..data/token")
        try swap(to: value, modified: Date(timeIntervalSinceNow: -3600))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Replaces the value at one instant.
    func swap(to value: String, modified: Date = Date()) throws {
        let files = FileManager.default
        let dated = "..\(UUID().uuidString)"
        let file = folder.appending(path: dated).appending(path: "token")
        try files.createDirectory(at: folder.appending(path: dated), withIntermediateDirectories: false)
        try Data((value + "\n").utf8).write(to: file)
        try files.setAttributes([.modificationDate: modified], ofItemAtPath: file.path())

        let data = folder.appending(path: "..data").path()
        let earlier = try? files.destinationOfSymbolicLink(atPath: data)
        try files.createSymbolicLink(atPath: data + "_tmp", withDestinationPath: dated)
        guard rename(data + "_tmp", data) == 0 else { throw CocoaError(.fileWriteUnknown) }
        if let earlier { try files.removeItem(at: folder.appending(path: earlier)) }
    }
}
