import Foundation
import Testing

@Suite("How a call is added")
struct ContributingTests {
    @Test("is shown with code that stands in the named files")
    func example() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        func text(_ path: String) throws -> String {
            try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        let page = try text(".github/CONTRIBUTING.md").split(separator: "## Add a call")
        let section = try #require(page.count == 2 ? page.last : nil)
        let steps = section.matches(
            of: /\d\. `((?:Sources|Tests)\/[^`]*\.swift)`[\s\S]*?```swift\n([\s\S]*?)```/)
        #expect(steps.count == 3)
        for step in steps {
            let code = Self.lines(step.output.2)
            let file = Self.lines(try text(String(step.output.1)))
            #expect(!code.isEmpty)
            #expect(file.indices.contains { file[$0...].starts(with: code) }, "\(step.output.1): \(code)")
        }
    }

    private static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
