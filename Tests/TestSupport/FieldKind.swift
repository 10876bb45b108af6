import FreshworksCore

/// The kinds of values that fields have, each with what must and what must not be read as one.
package enum FieldKind: String, Sendable {
    /// A text; numbers are read as their spelling.
    case text
    /// A word of the service's, of which there may be more than are known.
    case word
    /// `true` or `false`.
    case bool
    /// A whole number, also of the service's own list.
    case number
    /// A number with a fraction, exact.
    case decimal
    /// A record's id; never 0 or less in requests.
    case id
    /// Ids of records.
    case ids
    /// Texts.
    case texts
    /// A moment.
    case time
    /// A day without a time.
    case day
    /// An address.
    case url
    /// An object that is passed on as it is.
    case object
    /// Objects.
    case objects
    /// Fields that accounts define.
    case custom
    /// Whatever the service sends.
    case any

    /// A value as the service writes it.
    var sample: JSONValue {
        switch self {
        case .text: "Ærø & \"Søn\""
        case .word: "a_word"
        case .bool: true
        case .number: 1
        case .decimal: 1250.25
        case .id: 70_000_555_001
        case .ids: [70_000_555_001, 2]
        case .texts: ["b", "a"]
        case .time: "2025-01-10T08:00:00Z"
        case .day: "2026-01-31"
        case .url: "https://files.example/a.png"
        case .object: ["k": [1, .null]]
        case .objects: [["k": 1], ["k": 2]]
        case .custom: ["cf_region": "EMEA", "cf_none": .null]
        case .any: ["k": 1]
        }
    }

    /// Other spellings that services use, and what they are.
    var spellings: [(JSONValue, JSONValue)] {
        switch self {
        case .text: [(7, "7")]
        case .bool: [("false", false)]
        case .number, .id: [("12", 12), (12.0, 12)]
        case .decimal: [("1250.250", 1250.25)]
        case .ids: [(["12"], [12]), ([], [])]
        case .texts: [([], [])]
        case .time:
            [("2025-01-10T13:30:00.000+05:30", "2025-01-10T08:00:00Z"), (1_736_496_000, "2025-01-10T08:00:00Z")]
        case .day: [("2026-01-31T00:00:00Z", "2026-01-31")]
        case .word, .url, .object, .objects, .custom, .any: []
        }
    }

    /// A value of another kind; `nil` where all are welcome.
    var foreign: JSONValue? {
        switch self {
        case .text, .word: ["k": 1]
        case .bool, .number, .decimal, .id, .time, .day: "soon"
        case .ids, .texts, .objects: ["k": 1]
        case .url: 7
        case .object, .custom: "text"
        case .any: nil
        }
    }

    /// Values that are read all the same, and refused before they are sent.
    var refused: [JSONValue] {
        switch self {
        case .id: [0, -1]
        case .ids: [[0], [7, -1]]
        case .day: ["2026-02-31"]
        default: []
        }
    }
}
