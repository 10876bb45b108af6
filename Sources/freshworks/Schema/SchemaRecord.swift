import Freshchat
import Freshdesk
import Freshsales
import FreshworksCore

/// A kind of record whose fields an account defines.
struct SchemaRecord: Sendable {
    let product: ProductClient
    /// The word on the command line.
    let name: String
    /// Where the definitions are.
    let path: String
    /// The type of the product's module that has the fields; `nil` where none has.
    let type: String?
    /// Its property that holds them, which drafts and updates have too.
    let property: String

    static let all: [SchemaRecord] = [
        SchemaRecord(.freshdesk, "tickets", "ticket_fields", "Ticket"),
        SchemaRecord(.freshdesk, "contacts", "contact_fields", "Contact"),
        SchemaRecord(.freshdesk, "companies", "company_fields", "Company"),
        SchemaRecord(.freshchat, "conversations", "conversations/fields", "Conversation", "properties"),
        SchemaRecord(.freshsales, "contacts", "settings/contacts/fields", "Contact"),
        SchemaRecord(.freshsales, "sales_accounts", "settings/sales_accounts/fields", "SalesAccount"),
        SchemaRecord(.freshsales, "deals", "settings/deals/fields", "Deal"),
        SchemaRecord(.freshsales, "sales_activities", "settings/sales_activities/fields", nil),
        SchemaRecord(.freshsales, "leads", "settings/leads/fields", "Lead"),
    ]

    private init(
        _ product: ProductClient, _ name: String, _ path: String, _ type: String?,
        _ property: String = "customFields"
    ) {
        (self.product, self.name, self.path, self.type) = (product, name, path, type)
        self.property = property
    }

    /// The record of a product that a word names.
    static func named(_ name: String, of product: ProductClient) throws -> SchemaRecord {
        let records = all.filter { $0.product == product }
        guard let record = records.first(where: { $0.name == name }) else {
            throw Misuse("the records of \(product.rawValue) are \(records.map(\.name).joined(separator: ", "))")
        }
        return record
    }

    /// Asks the account for the fields.
    func fields(_ api: APIClient) async throws -> [SchemaField] {
        let path = PathTemplate(written: self.path)
        if product == .freshdesk { return try await definitions(FreshdeskClient(api: api)).flatMap(SchemaField.all) }
        return try await api.send(
            Endpoint<[SchemaField]>("schema", .get, path) { response in
                let answer = try response.json()
                guard let rows = answer.arrayValue ?? answer["fields"]?.arrayValue else {
                    throw FreshworksError(.unreadableResponse, "the answer shows no fields")
                }
                return rows.compactMap(SchemaField.init)
            })
    }

    private func definitions(_ freshdesk: FreshdeskClient) async throws -> [FieldDefinition] {
        switch name {
        case "contacts": try await freshdesk.contacts.fieldDefinitions().all
        case "companies": try await freshdesk.companies.fieldDefinitions().all
        default: try await freshdesk.tickets.fieldDefinitions().all
        }
    }
}
