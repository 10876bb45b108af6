import FreshworksCore
import Testing

@Suite("What answers have beside a field table")
struct FieldAuditTests {
    private struct Part: FieldRecord, JSONReadable {
        let json: JSONObject
        init(json: JSONObject) { self.json = json }
        final class Fields: FieldTable {
            let name = ReadOnly<String>("name")
            static let table = Fields()
        }
    }

    private final class Fields: FieldTable {
        let name = Settable<String>("name")
        let icon = ReadOnly<String>("icon", or: "picture")
        let secret = SendOnly<String>("secret")
        let part = ReadOnly<Part>("part")
        let parts = ReadOnly<[Part]>("parts")
        let byName = ReadOnly<[String: Part]>("by_name")
        let elsewhere = ReadOnly<Part>("elsewhere", reading: { $0["elsewhere"]?["inside"] })
        let rare = ReadOnly<Bool>("rare")
        static let table = Fields()
    }

    @Test("keys that no field reads are counted by record, those of parts too, and fields that never came are named")
    func audit() {
        var audit = FieldAudit(of: Fields.self)
        #expect(audit.absent.isEmpty)
        audit.read(["id": 1, "name": "a", "picture": "p", "new": 1, "part": ["id": 1, "name": "x", "size": 2]])
        audit.read([
            "id": 2, "name": .null, "new": .null, "parts": [["size": 1], ["size": 2, "name": "y"]], "secret": 1,
            "by_name": ["monday": ["name": "z", "size": 3]], "elsewhere": ["inside": ["size": 4]],
        ])
        #expect(audit.records == 2)
        #expect(
            audit.unknown.map { "\($0.key) \($0.records)" }
                == ["by_name.size 1", "new 2", "part.size 1", "parts.size 1", "secret 1"])
        #expect(audit.absent == ["rare"])
    }

    @Test("what is read past the table is no stranger")
    func besides() {
        var audit = FieldAudit(of: Part.Fields.self, besides: ["number"])
        audit.read(["number": 1, "id": 2])
        #expect(audit.unknown.map(\.key) == ["id"])
        #expect(audit.absent == ["name"])
    }
}
