import Foundation

/// The intervals that a metric's span is cut into.
enum FreshchatIntervals {
    private static let units: KeyValuePairs<String, (unit: Calendar.Component, count: Int)> = [
        "1m": (.minute, 1), "5m": (.minute, 5), "15m": (.minute, 15), "30m": (.minute, 30), "1h": (.hour, 1),
        "1d": (.day, 1), "1W": (.day, 7), "1M": (.month, 1),
    ]
    /// No bound is documented, but no dashboard shows more, and a test that asks for more has made a mistake.
    private static let most = 10_000

    static let names = units.map(\.key)

    /// Where the intervals of a span begin, and where the last one ends, which may be shorter than the others.
    /// - Returns: `nil` for too many.
    static func bounds(from start: String, to end: String, every name: String?) -> [String]? {
        guard let (_, step) = units.first(where: { $0.key == name }), let first = FreshchatTime.date(start) else {
            return [start, end]
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var bounds: [String] = []
        var next = start
        while next < end {
            guard bounds.count < most else { return nil }
            bounds.append(next)
            // From the first one, so that a month that is short shortens no other.
            guard let date = calendar.date(byAdding: step.unit, value: step.count * bounds.count, to: first) else {
                break
            }
            next = FreshchatTime.text(date)
        }
        return bounds + [end]
    }
}
