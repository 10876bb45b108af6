public import Foundation

/// A kind of record that a search goes over, as the service spells it. Source: Freshworks CRM API, search.
public struct SearchEntity: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a kind of record, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Contacts.
    public static let contact = Self(rawValue: "contact")
    /// Sales accounts.
    public static let salesAccount = Self(rawValue: "sales_account")
    /// Deals.
    public static let deal = Self(rawValue: "deal")
    /// Users of the account.
    public static let user = Self(rawValue: "user")
    /// Leads, of classic accounts only.
    public static let lead = Self(rawValue: "lead")
}

/// What a search over several kinds of records found: enough to show it, and the id to get the rest by.
/// Source: Freshworks CRM API, search.
public struct SearchHit: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The record's id, which the service spells as a text here.
    public let id: Int64

    /// Reads a hit.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SearchHit``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The kind of record.
        public let type = ReadOnly<SearchEntity>("type")
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The e-mail address.
        public let email = ReadOnly<String>("email")
        /// Where the picture is.
        public let avatar = ReadOnly<URL>("avatar")
        /// The name of the company.
        public let companyName = ReadOnly<String>("company_name")
        /// The name of the stage.
        public let stageName = ReadOnly<String>("stage_name")
        /// Who owns the record.
        public let owner = ReadOnly<SearchHitOwner>("owner")
        /// The id of the person across the products of the suite; beyond what a `Double` can hold.
        public let mcrID = ReadOnly<Int64>("mcr_id")
        /// The id of the record type, which is a text in the records themselves.
        public let recordTypeID = ReadOnly<Int64>("record_type_id")
        /// When the record was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The user who owns what a search found.
public struct SearchHitOwner: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The user's id.
    public let id: Int64

    /// Reads an owner.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SearchHitOwner``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")

        /// The only instance.
        public static let table = Fields()
    }
}

extension FreshsalesClient {
    /// Whatever has these words in it, the closest first: a search as people do it, and not an exact one.
    /// `GET /search?q=&include=`
    ///
    /// New records can lag the index of the service. It serves one page; ``RecordEndpoints/search(_:order:include:detail:pageSize:from:options:)``
    /// and ``RecordEndpoints/lookup(_:_:include:options:)`` are exact.
    /// - Parameters:
    ///   - words: What to look for.
    ///   - entities: The kinds of records to look among, one at least.
    ///   - limit: 1 to 100 hits.
    public func search(
        _ words: String, in entities: Set<SearchEntity> = [.contact, .salesAccount, .deal, .user], limit: Int = 100,
        options: CallOptions = CallOptions()
    ) async throws -> [SearchHit] {
        var query = QueryItems()
        query.append("q", words, .notBlank)
        query.append("include", entities.map(\.rawValue).sorted().joined(separator: ","), .notBlank)
        query.append("per_page", limit, .within(1...100))
        return try await api.send(Endpoint("search", .get, "search", query: query), options)
    }
}
