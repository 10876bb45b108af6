import Foundation

/// A block of code in a module's documentation comments.
struct CommentBlock {
    /// The file, below the package.
    let file: String
    /// The line of its first line.
    let line: Int
    let code: String

    /// The package's folder.
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    /// All that a module's comments have, file by file.
    static func all(of module: String) throws -> [CommentBlock] {
        let folder = root.appending(path: "Sources/\(module)")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
            blocks(
                in: try String(contentsOf: folder.appending(path: path), encoding: .utf8),
                of: "Sources/\(module)/\(path)")
        }
    }

    private static func blocks(in text: String, of file: String) -> [CommentBlock] {
        var blocks: [CommentBlock] = []
        var open: (line: Int, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let comment = line.firstMatch(of: #/^\s*/// ?(.*)$/#)?.output.1 else { continue }
            if let block = open, comment == "```" {
                blocks.append(CommentBlock(file: file, line: block.line, code: block.lines.joined(separator: "\n")))
                open = nil
            } else if open != nil {
                open?.lines.append(comment)
            } else if comment == "```swift" {
                open = (index + 2, [])
            }
        }
        return blocks
    }

    /// The block as code of a file: types by themselves, fields in a table, everything else as a function that may wait and
    /// throw. What the compiler says of it names the comment's own line.
    func compilable(_ number: Int) -> String {
        // A body that a reader fills in.
        let code = code.replacing("{ … }", with: "{}")
        let (head, end) =
            if code.hasPrefix("extension ") {
                ("", "")
            } else if code.contains(#/^(///.*\n)?(public|static) let /#) {
                ("final class Block\(number): FieldTable { static let table = Block\(number)()", "}")
            } else if code.hasPrefix("public ") {
                ("enum Block\(number) {", "}")
            } else {
                ("func block\(number)() async throws {", "}")
            }
        return "\(head)\n#sourceLocation(file: \"\(file)\", line: \(line))\n\(code)\n#sourceLocation()\n\(end)\n"
    }
}
