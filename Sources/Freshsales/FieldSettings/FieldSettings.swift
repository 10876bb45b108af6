/// The fields that one kind of record has in an account.
public struct FieldSettings: Sendable, Hashable {
    /// The fields, those of the account's own among them.
    public let fields: [SalesField]
    /// The groups that they stand in.
    public let groups: [FieldGroup]

    /// The fields that the account has made.
    public var customFields: [SalesField] { fields.filter { $0.isDefault == false } }

    /// The field of a name, such as `cf_region`.
    public subscript(name: String) -> SalesField? { fields.first { $0.name == name } }
}

/// A kind of record that has fields to ask for.
public struct FieldModule: Sendable {
    let path: StaticString

    /// Contacts.
    public static let contacts = Self(path: "contacts")
    /// Sales accounts.
    public static let salesAccounts = Self(path: "sales_accounts")
    /// Deals.
    public static let deals = Self(path: "deals")
    /// Leads. Classic accounts only: those at `freshsales.io`.
    public static let leads = Self(path: "leads")
    /// Sales activities.
    public static let salesActivities = Self(path: "sales_activities")
}

/// A form of the web app, with the fields that it asks for. Source: Freshworks CRM API, custom modules.
public struct SalesForm: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a form.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``SalesForm``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The groups of fields, each with the fields in it.
        public let fields = ReadOnly<[SalesField]>("fields")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A kind of record as the account has set it up. Source: Freshworks CRM API, custom modules.
public struct ModuleCustomization: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads it.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``ModuleCustomization``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name in the API; that of a custom module starts with `cm_`.
        public let entityName = ReadOnly<String>("entity_name")
        /// Whether the account has made it.
        public let isCustom = ReadOnly<Bool>("custom")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The fields, forms and kinds of records that an account has. Source: Freshworks CRM API, settings.
public struct FieldSettingEndpoints: Sendable {
    let api: APIClient

    /// The fields of one kind of record, with the groups that they stand in. `GET /settings/contacts/fields`
    /// - Throws: ``FreshworksError/Code/notFound`` for leads where the account has none.
    public func fields(of module: FieldModule, options: CallOptions = CallOptions()) async throws -> FieldSettings {
        try await api.send(
            Endpoint<FieldSettings>(
                "settings.fields", .get, "settings/\(module.path)/fields", query: ["include": "field_group"]
            ) { response in
                let answer = try response.json()
                return FieldSettings(
                    fields: try answer.records(at: ["fields"]),
                    groups: answer["field_groups"]?.arrayValue == nil ? [] : try answer.records(at: ["field_groups"]))
            }, options)
    }

    /// The forms of one kind of record, such as `contacts` or a custom module `cm_orders`. `GET /settings/{entity}/forms`
    public func forms(of module: String, options: CallOptions = CallOptions()) async throws -> [SalesForm] {
        try await api.send(Endpoint("settings.forms", .get, "settings/\(module)/forms", at: "forms"), options)
    }

    /// The kinds of records, custom modules among them. `GET /settings/module_customizations`
    public func modules(options: CallOptions = CallOptions()) async throws -> [ModuleCustomization] {
        try await api.send(
            Endpoint("settings.modules", .get, "settings/module_customizations", at: "module_customizations"), options)
    }
}

extension FreshsalesClient {
    /// The fields, forms and kinds of records of the account.
    public var fieldSettings: FieldSettingEndpoints { FieldSettingEndpoints(api: api) }
}
