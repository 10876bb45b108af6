import Foundation

/// The `Retry-After` field (RFC 9110 §10.2.3): whole seconds, or a date. Gateways send fractions too.
enum RetryAfter {
    /// How long to wait, in whole seconds, rounded up; `nil` when the field is absent or neither. Never negative, never
    /// more than a day.
    static func wait(_ headers: HeaderFields, now: Date) -> Duration? {
        guard let text = headers["Retry-After"]?.trimmingCharacters(in: .whitespaces) else { return nil }
        let seconds: Double? =
            Int64(text).map(Double.init) ?? fraction(text) ?? HTTPDate.parse(text)?.timeIntervalSince(now)
        return seconds.map { .seconds(min(max(0, $0.rounded(.up)), 86_400)) }
    }

    /// Digits, a point and digits.
    private static func fraction(_ text: String) -> Double? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.isDecimal }) else { return nil }
        return Double(text)
    }
}
