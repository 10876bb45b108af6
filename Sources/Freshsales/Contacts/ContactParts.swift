public import Foundation

/// One of a contact's e-mail addresses, as it is read, and to add, change or remove. Source: Freshworks CRM API,
/// contacts.
public struct ContactEmail: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an address.
    public init(json: JSONObject) { self.json = json }

    /// Makes an address to add, or to change when it has an id.
    public init(_ value: String, id: Int64? = nil, isPrimary: Bool? = nil, label: String? = nil) {
        var json: JSONObject = ["value": value.jsonValue]
        json["id"] = id?.jsonValue
        json["is_primary"] = isPrimary?.jsonValue
        json["label"] = label?.jsonValue
        self.json = json
    }

    /// Removes the address with an id, by `_destroy`.
    public static func removing(_ id: Int64) -> Self { Self(json: ["id": id.jsonValue, "_destroy": true]) }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json.only("id", "value", "is_primary", "label", "_destroy")) }

    /// The fields of ``ContactEmail``.
    public final class Fields: FieldTable {
        /// The id, by which to change or remove it.
        public let id = ReadOnly<Int64>("id")
        /// The address.
        public let value = ReadOnly<String>("value")
        /// Whether it is the one to write to.
        public let isPrimary = ReadOnly<Bool>("is_primary")
        /// What the address is for.
        public let label = ReadOnly<String>("label")
        /// Whether it is to be removed; `false` in answers.
        public let isRemoved = ReadOnly<Bool>("_destroy")

        /// The only instance.
        public static let table = Fields()
    }
}

/// One of a contact's further phone numbers, as it is read, and to add, change or remove. Source: Freshworks CRM API,
/// contacts.
public struct ContactPhoneNumber: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a number.
    public init(json: JSONObject) { self.json = json }

    /// Makes a number to add, or to change when it has an id.
    public init(_ value: String, id: Int64? = nil, label: String? = nil) {
        var json: JSONObject = ["value": value.jsonValue]
        json["id"] = id?.jsonValue
        json["label"] = label?.jsonValue
        self.json = json
    }

    /// Removes the number with an id, by `_destroy`.
    public static func removing(_ id: Int64) -> Self { Self(json: ["id": id.jsonValue, "_destroy": true]) }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json.only("id", "value", "label", "_destroy")) }

    /// The fields of ``ContactPhoneNumber``.
    public final class Fields: FieldTable {
        /// The id, by which to change or remove it.
        public let id = ReadOnly<Int64>("id")
        /// The number.
        public let value = ReadOnly<String>("value")
        /// What the number is for.
        public let label = ReadOnly<String>("label")
        /// Whether it is to be removed; `false` in answers.
        public let isRemoved = ReadOnly<Bool>("_destroy")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A company of a contact: a part of the sales account as it is read, and a company to tie a contact to.
/// Source: Freshworks CRM API, contacts.
public struct ContactSalesAccount: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject
    /// The id of the sales account.
    public let id: Int64

    /// Reads a company.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// Makes a company to tie a contact to; exactly one of them is primary.
    public init(_ id: Int64, isPrimary: Bool = false) {
        self.id = id
        json = ["id": id.jsonValue, "is_primary": isPrimary.jsonValue]
    }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json.only("id", "is_primary")) }

    /// The fields of ``ContactSalesAccount``.
    public final class Fields: FieldTable {
        /// Whether this is the contact's primary company.
        public let isPrimary = ReadOnly<Bool>("is_primary")
        /// Whether this is a part of the record only; get the sales account for the rest.
        public let isPartial = ReadOnly<Bool>("partial")
        /// The name.
        public let name = ReadOnly<String>("name")
        /// Where the logo is.
        public let avatar = ReadOnly<URL>("avatar")
        /// The website.
        public let website = ReadOnly<String>("website")
        /// What the open deals amount to.
        public let openDealsAmount = ReadOnly<Decimal>("open_deals_amount")
        /// How many deals are open.
        public let openDealsCount = ReadOnly<Int>("open_deals_count")
        /// What the won deals amount to.
        public let wonDealsAmount = ReadOnly<Decimal>("won_deals_amount")
        /// How many deals were won.
        public let wonDealsCount = ReadOnly<Int>("won_deals_count")
        /// When the company was last contacted.
        public let lastContacted = ReadOnly<Date>("last_contacted")
        /// The id of the record type. Newer accounts only.
        public let recordTypeID = ReadOnly<String>("record_type_id")

        /// The only instance.
        public static let table = Fields()
    }
}

extension FieldCheck<[ContactEmail]> {
    /// Refuses what cannot be an id or an address.
    static var addresses: Self { .each(.all(.member("id", { $0.id }, .id), .member("value", { $0.value }, .email))) }
}

extension FieldCheck<[ContactPhoneNumber]> {
    /// Refuses what cannot be an id, and blank numbers.
    static var numbers: Self { .each(.all(.member("id", { $0.id }, .id), .member("value", { $0.value }, .notBlank))) }
}

extension FieldCheck<[ContactSalesAccount]> {
    /// Refuses what the service does not tie a contact to.
    static var tied: Self {
        .all(
            .each(.member("id", { $0.id }, .id)),
            Self { companies in
                let isRight = companies.count <= 10 && companies.count { $0.isPrimary == true } == 1
                return companies.isEmpty || isRight ? nil : "must be 10 at most, exactly one of them primary"
            })
    }
}

extension JSONObject {
    /// The members with these keys, in their order: requests hold documented keys alone.
    fileprivate func only(_ keys: String...) -> JSONObject {
        JSONObject(filter { keys.contains($0.key) }.map { ($0.key, $0.value) })
    }
}

/// Whether a contact gets marketing mail. The service has further numbers that it does not document.
public struct SubscriptionStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a status, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Gets it.
    public static let subscribed = Self(rawValue: 1)
    /// Does not get it.
    public static let notSubscribed = Self(rawValue: 2)
}
