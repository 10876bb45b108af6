import Foundation
import TestSupport
import Testing

@Suite("How a call is added")
struct ContributingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    @Test("is shown with code that stands in the named files, ten lines at most")
    func example() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        }
        let page = try text(".github/CONTRIBUTING.md").split(separator: "## Add a call")
        let section = try #require(page.count == 2 ? page.last : nil)
        let steps = section.matches(
            of: /\d\. `((?:Sources|Tests)\/[^`]*\.swift)`[\s\S]*?```swift\n([\s\S]*?)```/)
        #expect(steps.count == 3)
        #expect(steps.map { Self.lines($0.output.2).count }.reduce(0, +) <= 10)
        for step in steps {
            let code = Self.lines(step.output.2)
            let file = Self.lines(try text(String(step.output.1)))
            #expect(!code.isEmpty)
            #expect(file.indices.contains { file[$0...].starts(with: code) }, "\(step.output.1): \(code)")
        }
    }

    @Test("takes no more lines for each call of the module than before most were built")
    func lines() throws {
        let folder = Self.root.appending(path: "Sources/Freshdesk")
        let files = try #require(FileManager.default.subpaths(atPath: folder.path)).filter { $0.hasSuffix(".swift") }
        let lines = try files.map { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8).count { $0 == "\n" }
        }
        .reduce(0, +)
        let calls = EndpointFolder.all.map(\.rows.count).reduce(0, +)
        try #require(calls > 0 && lines > calls)
        print("Freshdesk: \(lines) lines for \(calls) calls, \(lines / calls) each")
        // The bound from before most of them were built.
        #expect(lines / calls <= 65)
    }

    private static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
