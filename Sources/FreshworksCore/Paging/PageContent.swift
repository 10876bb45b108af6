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
    private let idsByPlace: [JSONValue?]

    init(_ records: [JSONObject]) {
        idsByPlace = records.map(\.recordID)
        ids = idsByPlace.compactMap { $0 }
        hasIDs = ids.count == records.count
        digest = records.isEmpty ? nil : hasIDs ? ids.hashValue : records.hashValue
    }

    /// The places of the records that the page before did not have; `nil` if it had none of them, as is the rule.
    func newPlaces(after previousIDs: [JSONValue]) -> [Int]? {
        let previous = Set(previousIDs)
        guard ids.contains(where: previous.contains) else { return nil }
        return idsByPlace.indices.filter { place in
            idsByPlace[place].map { !previous.contains($0) } ?? true
        }
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
