import Foundation
import FreshworksCore
import TestSupport
import Testing

/// The probe that holds tables against documentation must see every difference.
@Suite("Sheets of fields")
struct FieldSheetTests {
    private static let lines = [
        #"name           settable     text     required  | refuses ["", " "]"#,
        #"note           clearable    text"#,
        #"owner_id       clearable    id"#,
        #"places         settable     ids"#,
        #"level          settable     number             | refuses [0, 5]"#,
        #"nickname       clearable    text               | clears "" | refuses [""]"#,
        #"kind           initial      text"#,
        #"secret         sent         text"#,
        #"seed           sentInitial  text"#,
        #"closed         later        bool     isClosed"#,
        #"reason         sentLater    text"#,
        #"keeper         sent         object             | sample {"keeper_id": 5} | sends {"keeper_id": 5}"#,
        #"size           settable     number             | sample 20 | sends {"size_in_mm": 200}"#,
        #"mystery        read         any"#,
        #"created_at     read         time"#,
        #"custom_fields  settable     custom"#,
    ]

    private func faults(_ lines: [String], anyOf: [String] = ["kind", "seed", "places"]) throws -> [String] {
        try FieldSheet(anyOf: anyOf, lines.joined(separator: "\n")).faults(of: Shelf.Fields.self)
    }

    @Test("find nothing where the table is right")
    func right() throws {
        #expect(try faults(Self.lines).isEmpty)
    }

    @Test(
        "find every difference",
        arguments: [
            (0, #"name           settable     text"#),
            (0, #"title          settable     text  name  required"#),
            (0, #"name           clearable    text  required"#),
            (0, #"name           settable     text  title  required"#),
            (0, #"name           settable     text  required  | refuses ["x"]"#),
            (0, #"name           settable     text  required  | sample """#),
            (0, #"name           settable     text  required  | sends {"name": 1}"#),
            (1, #"note           settable     text"#),
            (1, #"note           clearable    text  | clears """#),
            (1, #"note           clearable    time"#),
            (1, #"note           clearable    text  required"#),
            (2, #"owner_id       clearable    text"#),
            (3, #"places         settable     texts"#),
            (4, #"level          settable     number  | refuses [3]"#),
            (4, #"level          settable     bool"#),
            (5, #"nickname       clearable    text"#),
            (6, #"kind           settable     text"#),
            (6, #"kind           read         text"#),
            (7, #"secret         settable     text"#),
            (8, #"seed           sent         text"#),
            (9, #"closed         later        bool"#),
            (9, #"closed         settable     bool  isClosed"#),
            (11, #"keeper        sent         object"#),
            (12, #"size          settable     number"#),
            (13, #"mystery       read         text"#),
            (14, #"created_at    read         day"#),
            (14, #"created_at    read         text"#),
            (15, #"custom_fields settable     object"#),
        ])
    func wrong(line: Int, text: String) throws {
        var lines = Self.lines
        lines[line] = text
        // Objects are passed on as they are, custom fields too: the two kinds cannot be told apart, and need not.
        guard line != 15 else { return #expect(try faults(lines).isEmpty) }
        #expect(try !faults(lines).isEmpty)
    }

    @Test("find fields that are missing on either side, and other requirements")
    func missing() throws {
        for line in Self.lines.indices {
            var lines = Self.lines
            lines.remove(at: line)
            #expect(try !faults(lines).isEmpty)
        }
        #expect(try !faults(Self.lines + ["more  read  text"]).isEmpty)
        #expect(try !faults(Self.lines, anyOf: ["kind", "seed"]).isEmpty)
    }

    @Test("know values that have another form or another key than in answers")
    func otherForms() throws {
        let lines = [
            #"kindOfWood  read     text    wood"#,
            #"measures    read     number  height | sample {"height": 3} | shows 3"#,
            #"owner_id    initial  id      owner  | sends {"owner": {"id": 70000555001}}"#,
        ]
        func faults(_ lines: [String]) throws -> [String] {
            try FieldSheet(lines.joined(separator: "\n")).faults(of: Plank.Fields.self)
        }
        #expect(try faults(lines).isEmpty)
        let shown = lines[1].replacingOccurrences(of: "shows 3", with: "shows 4")
        #expect(try !faults([lines[0], shown, lines[2]]).isEmpty)
        #expect(try !faults([lines[0], lines[1], "owner_id  initial  id  owner"]).isEmpty)
    }

    @Test("that cannot be read are errors", arguments: ["name", "name settable", "name open text", "a read text | b"])
    func unreadable(text: String) {
        #expect(throws: (any Error).self) { try FieldSheet(text) }
    }
}
