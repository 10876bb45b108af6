import FreshworksCore

/// The three kinds of records that share paths, views and rules.
enum FreshsalesModule: CaseIterable, Sendable {
    case contacts, accounts, deals

    /// The name in paths, and of lists.
    var path: String {
        switch self {
        case .contacts: "contacts"
        case .accounts: "sales_accounts"
        case .deals: "deals"
        }
    }

    /// The key that wraps a single record.
    var root: String {
        switch self {
        case .contacts: "contact"
        case .accounts: "sales_account"
        case .deals: "deal"
        }
    }

    var className: String {
        switch self {
        case .contacts: "Contact"
        case .accounts: "SalesAccount"
        case .deals: "Deal"
        }
    }

    /// What `null` and the empty values of a new record look like, in the order of the answers.
    var blank: JSONObject {
        switch self {
        case .contacts: FreshsalesContact.blank
        case .accounts: FreshsalesSalesAccount.blank
        case .deals: FreshsalesDeal.blank
        }
    }

    /// What may be written; all other keys are ignored.
    var attributes: [String: JSONShape] {
        switch self {
        case .contacts: FreshsalesContact.attributes
        case .accounts: FreshsalesSalesAccount.attributes
        case .deals: FreshsalesDeal.attributes
        }
    }

    /// What rows of a view leave out unless it is included.
    var hiddenInRows: [String] {
        switch self {
        case .contacts: FreshsalesContact.associations + ["list_ids", "has_duplicates", "has_connections"]
        case .accounts: []
        case .deals: FreshsalesDeal.associations
        }
    }

    /// What any answer leaves out unless it is included.
    var hiddenUnlessIncluded: [String] {
        switch self {
        case .contacts: ["sales_accounts", "creater_id", "updater_id"]
        case .accounts: ["creater_id", "updater_id"]
        case .deals: ["contact_ids", "updater_id"]
        }
    }

    /// What an upsert may find a record by, besides custom fields; the value is the attribute it means.
    var identifiers: [String: String] {
        switch self {
        case .contacts:
            [
                "emails": "email", "email": "email", "mobile_number": "mobile_number",
                "external_id": "external_id", "id": "id",
            ]
        case .accounts, .deals: ["name": "name", "id": "id"]
        }
    }

    var views: [FreshsalesView] { FreshsalesView.stock(self) }
}
