import Foundation
import TestSupport
import Testing

/// The compiler that the tests themselves were built with; `nil` where they run without one.
private let swiftCompiler: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "swiftc") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}()

/// What the compiler says of calls that the service would refuse.
@Suite("Mistakes that do not compile", .enabled(if: swiftCompiler != nil))
struct CompilerMessageTests {
    private static let mistakes = [
        ("CompanyUpdate { $0.name = .clear }", "the service never empties this field; it can only be set"),
        ("TicketUpdate { $0.status = .clear }", "the service never empties this field; it can only be set"),
        ("CompanyUpdate { $0.createdAt = Date() }", "the service alone writes this field"),
        (
            "GroupUpdate { $0.groupType = .fieldAgents }",
            "this field is set when the record is created, and never again"
        ),
        ("CompanyDraft(name: \"A\") { $0.note = .clear }", "a new record has nothing to clear; leave the field out"),
        ("CompanyDraft(name: \"A\") { $0.createdAt = Date() }", "the service alone writes this field"),
        ("CompanyDraft()", "this record has required fields; use the initializer that takes them"),
        ("TicketDraft { $0.subject = \"A\" }", "this record has required fields; use the initializer that takes them"),
        ("company.lookupParameter", "the service takes this field but never answers it"),
        ("CompanyDraft(name: \"A\") { $0.note = 5 }", "cannot assign value of type 'Int' to type 'String'"),
    ]

    @Test("are told with the reason, each on its line")
    func messages() async throws {
        let folder = try TemporaryFolder()
        let lines = Self.mistakes.map { "    _ = \($0.0)" }
        let text =
            (["import Foundation", "import Freshdesk", "func mistakes(_ company: Company) {"] + lines + ["}", ""])
            .joined(separator: "\n")
        let file = try folder.file("mistakes.swift", Data(text.utf8))
        let modules = CommandLineTool("Modules").executable.path
        let library = CommandLineTool("CLibcurl.build/module.modulemap").executable.path
        let compiler = CommandLineTool(executable: try #require(swiftCompiler))
        let result = try await compiler.run(
            ["-typecheck", "-swift-version", "6", "-I", modules, "-Xcc", "-fmodule-map-file=\(library)", file.path],
            environment: ProcessInfo.processInfo.environment)
        let errors = (result.diagnostics + result.output).split(separator: "\n").filter { $0.contains(": error: ") }
        for (index, mistake) in Self.mistakes.enumerated() {
            let own = errors.filter { $0.contains("mistakes.swift:\(index + 4):") }
            #expect(own.contains { $0.contains(mistake.1) }, "\(mistake.0): \(own)")
        }
        #expect(errors.allSatisfy { $0.contains("mistakes.swift:") })
    }
}
