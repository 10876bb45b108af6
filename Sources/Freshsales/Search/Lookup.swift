/// A field that ``RecordEndpoints/lookup(_:_:include:options:)`` finds records by. Source: Freshworks CRM API, search, lookup.
public struct LookupField: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a field, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An e-mail address.
    public static let email = Self(rawValue: "email")
    /// The name.
    public static let name = Self(rawValue: "name")
    /// The mobile number. Some accounts find nothing by it; a search by ``SearchQuery`` does.
    public static let mobileNumber = Self(rawValue: "mobile_number")
    /// A field that the account has defined, by its API name, such as `cf_region`: a text, a number, or a choice.
    public static func customField(_ name: String) -> Self { Self(rawValue: name) }
}

/// What ``FreshsalesClient/lookup(_:_:in:options:)`` found of each kind of record; empty where it did not look.
public struct LookupResult: Sendable {
    /// The contacts.
    public let contacts: [Contact]
    /// The sales accounts.
    public let salesAccounts: [SalesAccount]
    /// The deals.
    public let deals: [Deal]
    /// The leads, of classic accounts only.
    public let leads: [Lead]
    /// The answer as it was read, also with kinds of records that have no property here.
    public let json: JSONValue

    init(_ answer: JSONValue) throws {
        contacts = try answer.lookedUp(Contact.self) ?? []
        salesAccounts = try answer.lookedUp(SalesAccount.self) ?? []
        deals = try answer.lookedUp(Deal.self) ?? []
        leads = try answer.lookedUp(Lead.self) ?? []
        json = answer
    }
}

extension RecordEndpoints {
    /// The records one of whose fields has exactly this value: whole records, about ten at the most.
    /// `GET /lookup?q=&f=&entities=contact`
    /// - Parameters:
    ///   - field: Which field.
    ///   - value: Its value.
    ///   - include: What to send along.
    public func lookup(
        _ field: LookupField, _ value: String, include: Set<Include<Record>> = [], options: CallOptions = CallOptions()
    ) async throws -> [Record] {
        let query = QueryItems.lookup(field, value, [SearchEntity(rawValue: "\(Record.record)")])
        return try await api.send(
            Endpoint(name("lookup"), .get, "lookup", query: query.adding(.joined("include", include))) { response in
                guard let found = try response.json().lookedUp(Record.self) else {
                    throw FreshworksError(.unreadableResponse, "\(Record.records) is missing or not an array")
                }
                return found
            }, options)
    }
}

extension FreshsalesClient {
    /// The records of several kinds one of whose fields has exactly this value. `GET /lookup?q=&f=&entities=`
    /// - Parameters:
    ///   - field: Which field; each kind of record must have it.
    ///   - value: Its value.
    ///   - entities: The kinds of records, one at least.
    public func lookup(
        _ field: LookupField, _ value: String, in entities: Set<SearchEntity>, options: CallOptions = CallOptions()
    ) async throws -> LookupResult {
        try await api.send(
            Endpoint("lookup", .get, "lookup", query: .lookup(field, value, entities)) { response in
                try LookupResult(try response.json())
            }, options)
    }
}

extension QueryItems {
    fileprivate static func lookup(_ field: LookupField, _ value: String, _ entities: Set<SearchEntity>) -> QueryItems {
        var query = QueryItems()
        query.append("q", value, .notBlank)
        query.append("f", field.rawValue, .notBlank)
        query.append("entities", entities.map(\.rawValue).sorted().joined(separator: ","), .notBlank)
        return query
    }

    fileprivate func adding(_ other: QueryItems) -> QueryItems {
        var query = self
        query.append(contentsOf: other)
        return query
    }
}

extension JSONValue {
    /// The records of one kind in the answer of a lookup, `{"contacts": {"contacts": […]}}`; `nil` where there is no such key.
    fileprivate func lookedUp<Record: SalesRecord>(_ type: Record.Type) throws -> [Record]? {
        let root = "\(Record.records)"
        guard let outer = self[root], !outer.isNull else { return nil }
        // The inner list was always there; a plain list would mean the same.
        let answer = outer.arrayValue == nil ? outer : self
        let sideloads = Sideloads(of: answer, besides: root)
        return try answer.records(Record.self, at: [root]).map { $0.beside(sideloads) }
    }
}
