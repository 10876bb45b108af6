/// A record that related records may come beside: a contact, a sales account or a deal, which are listed by saved views and
/// found by unique keys, a task, an appointment and others.
public protocol SalesRecord: FieldRecord {
    /// The service's word for one record.
    static var record: StaticString { get }
    /// The service's word for several.
    static var records: StaticString { get }
    /// What came in the same answer because the call included it.
    var sideloads: Sideloads { get set }
    /// What a 404 means that means more here than elsewhere.
    static var absence: String? { get }
    /// The fields that the service writes only where the call includes them, by the same words: calls that write one do so.
    static var includedToWrite: Set<Include<Self>> { get }
}

extension SalesRecord {
    /// Nothing special.
    public static var absence: String? { nil }
    /// None.
    public static var includedToWrite: Set<Include<Self>> { [] }
}

// Without the parameter for the type, the compiler cannot tell which of the two functions for one record is the better fit.
extension SalesRecord {
    /// The record whose id stands under a key; `nil` when it did not come along.
    func related<R: Resource>(_ key: String, in roots: String..., as type: R.Type = R.self) -> R? {
        object(key, roots).flatMap { try? R(json: $0) }
    }

    /// The record whose id stands under a key, with what came in the same answer beside it too.
    func related<R: SalesRecord>(_ key: String, in roots: String..., as type: R.Type = R.self) -> R? {
        object(key, roots).flatMap(record)
    }

    /// The records whose ids stand under a key; `nil` when they did not come along.
    func related<R: SalesRecord>(all key: String, in roots: String...) -> [R]? { related(all: key, in: roots) }

    /// The records whose ids stand under a key; `nil` when one of them did not come along, because a shorter list would
    /// pass for the whole.
    func related<R: SalesRecord>(all key: String, in roots: [String]) -> [R]? {
        guard let ids = json[key]?.arrayValue else { return nil }
        return all(ids.map { sideloads.object($0, in: roots) })
    }

    /// The records under some root keys that are found by themselves; `nil` when none came along, or one of them cannot
    /// be read.
    func related<R: SalesRecord>(in roots: [String], where isRelated: (JSONObject) -> Bool) -> [R]? {
        let rows = roots.flatMap { sideloads[$0] }.filter(isRelated)
        return rows.isEmpty ? nil : all(rows)
    }

    private func all<R: SalesRecord>(_ rows: [JSONObject?]) -> [R]? {
        let records: [R] = rows.compactMap { $0.flatMap(record) }
        return records.count == rows.count ? records : nil
    }

    private func object(_ key: String, _ roots: [String]) -> JSONObject? {
        json[key].flatMap { sideloads.object($0, in: roots) }
    }

    private func record<R: SalesRecord>(_ object: JSONObject) -> R? {
        try? R(json: object).beside(sideloads)
    }

    func beside(_ sideloads: Sideloads) -> Self {
        var copy = self
        copy.sideloads = sideloads
        return copy
    }
}

extension Endpoint {
    /// The same call, which says what it means that there is no such record.
    func advising<R: SalesRecord>(absenceOf record: R.Type) -> Endpoint {
        record.absence.map { advising(.notFound, $0) } ?? self
    }
}

extension Endpoint where Response: SalesRecord {
    /// Describes a call that answers with one record under a root key, and related ones beside it.
    init(
        _ operation: String, _ method: TransportRequest.Method, _ path: PathTemplate,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        safeToRepeat: Bool? = nil, root: String
    ) {
        self.init(operation, method, path, query: try query(), body: try body(), safeToRepeat: safeToRepeat) {
            let answer = try $0.json()
            return try answer.record(Response.self, at: [root]).beside(Sideloads(of: answer, besides: root))
        }
        self = advising(absenceOf: Response.self)
    }
}

extension ListEndpoint where Element: SalesRecord {
    /// Describes a list of records under a root key, with related ones beside it.
    init(
        _ operation: String, _ path: PathTemplate, _ method: TransportRequest.Method = .get,
        query: @autoclosure () throws -> QueryItems, body: @autoclosure () throws -> RequestBody = .none, root: String
    ) {
        self.init(
            operation, path, method: method, query: try query(), body: try body(), paging: .totalPages
        ) { answer in
            let sideloads = Sideloads(of: answer, besides: root)
            return try answer.records(Element.self, at: [root]).map { $0.beside(sideloads) }
        }
        self = deliveringOnce()
    }
}
