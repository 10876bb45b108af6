public import Foundation

extension FDKLocalStore {
    /// Reads the file itself, and warns if it lies in a git work tree, where its tokens are easily committed.
    /// - Parameter now: When the tokens count as obtained.
    /// - Throws: As ``init(json:at:)``; also ``FreshworksError/Code/invalidImport`` if the file cannot be read.
    public init(contentsOf url: URL, at now: Date) throws {
        let data: Data
        do {
            guard url.isFileURL else { throw CocoaError(.fileReadUnsupportedScheme) }
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            data = try file.read(upToCount: ImportReader.sizeLimit + 1) ?? Data()
        } catch {
            throw FreshworksError(
                .invalidImport, "the file cannot be read", advice: "Check its path and permissions.", underlying: error)
        }
        let warning = ImportWarning(
            path: "$", message: "lies in a git work tree; make sure that it is ignored, its tokens are in the clear")
        try self.init(json: data, at: now, warnings: Self.isInWorkTree(url) ? [warning] : [])
    }

    private static func isInWorkTree(_ url: URL) -> Bool {
        var folder = url.resolvingSymlinksInPath().deletingLastPathComponent().standardizedFileURL
        while true {
            // In a linked work tree and in a submodule it is a file.
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent(".git").path) { return true }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            guard parent.path.count < folder.path.count else { return false }
            folder = parent
        }
    }
}
