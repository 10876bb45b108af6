import Foundation

extension ListEndpoint where Element: SalesRecord {
    /// Describes a list of records under a root key, with related ones beside it, that goes on in a way of its own.
    init(
        _ operation: String, _ path: PathTemplate, query: @autoclosure () throws -> QueryItems = [:], root: String,
        paging: PageStyle
    ) {
        self.init(operation, path, query: try query(), paging: paging) { answer in
            let sideloads = Sideloads(of: answer, besides: root)
            return try answer.records(Element.self, at: [root]).map { $0.beside(sideloads) }
        }
        self = deliveringOnce()
    }
}

extension SalesRecord {
    /// The rows whose ids stand under a key; `nil` when one of them did not come along, because a shorter list would pass
    /// for the whole.
    func rows<R: Resource>(_ key: String, in root: String, as type: R.Type = R.self) -> [R]? {
        guard let ids = json[key]?.arrayValue else { return nil }
        let rows = ids.compactMap { sideloads.object($0, in: [root]) }.compactMap { try? R(json: $0) }
        return rows.count == ids.count ? rows : nil
    }
}

extension FieldTable {
    /// What is wrong with a time of ending that lies before the beginning.
    static func order(
        _ start: JSONValue?, _ end: JSONValue?, _ endKey: String
    ) -> [FreshworksError.FieldError] {
        guard let start = start.flatMap(Date.init(json:)), let end = end.flatMap(Date.init(json:)), end < start else {
            return []
        }
        return [.refused(endKey, "must not be before the beginning")]
    }
}
