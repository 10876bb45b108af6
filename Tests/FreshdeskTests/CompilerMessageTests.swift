import TestSupport
import Testing

/// What the compiler says of calls that the service would refuse.
@Suite("Mistakes that do not compile", .enabled(if: CompilerMessages.compiler != nil))
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
        let errors = try await CompilerMessages.errors(
            of: Self.mistakes.map(\.0), importing: "Freshdesk", given: "_ company: Company",
            by: #require(CompilerMessages.compiler))
        for (mistake, own) in zip(Self.mistakes, errors.lines) {
            #expect(own.contains { $0.contains(mistake.1) }, "\(mistake.0): \(own)")
        }
        #expect(errors.elsewhere.isEmpty)
    }
}
