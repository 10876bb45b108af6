import TestSupport
import Testing

/// What may be sent and what is only received are two types.
@Suite("Mistakes with message parts that do not compile", .enabled(if: CompilerMessages.compiler != nil))
struct CompilerMessageTests {
    private static let mistakes = [
        (
            "MessageDraft(from: .agent(\"1\"), parts: parts)",
            "cannot convert value of type '[MessagePart]' to expected argument type '[OutgoingPart]'"
        ),
        ("OutgoingPart(.textInput, [:])", "type 'OutgoingPart.Kind' has no member 'textInput'"),
    ]

    @Test("are told with the reason, each on its line")
    func messages() async throws {
        let errors = try await CompilerMessages.errors(
            of: Self.mistakes.map(\.0), importing: "Freshchat", given: "_ parts: [MessagePart]",
            by: #require(CompilerMessages.compiler))
        for (mistake, own) in zip(Self.mistakes, errors.lines) {
            #expect(own.contains { $0.contains(mistake.1) }, "\(mistake.0): \(own)")
        }
        #expect(errors.elsewhere.isEmpty)
    }
}
