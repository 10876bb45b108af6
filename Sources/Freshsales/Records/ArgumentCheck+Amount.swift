import Foundation

extension ArgumentCheck {
    /// An amount of money that may be absent: JSON cannot say a `Decimal` that is not a number.
    static func amount(_ amount: Decimal?, _ field: String) throws {
        guard let amount else { return }
        guard amount.isFinite else { throw refusal(field, "must be a number") }
    }
}
