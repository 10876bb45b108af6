import Foundation
import FreshworksCore

extension JSONValue {
    static func int(_ value: some FixedWidthInteger) -> JSONValue { .number(JSONNumber(value)) }

    /// Whole seconds, as Freshdesk prints them: `2025-03-04T09:12:33Z`.
    static func seconds(_ date: Date) -> JSONValue { .string(date.formatted(.iso8601)) }

    static func seconds(_ date: Date?) -> JSONValue { date.map { seconds($0) } ?? .null }

    /// Milliseconds, as Freshchat prints them: `2024-03-05T09:07:33.120Z`.
    static func milliseconds(_ date: Date) -> JSONValue { .string(FreshchatTime.text(date)) }

    /// The account's own zone, as Freshsales prints it; half an hour off, so that parsers are put to the test.
    static func zoned(_ date: Date) -> JSONValue {
        let text = date.addingTimeInterval(19_800).formatted(.iso8601)
        return .string(text.dropLast() + "+05:30")
    }
}
