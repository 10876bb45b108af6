public import Foundation

/// A reason to refuse a field's value before it is sent.
///
/// ```swift
/// public let probability = Settable<Int>("probability", .within(0...100))
/// ```
public struct FieldCheck<Value>: Sendable {
    let errors: @Sendable (Value, _ key: String) -> [FreshworksError.FieldError]

    /// Refuses with a reason, such as `must not be blank`; `nil` lets the value through.
    public init(_ reason: @escaping @Sendable (Value) -> String?) {
        errors = { value, key in reason(value).map { [.refused(key, $0)] } ?? [] }
    }

    /// Refuses as a function of ``ArgumentCheck`` does, which may name a part of the value, such as `emails.value`.
    public init(checking check: @escaping @Sendable (Value, _ key: String) throws -> Void) {
        errors = { value, key in
            do {
                try check(value, key)
                return []
            } catch {
                let errors = (error as? FreshworksError)?.fieldErrors ?? []
                return errors.isEmpty ? [.refused(key, "is not valid")] : errors
            }
        }
    }

    /// Checks of a part of the value that requests say under a key of its own.
    public static func part<Part>(
        _ key: String, _ part: @escaping @Sendable (Value) -> Part?, _ checks: FieldCheck<Part>...
    ) -> FieldCheck {
        FieldCheck(errors: { value, _ in part(value).map { part in checks.flatMap { $0.errors(part, key) } } ?? [] })
    }

    /// Checks of a part of the value that requests say inside it, such as `emails.value`.
    public static func member<Part>(
        _ name: String, _ part: @escaping @Sendable (Value) -> Part?, _ checks: FieldCheck<Part>...
    ) -> FieldCheck {
        FieldCheck(errors: { value, key in
            part(value).map { part in checks.flatMap { $0.errors(part, "\(key).\(name)") } } ?? []
        })
    }

    /// Several checks as one, to give them a name.
    public static func all(_ checks: FieldCheck...) -> FieldCheck {
        FieldCheck(errors: { value, key in checks.flatMap { $0.errors(value, key) } })
    }

    /// The same check of each element.
    public static func each<Element>(_ check: FieldCheck<Element>) -> Self where Value == [Element] {
        FieldCheck(errors: { values, key in
            values.flatMap { check.errors($0, key) }
        })
    }

    /// Refuses a draft that is a part of another one, with all that is wrong with it.
    public static func complete<Table>() -> Self where Value == Draft<Table> {
        FieldCheck(errors: { draft, key in
            draft.fieldErrors.map { error in
                FreshworksError.FieldError(
                    field: [key, error.field].compactMap(\.self).joined(separator: "."), code: error.code,
                    message: error.message)
            }
        })
    }

    private init(errors: @escaping @Sendable (Value, _ key: String) -> [FreshworksError.FieldError]) {
        self.errors = errors
    }
}

extension FieldCheck<String> {
    /// Refuses white space alone.
    public static var notBlank: Self { Self(checking: { try ArgumentCheck.notBlank($0, $1) }) }
    /// Refuses what is no e-mail address.
    public static var email: Self { Self(checking: { try ArgumentCheck.email($0, $1) }) }
}

extension FieldCheck<Int64> {
    /// Refuses what is no record's id.
    public static var id: Self { Self(checking: { try ArgumentCheck.id($0, $1) }) }
}

extension FieldCheck<[Int64]> {
    /// Refuses what holds something else than records' ids.
    public static var ids: Self { .each(.id) }
}

extension FieldCheck<Int> {
    /// Refuses what is out of bounds.
    public static func within(_ range: ClosedRange<Int>) -> Self {
        Self(checking: { try ArgumentCheck.number($0, in: range, $1) })
    }
}

extension FieldCheck<Decimal> {
    /// Refuses what JSON cannot say.
    public static var finite: Self { Self { $0.isFinite ? nil : "must be a number" } }
}

extension FieldCheck<CalendarDay> {
    /// Refuses days that no calendar has, such as 31 February.
    public static var real: Self { Self { $0.isReal ? nil : "must be a day of the calendar" } }
}

extension FieldCheck where Value: OpenEnum, Value.RawValue == Int {
    /// Refuses numbers out of bounds, although a later version of the service may know more.
    public static func within(_ range: ClosedRange<Int>) -> Self {
        Self(checking: { try ArgumentCheck.number($0.rawValue, in: range, $1) })
    }
}

extension FieldCheck where Value: OpenEnum, Value.RawValue == String {
    /// Refuses white space alone.
    public static var notBlank: Self { Self(checking: { try ArgumentCheck.notBlank($0.rawValue, $1) }) }
}
