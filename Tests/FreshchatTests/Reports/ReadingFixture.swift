import Foundation
import TestSupport

/// Python, whose zlib and zipfile know better than the code under test.
enum Python {
    static let program = ["/usr/bin/python3", "/usr/local/bin/python3", "/root/.pyenv/shims/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    /// Whether its lack is a failure of the test rather than a reason to leave it out.
    static let isRequired = ProcessInfo.processInfo.environment["FRESHWORKS_REQUIRE_NGINX"] == "1"

    /// Runs a script in a folder, and returns what it prints.
    static func run(_ script: String, in folder: TemporaryFolder) async throws -> String {
        let file = try folder.file("script.py", Data(script.utf8))
        let result = try await CommandLineTool(executable: URL(filePath: program ?? "/usr/bin/python3")).run(
            [file.path, folder.url.path],
            environment: [
                "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": ProcessInfo.processInfo.environment["HOME"] ?? "",
            ])
        guard result.status == 0 else { throw PythonFailure(words: result.diagnostics) }
        return result.output
    }

    private struct PythonFailure: Error {
        let words: String
    }
}

/// A zip file of stored entries, typed out field by field (APPNOTE 4.3.7, 4.3.12, 4.3.16).
struct HandMadeZip {
    var data: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    static func number(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 255) } }

    /// - Parameters:
    ///   - isWide: Whether sizes stand in the field for 64 bits.
    ///   - hasDescriptor: Whether the entry's head leaves them to a descriptor behind it.
    mutating func add(
        _ name: String, method: Int = 0, _ content: [UInt8], size: Int, checksum: Int, isWide: Bool = false,
        hasDescriptor: Bool = false
    ) {
        let n = Self.number
        let start = data.count
        let flags = n(hasDescriptor ? 8 : 0, 2)
        let known = hasDescriptor ? n(0, 12) : n(checksum, 4) + n(content.count, 4) + n(size, 4)
        data += n(0x0403_4B50, 4) + n(45, 2) + flags + n(method, 2) + n(0, 4) + known + n(name.utf8.count, 2) + n(0, 2)
        data += Array(name.utf8) + content
        if hasDescriptor { data += n(0x0807_4B50, 4) + n(checksum, 4) + n(content.count, 4) + n(size, 4) }
        let extra = isWide ? n(1, 2) + n(24, 2) + n(size, 8) + n(content.count, 8) + n(start, 8) : []
        let sizes = isWide ? n(0xFFFF_FFFF, 4) + n(0xFFFF_FFFF, 4) : n(content.count, 4) + n(size, 4)
        directory += n(0x0201_4B50, 4) + n(45, 2) + n(45, 2) + flags + n(method, 2) + n(0, 4) + n(checksum, 4) + sizes
        directory += n(name.utf8.count, 2) + n(extra.count, 2) + n(0, 2) + n(0, 2) + n(0, 2) + n(0, 4)
        directory += n(isWide ? 0xFFFF_FFFF : start, 4) + Array(name.utf8) + extra
        count += 1
    }

    func finished(isWide: Bool = false, comment: String = "") -> Data {
        let n = Self.number
        var all = data + directory
        if isWide {
            let record = all.count
            all += n(0x0606_4B50, 4) + n(44, 8) + n(45, 2) + n(45, 2) + n(0, 4) + n(0, 4) + n(count, 8) + n(count, 8)
            all += n(directory.count, 8) + n(data.count, 8)
            all += n(0x0706_4B50, 4) + n(0, 4) + n(record, 8) + n(1, 4)
        }
        let (short, long) = isWide ? (0xFFFF, 0xFFFF_FFFF) : (count, 0)
        all += n(0x0605_4B50, 4) + n(0, 4) + n(short, 2) + n(short, 2)
        all += n(isWide ? long : directory.count, 4) + n(isWide ? long : data.count, 4)
        return Data(all + n(comment.utf8.count, 2) + Array(comment.utf8))
    }
}
