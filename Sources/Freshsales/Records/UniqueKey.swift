/// What tells an upsert whether the record exists. Source: Freshworks CRM API, upsert.
public struct UniqueKey<Record>: Encodable, Sendable, Hashable {
    let attribute: String
    let value: JSONValue

    /// A custom field that the account has declared unique, by its API name, such as `cf_customer_number`.
    public static func customField(_ name: String, _ value: JSONValue) -> Self {
        Self(attribute: name, value: value)
    }

    /// The service's own id.
    public static func id(_ id: Int64) -> Self { Self(attribute: "id", value: .number(JSONNumber(id))) }

    func check() throws {
        try ArgumentCheck.notBlank(attribute, "unique_identifier")
        try ArgumentCheck.notBlank(value.stringValue, attribute)
        if value.isNull { throw ArgumentCheck.refusal(attribute, "must not be null") }
        if attribute == "id" { try ArgumentCheck.id(value.int64Value, attribute) }
        if attribute == "emails" { try ArgumentCheck.email(value.stringValue, attribute) }
    }

    /// Writes an object of one key.
    public func encode(to encoder: any Encoder) throws { try [attribute: value].encode(to: encoder) }
}

extension UniqueKey where Record == Contact {
    /// Any of the contact's e-mail addresses.
    public static func email(_ address: String) -> Self { Self(attribute: "emails", value: .string(address)) }
    /// The mobile number, as it is stored.
    public static func mobileNumber(_ number: String) -> Self {
        Self(attribute: "mobile_number", value: .string(number))
    }
    /// Your own key of the contact.
    public static func externalID(_ id: String) -> Self { Self(attribute: "external_id", value: .string(id)) }
}

extension UniqueKey where Record == SalesAccount {
    /// The name of the company.
    public static func name(_ name: String) -> Self { Self(attribute: "name", value: .string(name)) }
}

extension UniqueKey where Record == Deal {
    /// The name of the deal.
    public static func name(_ name: String) -> Self { Self(attribute: "name", value: .string(name)) }
}
