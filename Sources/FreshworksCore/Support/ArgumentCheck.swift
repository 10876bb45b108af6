/// Checks of what callers pass, made before anything is sent. Fields are named as the service spells them.
public enum ArgumentCheck {
    /// A text that may be absent but not blank.
    public static func notBlank(_ text: String?, _ field: String) throws {
        guard let text else { return }
        guard text.contains(where: { !$0.isWhitespace }) else { throw refusal(field, "must not be blank") }
    }

    /// An e-mail address that may be absent: one `@` between two parts, no white space.
    public static func email(_ address: String?, _ field: String) throws {
        guard let address else { return }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.contains(where: \.isWhitespace) else {
            throw refusal(field, "must be an e-mail address")
        }
    }

    /// A record's id that may be absent: a positive number.
    public static func id(_ id: Int64?, _ field: String) throws {
        guard let id else { return }
        guard id > 0 else { throw refusal(field, "must be a positive id") }
    }

    /// Ids of records.
    public static func ids(_ ids: [Int64]?, _ field: String) throws {
        for id in ids ?? [] { try self.id(id, field) }
    }

    /// A number within bounds that may be absent.
    public static func number(_ number: Int?, in range: ClosedRange<Int>, _ field: String) throws {
        guard let number else { return }
        guard range.contains(number) else {
            throw refusal(field, "must be between \(range.lowerBound) and \(range.upperBound)")
        }
    }

    /// The error for a field that the library refuses.
    public static func refusal(_ field: String, _ reason: String) -> FreshworksError {
        refusal([.refused(field, reason)])
    }

    /// The error for all fields that the library refuses.
    static func refusal(_ fields: [FreshworksError.FieldError]) -> FreshworksError {
        var error = FreshworksError(
            .invalidArgument, "the request was refused before it was sent",
            advice: fields.count > 1 ? "Correct the fields and call again." : "Correct the field and call again.")
        error.fieldErrors = fields
        return error
    }
}

extension FreshworksError.FieldError {
    /// A field whose value the library refuses, with a reason such as `must not be blank`.
    public static func refused(_ field: String, _ reason: String) -> Self {
        Self(field: field, code: "invalid_value", message: reason)
    }

    /// A field that must be there.
    public static func missing(_ field: String, _ reason: String = "must be set") -> Self {
        Self(field: field, code: "missing_field", message: reason)
    }
}
