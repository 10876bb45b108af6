import Foundation

/// The `Retry-After` field (RFC 9110 §10.2.3): whole seconds, or a date.
enum RetryAfter {
    /// How long to wait; `nil` when the field is absent or neither. Never negative, never more than a day.
    static func wait(_ headers: HeaderFields, now: Date) -> Duration? {
        guard let text = headers["Retry-After"]?.trimmingCharacters(in: .whitespaces) else { return nil }
        let seconds: Double? = Int64(text).map(Double.init) ?? HTTPDate.parse(text)?.timeIntervalSince(now)
        return seconds.map { .seconds(min(max(0, $0.rounded(.up)), 86_400)) }
    }
}
