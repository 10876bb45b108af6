import TestSupport
import Testing

/// What the compiler says of calls that the service would refuse.
@Suite("Mistakes that do not compile", .enabled(if: CompilerMessages.compiler != nil))
struct CompilerMessageTests {
    private static let emptiable = "write .set(value), or .clear to empty the field"
    private static let named = "make it of a variable: TicketType(rawValue: word)"
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
        ("TicketUpdate { $0.responderID = company.id }", emptiable),
        ("TicketUpdate { $0.responderID = company.id as Int64? }", emptiable),
        ("TicketUpdate { $0.responderID = nil }", emptiable),
        ("TicketUpdate { $0.dueBy = Date() }", emptiable),
        ("TicketUpdate { $0.type = .incident }", emptiable),
        ("TicketUpdate { $0.customFields[\"cf_a\"] = .clear }", "a custom field is emptied by .null"),
        ("TicketUpdate { $0.customFields[\"cf_a\"] = .set(\"b\") }", "a custom field is set by its value alone"),
        ("TicketUpdate { $0.type = company.debugDescription }", named),
        ("TicketUpdate { $0.status = 3 }", named),
        (
            "TicketDraft(requester: .id(1), subject: \"A\", description: \"B\") { $0.type = company.debugDescription }",
            named
        ),
        (
            "try? FreshdeskClient(subdomain: \"acme\", credential: .freshdesk(apiKey: \"k\"))",
            "a client takes .apiKey(…)"
        ),
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
