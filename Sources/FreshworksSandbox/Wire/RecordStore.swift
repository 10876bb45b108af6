/// Records in the order they were made, found by id.
struct RecordStore<ID: Hashable & Sendable, Record: Sendable>: Sendable {
    private var order: [ID] = []
    private var records: [ID: Record] = [:]

    init(_ records: [(ID, Record)] = []) {
        for (id, record) in records { self[id] = record }
    }

    var all: [Record] { order.compactMap { records[$0] } }

    subscript(id: ID) -> Record? {
        get { records[id] }
        set {
            if newValue == nil {
                order.removeAll { $0 == id }
            } else if records[id] == nil {
                order.append(id)
            }
            records[id] = newValue
        }
    }
}
