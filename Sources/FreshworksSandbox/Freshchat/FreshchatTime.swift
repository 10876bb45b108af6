import Foundation
import FreshworksCore

/// The spelling of times, whose order is that of their texts.
enum FreshchatTime {
    static func text(_ date: Date) -> String {
        // The format cuts digits off; half a millisecond more makes it round.
        date.addingTimeInterval(0.0005).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

extension QueryText {
    /// A time of the query, spelled as in bodies; the milliseconds may be missing.
    func freshchatTime(_ name: String) throws(SandboxReply) -> String? {
        guard let value = self[name] else { return nil }
        let date =
            (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(value))
            ?? (try? Date.ISO8601FormatStyle().parse(value))
        guard let date else { throw FreshchatReplies.invalid("\(name) is not valid") }
        return FreshchatTime.text(date)
    }
}
