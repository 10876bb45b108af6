import Foundation
import FreshworksCore

/// A record with a field of every kind of access and every way to be spelled.
struct Shelf: FieldRecord {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    final class Fields: FieldTable {
        let name = Settable<String>("name", .notBlank)
        let note = Clearable<String>("note")
        let ownerID = Clearable<Int64>("owner_id", .id)
        let places = Settable<[Int64]>("places", .ids)
        let level = Settable<Int>("level", .within(1...4))
        let nickname = Clearable<String>("nickname", clearedBy: "", .notBlank)
        let kind = Initial<String>("kind")
        let secret = SendOnly<String>("secret")
        let seed = SendOnlyInitial<String>("seed")
        let isClosed = Later<Bool>("closed")
        let reason = SendOnlyLater<String>("reason")
        let keeper = SendOnly<Keeper>("keeper", as: Keeper.spelling, .known)
        let size = Settable<Int>("size", as: .sent(as: "size_in_mm", write: { JSONValue($0 * 10) }, read: Fields.size))
        let mystery = ReadOnly<JSONValue>("mystery")
        let createdAt = ReadOnly<Date>("created_at")
        let customFields = Settable<CustomFields>("custom_fields")

        static let table = Fields()
        static let required: [FieldRequirement] = ["name", .any("kind", "seed", "places")]

        private static func size(_ json: JSONValue) -> Int? { Int(json: json).map { $0 / 10 } }

        static func errors(in draft: Draft<Fields>) -> [FreshworksError.FieldError] {
            draft.level == 4 && draft.ownerID == nil ? [.refused("owner_id", "must be set with level 4")] : []
        }

        static func errors(in update: Update<Fields>) -> [FreshworksError.FieldError] {
            update.isClosed == true && update.reason == nil ? [.missing("reason")] : []
        }
    }
}

typealias ShelfDraft = Draft<Shelf.Fields>
typealias ShelfUpdate = Update<Shelf.Fields>

extension ShelfDraft {
    init(name: String, kind: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Shelf.Fields.draft(fill) {
            $0.name = name
            $0.kind = kind
        }
    }
}

/// One of two keys.
struct Keeper: Hashable, Sendable {
    let fields: JSONObject

    static func id(_ id: Int64) -> Keeper { Keeper(fields: ["keeper_id": id.jsonValue]) }
    static func named(_ name: String) -> Keeper { Keeper(fields: ["keeper_name": name.jsonValue, "keeper_new": true]) }

    static let spelling = FieldSpelling<Keeper>(
        "keeper_id", "keeper_name", "keeper_new", write: \.fields, read: Keeper.init)
}

extension FieldCheck<Keeper> {
    static var known: Self {
        Self(checking: { keeper, _ in
            try ArgumentCheck.id(keeper.fields["keeper_id"], "keeper_id")
            try ArgumentCheck.notBlank(keeper.fields["keeper_name"], "keeper_name")
        })
    }
}

/// A draft that holds others.
enum Room {
    final class Fields: OptionalFieldTable {
        let boxes = SendOnlyInitial<[BoxDraft]>("boxes", .each(.complete()))
        static let table = Fields()
    }
}

/// A draft that stands in another.
enum Box {
    final class Fields: OptionalFieldTable {
        let label = SendOnlyInitial<String>("label")
        let weight = SendOnlyInitial<Int>("weight", .within(1...50))
        static let table = Fields()

        static func errors(in draft: BoxDraft) -> [FreshworksError.FieldError] {
            draft.json.isEmpty ? [.missing("label")] : []
        }
    }
}

typealias RoomDraft = Draft<Room.Fields>
typealias BoxDraft = Draft<Box.Fields>

/// A record whose fields stand elsewhere than under their own key.
struct Plank: FieldRecord {
    let json: JSONObject
    init(json: JSONObject) { self.json = json }

    final class Fields: FieldTable {
        let wood = ReadOnly<String>("kindOfWood", or: "kind_of_wood")
        let height = ReadOnly<Int>("measures", reading: { $0["measures"]?["height"] })
        let owner = Initial<Int64>(
            "owner_id", as: .sent(as: "owner", write: { ["id": $0.jsonValue] }, read: { $0["id"] }),
            reading: { $0["owner_id"] ?? $0["owner"]?["id"] }, .id)
        static let table = Fields()
    }
}
