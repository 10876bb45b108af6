import Foundation
import FreshworksCore

/// A stored filter. Its id is what `{module}/view/{id}` takes; ids differ from account to account.
struct FreshsalesView: Sendable {
    let id: Int64
    let name: String
    let shows: @Sendable (_ record: JSONObject, _ service: FreshsalesService, _ now: Date) -> Bool

    private static let bin = "Recycle Bin"

    private init(
        _ id: Int64, _ name: String,
        where fits: @escaping @Sendable (JSONObject, FreshsalesService, Date) -> Bool = { _, _, _ in true }
    ) {
        self.id = id
        self.name = name
        shows = { record, service, now in
            (record["is_deleted"] == true) == (name == Self.bin) && fits(record, service, now)
        }
    }

    static let contacts = [
        FreshsalesView(70_000_000_101, "All Contacts"),
        FreshsalesView(70_000_000_102, "My Contacts", where: isMine),
        FreshsalesView(70_000_000_103, "New Contacts") { contact, _, now in
            // The account's zone never changes, so that times compare as texts.
            let week = JSONValue.zoned(now.addingTimeInterval(-7 * 86_400))
            return (contact["created_at"]?.stringValue ?? "") >= (week.stringValue ?? "")
        },
        FreshsalesView(70_000_000_104, bin),
    ]

    static let accounts = [FreshsalesView(70_000_000_111, "All Accounts"), FreshsalesView(70_000_000_112, bin)]

    static let deals = [
        FreshsalesView(70_000_000_121, "Open Deals") { deal, _, _ in FreshsalesService.isIn("Open", deal) },
        FreshsalesView(70_000_000_122, "Won Deals") { deal, _, _ in FreshsalesService.isIn("Closed Won", deal) },
        FreshsalesView(70_000_000_123, "Lost Deals") { deal, _, _ in FreshsalesService.isIn("Closed Lost", deal) },
        FreshsalesView(70_000_000_124, "My Deals", where: isMine), FreshsalesView(70_000_000_125, bin),
    ]

    static let leads = [FreshsalesView(70_000_000_131, "All Leads"), FreshsalesView(70_000_000_132, bin)]

    private static let isMine: @Sendable (JSONObject, FreshsalesService, Date) -> Bool = { record, service, _ in
        record["owner_id"] == service.me["id"]
    }

    func json(_ className: String, me: JSONObject) -> JSONValue {
        [
            "id": .int(id), "name": .string(name), "model_class_name": .string(className),
            "user_id": me["id"] ?? .null, "is_default": true, "is_public": true,
            "updated_at": "2025-01-01T13:30:00+05:30", "user_name": "System",
            "current_user_permissions": name == Self.bin ? ["view"] : ["all"],
        ]
    }
}
