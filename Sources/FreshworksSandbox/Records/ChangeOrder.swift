import FreshworksCore

/// The records of a kind in the order of their changes; equal times follow the ids. Kept up with each change, so that a page of a
/// hundred thousand records needs no sorting.
struct ChangeOrder<ID: Hashable & Sendable>: Sendable {
    private struct Place: Sendable {
        let time: String
        let number: Int64
        let id: ID

        static func < (left: Place, right: Place) -> Bool {
            left.time == right.time ? left.number < right.number : left.time < right.time
        }
    }

    private let key: String
    private var places: [Place]

    /// - Parameter key: What holds the time of a record's last change.
    init(of store: RecordStore<ID, JSONObject>, ids: [ID], by key: String) {
        self.key = key
        places = zip(ids, store.all).map { Self.place(of: $1, $0, key) }.sorted { $0 < $1 }
    }

    private static func place(of record: JSONObject, _ id: ID, _ key: String) -> Place {
        Place(time: record[key]?.stringValue ?? "", number: record["id"]?.int64Value ?? 0, id: id)
    }

    mutating func insert(_ record: JSONObject, _ id: ID) {
        let place = Self.place(of: record, id, key)
        places.insert(place, at: index(of: place))
    }

    mutating func remove(_ record: JSONObject, _ id: ID) {
        let index = index(of: Self.place(of: record, id, key))
        if index < places.count, places[index].id == id { places.remove(at: index) }
    }

    /// The ids of the records that were changed at a time or later, in their order or the other way round.
    func ids(since time: String, isAscending: Bool) -> AnySequence<ID> {
        let found = places[index(of: time)...].lazy
        return isAscending ? AnySequence(found.map(\.id)) : AnySequence(found.reversed().lazy.map(\.id))
    }

    private func index(of time: String) -> Int { firstIndex { $0.time >= time } }

    private func index(of place: Place) -> Int { firstIndex { !($0 < place) } }

    private func firstIndex(where isBehind: (Place) -> Bool) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(places[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
