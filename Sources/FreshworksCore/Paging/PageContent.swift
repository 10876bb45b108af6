/// The records of one page, as far as they tell it and its records from others.
///
/// Of objects and not of their types: this is done for each record of a list, and unspecialized code for any type of record costs
/// several times as much.
struct PageContent {
    /// The id of each record that has one.
    let ids: [JSONValue]
    /// By which the page is recognized when it comes again; `nil` for an empty page, which resembles all others.
    let digest: Int?
    /// Whether all its records have ids, so that one that came before is known for certain.
    let hasIDs: Bool
    private let records: [JSONObject]

    init(_ records: [JSONObject]) {
        self.records = records
        ids = records.compactMap { $0.recordID }
        hasIDs = ids.count == records.count
        digest = records.isEmpty ? nil : hasIDs ? ids.hashValue : records.hashValue
    }

    /// The places of the records that the page before did not have; `nil` if it had none of them, as is the rule.
    func newPlaces(after previousIDs: [JSONValue]) -> [Int]? {
        // Most lists go up or down by their ids, and a look at the ends of both pages is enough.
        if let span = Self.span(of: ids), let before = Self.span(of: previousIDs), !span.overlaps(before) { return nil }
        let previous = Set(previousIDs)
        guard ids.contains(where: previous.contains) else { return nil }
        return records.indices.filter { records[$0].recordID.map { !previous.contains($0) } ?? true }
    }

    /// The least and the greatest of ids that are integers; `nil` where others are among them.
    private static func span(of ids: [JSONValue]) -> ClosedRange<Int64>? {
        guard var (least, greatest) = ids.first.flatMap(\.int64Value).map({ ($0, $0) }) else { return nil }
        for id in ids {
            guard let id = id.int64Value else { return nil }
            (least, greatest) = (min(least, id), max(greatest, id))
        }
        return least...greatest
    }
}

extension JSONObject {
    /// What tells a record from all others: not a `null`, which a list may have in each row.
    var recordID: JSONValue? {
        switch self["id"] {
        case .string(let text)?: .string(text)
        case .number(let number)?: .number(number)
        default: nil
        }
    }
}
