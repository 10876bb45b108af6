import Foundation
import TestSupport
import Testing

@Suite("Code in documentation comments", .enabled(if: CompilerMessages.compiler != nil))
struct CommentCodeTests {
    @Test(
        "compiles, for whoever copies it",
        arguments: [
            ("FreshworksCore", 30), ("Freshdesk", 18), ("Freshchat", 10), ("Freshsales", 9),
            ("FreshworksConnections", 10),
            ("FreshworksSandbox", 5),
        ])
    func compiles(module: String, atLeast count: Int) async throws {
        let blocks = try CommentBlock.all(of: module)
        #expect(blocks.count >= count)
        let context = try #require(CommentContext.code[module])
        let code = blocks.enumerated().map { $1.compilable($0) }
        let errors = try await CompilerMessages.errors(
            in: ([CommentContext.shared, context] + code).joined(separator: "\n"), named: "Comments.swift",
            by: #require(CompilerMessages.compiler))
        #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    }
}
