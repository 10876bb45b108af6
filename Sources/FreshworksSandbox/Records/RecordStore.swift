import FreshworksCore

/// Records in the order they were made, found by id.
struct RecordStore<ID: Hashable & Sendable, Record: Sendable>: Sendable {
    private(set) var all: [Record] = []
    private(set) var ids: [ID] = []
    private var places: [ID: Int] = [:]

    subscript(id: ID) -> Record? {
        get { places[id].map { all[$0] } }
        set {
            switch (places[id], newValue) {
            case (let place?, let record?): all[place] = record
            case (let place?, nil):
                all.remove(at: place)
                ids.remove(at: place)
                places[id] = nil
                for later in place..<ids.count { places[ids[later]] = later }
            case (nil, let record?):
                places[id] = all.count
                ids.append(id)
                all.append(record)
            case (nil, nil): break
            }
        }
    }
}
