/// Checks of what callers pass, made before anything is sent. Fields are named as the service spells them.
///
/// One check throws by itself; several report all fields at once:
///
/// ```swift
/// var check = ArgumentCheck()
/// check.email(email, "email")
/// check.id(companyID, "company_id")
/// try check.finish()
/// ```
public struct ArgumentCheck: Sendable {
    private var refused: [FreshworksError.FieldError] = []

    /// Begins a check of several fields.
    public init() {}

    /// Ends the check.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with all fields that were refused.
    public func finish() throws {
        if !refused.isEmpty { throw Self.refusal(refused) }
    }

    /// Refuses a field.
    public mutating func refuse(_ field: String, _ reason: String) {
        refused.append(.refused(field, reason))
    }

    /// Makes a check of something else's, and takes over the fields that it refuses.
    /// - Throws: What is no refusal of a field.
    public mutating func include(_ check: () throws -> Void) throws {
        do {
            try check()
        } catch let error as FreshworksError where error.code == .invalidArgument && !error.fieldErrors.isEmpty {
            refused += error.fieldErrors
        }
    }

    /// A text that may be absent but not blank.
    public mutating func notBlank(_ text: String?, _ field: String) {
        guard let text else { return }
        if !text.contains(where: { !$0.isWhitespace }) { refuse(field, "must not be blank") }
    }

    /// An e-mail address that may be absent: one `@` between two parts, no white space.
    public mutating func email(_ address: String?, _ field: String) {
        guard let address else { return }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count != 2 || parts.contains(where: \.isEmpty) || address.contains(where: \.isWhitespace) {
            refuse(field, "must be an e-mail address")
        }
    }

    /// A record's id that may be absent: a positive number.
    public mutating func id(_ id: Int64?, _ field: String) {
        if let id, id <= 0 { refuse(field, "must be a positive id") }
    }

    /// Ids of records.
    public mutating func ids(_ ids: [Int64]?, _ field: String) {
        if let ids, ids.contains(where: { $0 <= 0 }) { refuse(field, "must be a positive id") }
    }

    /// A number within bounds that may be absent.
    public mutating func number(_ number: Int?, in range: ClosedRange<Int>, _ field: String) {
        guard let number, !range.contains(number) else { return }
        refuse(field, "must be between \(range.lowerBound) and \(range.upperBound)")
    }
}

extension ArgumentCheck {
    /// A text that may be absent but not blank.
    public static func notBlank(_ text: String?, _ field: String) throws { try one { $0.notBlank(text, field) } }

    /// An e-mail address that may be absent: one `@` between two parts, no white space.
    public static func email(_ address: String?, _ field: String) throws { try one { $0.email(address, field) } }

    /// A record's id that may be absent: a positive number.
    public static func id(_ id: Int64?, _ field: String) throws { try one { $0.id(id, field) } }

    /// Ids of records.
    public static func ids(_ ids: [Int64]?, _ field: String) throws { try one { $0.ids(ids, field) } }

    /// A number within bounds that may be absent.
    public static func number(_ number: Int?, in range: ClosedRange<Int>, _ field: String) throws {
        try one { $0.number(number, in: range, field) }
    }

    /// The error for a field that the library refuses.
    public static func refusal(_ field: String, _ reason: String) -> FreshworksError {
        refusal([.refused(field, reason)])
    }

    /// The error for all fields that the library refuses.
    static func refusal(_ fields: [FreshworksError.FieldError]) -> FreshworksError {
        var error = FreshworksError(
            .invalidArgument, "the request was refused before it was sent",
            advice: "Correct the \(fields.count == 1 ? "field" : "fields") and call again.")
        error.fieldErrors = fields
        return error
    }

    private static func one(_ check: (inout ArgumentCheck) -> Void) throws {
        var all = ArgumentCheck()
        check(&all)
        try all.finish()
    }
}

extension FreshworksError {
    /// The error of an argument that was refused while a call was put together, with the name of the operation that it
    /// is for.
    static func refusal(of operation: String, _ error: any Error) -> any Error {
        guard var refusal = error as? FreshworksError, refusal.operation == nil else { return error }
        refusal.operation = operation
        return refusal
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
