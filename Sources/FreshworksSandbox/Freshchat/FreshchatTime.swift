import Foundation
import FreshworksCore

/// The spelling of times, whose order is that of their texts.
enum FreshchatTime {
    static func text(_ date: Date) -> String {
        // The format cuts digits off; half a millisecond more makes it round.
        date.addingTimeInterval(0.0005).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// A time of the service's own.
    static func date(_ text: String) -> Date? {
        try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
    }

    /// A time of a query in the spelling of bodies; there the milliseconds may be missing.
    static func parse(_ value: String) -> String? {
        (date(value) ?? (try? Date.ISO8601FormatStyle().parse(value))).map(text)
    }
}

extension QueryText {
    func freshchatTime(_ name: String) throws(SandboxReply) -> String? {
        guard let value = self[name] else { return nil }
        guard let time = FreshchatTime.parse(value) else { throw FreshchatReplies.invalid("\(name) is not valid") }
        return time
    }
}
