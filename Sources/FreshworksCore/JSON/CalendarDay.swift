public import Foundation

/// A day without a time and a time zone, such as the one on which a contract ends.
///
/// ```swift
/// draft.renewalDate = CalendarDay(year: 2025, month: 3, day: 31)
/// draft.customFields["cf_trial_ends"] = CalendarDay(date, in: timeZone)
/// ```
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// The year, with four digits.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Makes a day. One that no calendar has is refused by the call that sends it.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that a moment falls on in a time zone.
    public init(_ date: Date, in timeZone: TimeZone) {
        let parts = Self.calendar(timeZone).dateComponents([.year, .month, .day], from: date)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// The moment at which the day begins in a time zone; `nil` for a day that no calendar has.
    public func start(in timeZone: TimeZone) -> Date? {
        let calendar = Self.calendar(timeZone)
        let parts = DateComponents(calendar: calendar, timeZone: timeZone, year: year, month: month, day: day)
        return parts.isValidDate ? calendar.date(from: parts) : nil
    }

    private static func calendar(_ timeZone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }

    private init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2]
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as the service writes it, such as `2025-03-31`.
    public var text: String {
        [(year, 4), (month, 2), (day, 2)].map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }.joined(separator: "-")
    }

    /// Whether a calendar has the day; there is no 31 February.
    public var isReal: Bool { text.utf8.count == 10 && start(in: .gmt) != nil }

    package func check(_ field: String) throws {
        guard isReal else { throw ArgumentCheck.refusal(field, "must be a day of the calendar") }
    }

    /// Whether one day is before another.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay: JSONReadable {
    /// Reads `2025-03-31`, also with a time behind it, which says nothing.
    public init?(json: JSONValue) {
        guard let text = json.stringValue?.prefix(10) else { return nil }
        self.init(text: String(text))
    }
}

extension CalendarDay: JSONWritable {
    /// `2025-03-31`.
    public var jsonValue: JSONValue { .string(text) }
}

extension CalendarDay: Codable {
    /// Reads `2025-03-31`, also with a time behind it, which says nothing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Self(json: .string(text)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "Not a day such as 2025-03-31.")
        }
        self = day
    }

    /// Writes `2025-03-31`.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
