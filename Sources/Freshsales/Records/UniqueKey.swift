/// What tells an upsert whether the record exists. Source: Freshworks CRM API, upsert.
public struct UniqueKey<Record>: FieldRequest {
    /// The name of the key and its value.
    public let json: JSONObject
    /// What is wrong with the key. The call refuses it, and names its operation.
    public let fieldErrors: [FreshworksError.FieldError]

    private init(_ name: String, _ value: JSONValue, _ check: () throws -> Void) {
        json = [name: value]
        do {
            try check()
            fieldErrors = []
        } catch {
            fieldErrors = (error as? FreshworksError)?.fieldErrors ?? []
        }
    }

    private init(_ name: String, text: String) {
        self.init(name, text.jsonValue) { try ArgumentCheck.notBlank(text, name) }
    }

    /// The service's own id.
    public static func id(_ id: Int64) -> Self { Self("id", id.jsonValue) { try ArgumentCheck.id(id, "id") } }

    /// A custom field that the account has declared unique, by its API name, such as `cf_customer_number`.
    public static func customField(_ name: String, _ value: some JSONWritable) -> Self {
        let value = value.customFieldValue
        return Self(name, value) {
            try ArgumentCheck.notBlank(name, "unique_identifier")
            try ArgumentCheck.notBlank(value.stringValue, name)
            if value.isNull { throw ArgumentCheck.refusal(name, "must not be null") }
        }
    }
}

extension UniqueKey where Record == Contact {
    /// Any of the contact's e-mail addresses.
    public static func email(_ address: String) -> Self {
        Self("emails", address.jsonValue) { try ArgumentCheck.email(address, "emails") }
    }
    /// The mobile number, as it is stored.
    public static func mobileNumber(_ number: String) -> Self { Self("mobile_number", text: number) }
    /// Your own key of the contact.
    public static func externalID(_ id: String) -> Self { Self("external_id", text: id) }
}

extension UniqueKey where Record == SalesAccount {
    /// The name of the company.
    public static func name(_ name: String) -> Self { Self("name", text: name) }
}

extension UniqueKey where Record == Deal {
    /// The name of the deal.
    public static func name(_ name: String) -> Self { Self("name", text: name) }
}
