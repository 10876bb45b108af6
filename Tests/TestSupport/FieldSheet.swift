import Foundation
import FreshworksCore

/// What a service's documentation says of the fields of one kind of record, written down by hand: the expectation that a
/// table of fields is held against. It must never be made from the table.
///
/// ```
/// name                 settable   text   required  | refuses ["", " "]
/// fr_due_by            clearable  time   firstResponseDueBy
/// priority             settable   number           | refuses [0, 5] | sample 4
/// agent_type           initial    word   type      | sample "field_agent" | sends {"agent_type": 2}
/// ```
///
/// One field per line, in this order:
/// * the service's name in answers; of a field that is only sent, in requests
/// * who may write it: `read`, `initial`, `settable`, `clearable`, `sent`, `sentInitial`, `later`, `sentLater`
/// * the kind of its value: a ``FieldKind``
/// * its name in Swift, where that is not the service's in camel case: `group_ids` is `groupIDs`
/// * `required`, when nothing is created without it
///
/// and behind bars, as JSON:
/// * `refuses`: an array of values that are refused before anything is sent
/// * `sample`: a value to try, where that of the kind will not do
/// * `shows`: what records show of the sample, where that is not the sample
/// * `sends`: what a request holds for the sample, where that is not the name with the sample
/// * `clears`: what an update sends to empty it, where that is not `null`
package struct FieldSheet: Sendable {
    let rows: [Row]
    /// Each a list of names of which a new record must have one.
    let requirements: Set<[String]>

    struct Row: Sendable {
        let key: String
        let access: Access
        let kind: FieldKind
        let name: String
        var sample: JSONValue
        var refused: [JSONValue]
        var sent: JSONObject
        var shown: JSONValue?
        var empty: JSONValue = .null
    }

    enum Access: String {
        case read = "ReadOnly"
        case initial = "Initial"
        case settable = "Settable"
        case clearable = "Clearable"
        case sent = "SendOnly"
        case sentInitial = "SendOnlyInitial"
        case later = "Later"
        case sentLater = "SendOnlyLater"

        var isAnswered: Bool { [.read, .initial, .settable, .clearable, .later].contains(self) }

        init?(word: String) {
            let words: [String: Self] = [
                "read": .read, "initial": .initial, "settable": .settable, "clearable": .clearable, "sent": .sent,
                "sentInitial": .sentInitial, "later": .later, "sentLater": .sentLater,
            ]
            guard let access = words[word] else { return nil }
            self = access
        }
    }

    /// - Parameter anyOf: Names of which a new record must have one.
    package init(anyOf: [String] = [], _ text: String) throws {
        var rows: [Row] = []
        var requirements: Set<[String]> = anyOf.isEmpty ? [] : [anyOf]
        for line in text.split(separator: "\n") {
            let parts = line.components(separatedBy: " | ")
            var words = parts[0].split(separator: " ").map(String.init)
            if words.last == "required" {
                requirements.insert([words[0]])
                words.removeLast()
            }
            guard (3...4).contains(words.count), let access = Access(word: words[1]),
                let kind = FieldKind(rawValue: words[2])
            else { throw UnreadableSheet(line: String(line)) }
            var row = Row(
                key: words[0], access: access, kind: kind, name: words.count > 3 ? words[3] : Self.swiftName(words[0]),
                sample: kind.sample, refused: access == .read ? [] : kind.refused, sent: [words[0]: kind.sample])
            for part in parts.dropFirst() { try row.read(part) }
            rows.append(row)
        }
        self.rows = rows
        self.requirements = requirements
    }

    private static func swiftName(_ key: String) -> String {
        let parts = key.split(separator: "_").map(String.init)
        let capitals = ["id": "ID", "ids": "IDs", "url": "URL"]
        return parts[0] + parts.dropFirst().map { capitals[$0] ?? $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension FieldSheet.Row {
    /// Reads what stands behind a bar, such as `refuses [0, 5]`.
    fileprivate mutating func read(_ part: String) throws {
        let words = part.trimmingCharacters(in: .whitespaces).split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { throw UnreadableSheet(line: part) }
        let value = try JSONValue(parsing: Data(words[1].utf8))
        switch (words[0], value) {
        case ("refuses", .array(let values)): refused += values
        case ("sample", _):
            sample = value
            sent = [key: value]
        case ("shows", _): shown = value
        case ("sends", .object(let object)): sent = object
        case ("clears", _): empty = value
        default: throw UnreadableSheet(line: part)
        }
    }
}

private struct UnreadableSheet: Error {
    let line: String
}
