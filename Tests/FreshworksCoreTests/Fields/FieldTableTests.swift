import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Records, drafts and updates of a field table")
struct FieldTableTests {
    @Test("a record reads its fields: absent, null and foreign values are nil")
    func reading() throws {
        let shelf = try Shelf(
            json: [
                "id": 1, "name": "A", "note": .null, "owner_id": "7", "places": [1, "2", .null], "level": "high",
                "closed": true, "mystery": .null, "created_at": "2025-01-10T08:00:00Z", "size": 3,
            ])
        #expect(shelf.name == "A")
        #expect(shelf.note == nil)
        #expect(shelf.ownerID == 7)
        #expect(shelf.places == [1, 2])
        #expect(shelf.level == nil)
        #expect(shelf.isClosed == true)
        #expect(shelf.size == 3)
        #expect(shelf.mystery == nil)
        #expect(shelf.createdAt == Date(timeIntervalSince1970: 1_736_496_000))
        #expect(shelf.customFields.json.isEmpty)
        #expect(try Shelf(json: ["id": 1, "mystery": [1]]).mystery == [1])
        let shelves = [shelf, shelf]
        #expect(shelves.map(\.name) == ["A", "A"])
    }

    @Test("a draft sends what is set, under the service's names")
    func draft() {
        var draft = ShelfDraft(name: "A", kind: "k") {
            $0.ownerID = 7
            $0.secret = "s"
            $0.seed = "x"
            $0.size = 2
        }
        #expect(
            draft.json == ["name": "A", "kind": "k", "owner_id": 7, "secret": "s", "seed": "x", "size_in_mm": 20])
        #expect(draft.size == 2)
        #expect(draft.ownerID == 7)
        draft.ownerID = nil
        draft.size = nil
        draft.seed = nil
        draft.secret = nil
        #expect(draft.json == ["name": "A", "kind": "k"])
        #expect(draft.ownerID == nil)
        #expect(draft.fieldErrors.isEmpty)
    }

    @Test("an update leaves, sets and empties; what empties a field may be a text")
    func update() {
        #expect(ShelfUpdate().json.isEmpty)
        var update = ShelfUpdate {
            $0.name = "B"
            $0.note = .clear
            $0.ownerID = .set(8)
            $0.nickname = .clear
        }
        #expect(update.json == ["name": "B", "note": .null, "owner_id": 8, "nickname": ""])
        #expect(update.note == .clear)
        #expect(update.nickname == .clear)
        #expect(update.ownerID == .set(8))
        #expect(update.level == nil)
        update.note = "text"
        update.nickname = "n"
        update.ownerID = .unchanged
        update.name = nil
        #expect(update.json == ["note": "text", "nickname": "n"])
        #expect(update.ownerID == .unchanged)
        #expect(update.note == .set("text"))
        #expect(update.fieldErrors.isEmpty)
    }

    @Test("a value of several keys takes back those of the value before")
    func severalKeys() {
        var update = ShelfUpdate { $0.keeper = .named("Ana") }
        #expect(update.json == ["keeper_name": "Ana", "keeper_new": true])
        #expect(update.keeper == .named("Ana"))
        update.keeper = .id(5)
        #expect(update.json == ["keeper_id": 5])
        #expect(update.keeper == .id(5))
        update.keeper = nil
        #expect(update.json.isEmpty)
        #expect(update.keeper == nil)
        #expect(ShelfUpdate { $0.keeper = .id(0) }.fieldErrors.map(\.field) == ["keeper_id"])
        #expect(ShelfUpdate { $0.keeper = .named(" ") }.fieldErrors.map(\.field) == ["keeper_name"])
    }

    @Test("all that is wrong is told at once, and no longer when it is mended")
    func errors() {
        var draft = ShelfDraft(name: "", kind: "k") {
            $0.level = 5
            $0.places = [1, 0, -1]
            $0.nickname = ""
            $0.ownerID = 0
        }
        #expect(draft.fieldErrors.map(\.field) == ["level", "name", "nickname", "owner_id", "places"])
        #expect(draft.fieldErrors.allSatisfy { $0.code == "invalid_value" })
        draft.level = 4
        draft.places = nil
        draft.nickname = nil
        draft.ownerID = nil
        draft.name = nil
        draft.kind = nil
        #expect(
            draft.fieldErrors == [
                .init(field: "name", code: "missing_field", message: "must be set"),
                .init(field: "kind", code: "missing_field", message: "is needed, or one of seed, places"),
                .init(field: "owner_id", code: "invalid_value", message: "must be set with level 4"),
            ])
        draft.name = "A"
        draft.places = []
        draft.level = 3
        #expect(draft.fieldErrors.map(\.field) == ["kind"])
        draft.places = [1]
        #expect(draft.fieldErrors.isEmpty)

        var update = ShelfUpdate { $0.isClosed = true }
        #expect(update.fieldErrors == [.init(field: "reason", code: "missing_field", message: "must be set")])
        update.reason = "full"
        update.ownerID = -1
        #expect(update.fieldErrors.map(\.field) == ["owner_id"])
        update.ownerID = .clear
        #expect(update.fieldErrors.isEmpty)
    }

    @Test("custom fields are never nil, and none are sent when there are none")
    func customFields() {
        var draft = ShelfDraft(name: "A", kind: "k")
        #expect(draft.customFields.json.isEmpty)
        draft.customFields["cf_a"] = 1
        #expect(draft.json["custom_fields"] == ["cf_a": 1])
        draft.customFields["cf_a"] = nil
        #expect(draft.json["custom_fields"] as JSONValue? == nil)
        var update = ShelfUpdate()
        update.customFields["cf_a"] = .null
        #expect(update.json == ["custom_fields": ["cf_a": .null]])
        update.customFields = [:]
        #expect(update.json.isEmpty)
    }

    @Test(
        "a value can have two keys, stand elsewhere, have a form of its own, and be nothing where it is what empties it"
    )
    func otherReadings() throws {
        #expect(Plank(json: ["kindOfWood": "oak", "kind_of_wood": "ash"]).wood == "oak")
        #expect(Plank(json: ["kindOfWood": .null, "kind_of_wood": "ash"]).wood == "ash")
        #expect(Plank(json: ["kind_of_wood": 7]).wood == "7")
        #expect(Plank(json: [:]).wood == nil)
        #expect(Plank(json: ["measures": ["height": 3]]).height == 3)
        #expect(Plank(json: ["measures": 3]).height == nil)
        #expect([Plank(json: ["owner": ["id": "4"]]), Plank(json: ["owner_id": 5])].map(\.owner) == [4, 5])
        let draft = Plank.Fields.draft { $0.owner = 6 }
        #expect(draft.json == ["owner": ["id": 6]])
        #expect(draft.owner == 6)
        #expect(Plank.Fields.draft { $0.owner = 0 }.fieldErrors.map(\.field) == ["owner_id"])
        #expect(try Shelf(json: ["id": 1, "nickname": "Billy"]).nickname == "Billy")
        #expect(try Shelf(json: ["id": 1, "nickname": ""]).nickname == nil)
    }

    @Test("a draft can be a part of another, and what is wrong with it is told under the key of the whole")
    func partsOfDrafts() throws {
        let good = BoxDraft { $0.label = "a" }
        var room = RoomDraft { $0.boxes = [good, BoxDraft { $0.weight = 0 }] }
        #expect(room.json == ["boxes": [["label": "a"], ["weight": 0]]])
        #expect(room.fieldErrors.map(\.field) == ["boxes.weight"])
        #expect(room.boxes?.first == good)
        room.boxes?.append(good)
        #expect(room.fieldErrors.map(\.field) == ["boxes.weight"])
        room.boxes = [BoxDraft()]
        #expect(room.fieldErrors.map(\.field) == ["boxes.label"])
        room.boxes = [good]
        #expect(room.fieldErrors.isEmpty)
        #expect(RoomDraft(json: .null) == nil)
    }

    @Test("drafts and updates are equal by what they send, whatever the order, and print names only")
    func values() {
        let one = ShelfDraft(name: "Ana Ruiz", kind: "k") { $0.note = "+34 600" }
        var other = ShelfDraft(name: "x", kind: "k")
        other.note = "+34 600"
        other.name = "Ana Ruiz"
        #expect(one == other)
        #expect(Set([one, other]).count == 1)
        other.note = nil
        #expect(one != other)
        let update = ShelfUpdate { $0.note = "+34 600" }
        #expect("\(one)" == "Draft<Shelf.Fields>(name, kind, note)")
        #expect("\(update)" == "Update<Shelf.Fields>(note)")
        for value in [one, update] as [Any] {
            #expect(!Exposure(of: value).shows(["Ana Ruiz", "+34 600"]))
        }
    }
}
