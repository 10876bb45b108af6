import Foundation
import Testing

@Suite("The page of error codes")
struct ErrorCodeTopicsTests {
    private let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/FreshworksCore").standardizedFileURL

    @Test("groups every code, each once, and begins with what to catch first")
    func complete() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
        var declared: [String] = []
        for path in paths {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for block in text.matches(of: /extension FreshworksError\.Code \{([\s\S]*?)\n\}/) {
                declared += block.output.1.matches(of: /public static let (\w+)/).map { String($0.output.1) }
            }
        }
        #expect(declared.count > 90)
        let page = try String(contentsOf: sources.appending(path: "FreshworksCore.docc/ErrorCodes.md"), encoding: .utf8)
        let listed = page.matches(of: /- ``(\w+)``/).map { String($0.output.1) }
        #expect(Set(declared).subtracting(listed) == [])
        #expect(Set(listed).subtracting(declared) == [])
        #expect(listed.count == Set(listed).count)
        let first = page.matches(of: /### (.+)/).first.map { String($0.output.1) }
        #expect(first == "What to catch first")
    }
}
