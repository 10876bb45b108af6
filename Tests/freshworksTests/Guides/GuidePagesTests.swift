import Foundation
import Freshdesk
import FreshworksSandbox
import Testing

@Suite("The guides")
struct GuidePagesTests {
    @Test(
        "show only code that is compiled in the files beside this one",
        arguments: [
            ("FreshworksCore", "GettingStarted", 6), ("FreshworksCore", "CredentialsAndRotation", 6),
            ("FreshworksCore", "Tenants", 3), ("FreshworksCore", "Sessions", 1), ("FreshworksCore", "Errors", 1),
            ("FreshworksSandbox", "TestingWithTheSandbox", 4), ("FreshworksEtcd", "SeveralMachines", 1),
            ("Freshdesk", "AutomationWebhooks", 1),
        ])
    func codeIsCompiled(module: String, page: String, blocks: Int) throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(
            contentsOf: here.appending(path: "../../../Sources/\(module)/\(module).docc/\(page).md")
                .standardizedFileURL,
            encoding: .utf8)
        let files = try FileManager.default.contentsOfDirectory(at: here, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("Guide") }
            .map { Self.lines(try String(contentsOf: $0, encoding: .utf8)) }
        let code = text.matches(of: /```swift\n([\s\S]*?)```/).map { Self.lines(String($0.output.1)) }
        #expect(code.count == blocks)
        for block in code {
            let isCompiled = files.contains { lines in
                lines.indices.contains { lines[$0...].starts(with: block) }
            }
            #expect(isCompiled, "no file has:\n\(block.joined(separator: "\n"))")
        }
    }

    @Test("with code are each held to code that is compiled, by a test that names them")
    func noneIsForgotten() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        func files(_ folder: String, _ suffix: String) throws -> [URL] {
            try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
                .filter { $0.hasSuffix(suffix) && !$0.contains(".build/") }
                .map { root.appending(path: folder).appending(path: $0) }
        }
        let tests = try files("Tests", "Tests.swift").map { try String(contentsOf: $0, encoding: .utf8) }
        let pages = try files("Sources", ".md").filter {
            try String(contentsOf: $0, encoding: .utf8).contains("```swift")
        }
        #expect(pages.count > 15)
        for page in pages {
            let name = page.deletingPathExtension().lastPathComponent
            let module = page.deletingLastPathComponent().deletingPathExtension().lastPathComponent
            #expect(
                tests.contains { test in
                    (test.contains("\"\(module)\"") || test.contains("\(module).docc/"))
                        && (test.contains("\"\(name)\"") || test.contains("/\(name).md"))
                }, "\(module): \(name)")
        }
    }

    @Test("what the page on testing shows does what it says")
    func testing() async throws {
        let (sandbox, freshdesk) = try await guideSandbox()
        let ticket = try await guideRecords(sandbox, freshdesk)
        #expect(ticket.customFields["cf_order"] == "A-17")
        #expect(try await guideFaults(sandbox, freshdesk))
    }

    @Test("what the page on getting started shows works")
    func firstSteps() async throws {
        let (_, freshdesk) = try await guideSandbox()
        try await guideFirstCalls(freshdesk)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
