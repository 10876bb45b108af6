import Foundation

/// The spellings of a time that Freshdesk documents for input; without a zone it is UTC.
enum FreshdeskTime {
    static func parse(_ text: String) -> Date? {
        let form = /(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::?\d\d)?)?)?/
        guard let match = text.wholeMatch(of: form),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return nil }
        let hour = match.4.flatMap { Int($0) } ?? 0
        let minute = match.5.flatMap { Int($0) } ?? 0
        let second = match.6.flatMap { Int($0) } ?? 0
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        // A calendar turns 31 February into March; what it changed is no date.
        guard let date = calendar.date(from: parts),
            calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date) == parts
        else { return nil }
        return date.addingTimeInterval(-offset(match.7))
    }

    private static func offset(_ zone: Substring?) -> TimeInterval {
        guard let zone, let sign = zone.first, sign != "Z" else { return 0 }
        let digits = zone.filter(\.isNumber)
        let hours = Int(digits.prefix(2)) ?? 0
        let minutes = Int(digits.dropFirst(2)) ?? 0
        return (sign == "-" ? -1 : 1) * TimeInterval(hours * 3600 + minutes * 60)
    }
}
