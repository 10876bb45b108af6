import Foundation
import FreshworksCore

/// Contacts, kept as the JSON of a single view.
enum FreshsalesContact {
    static let associations = [
        "owner_id", "territory_id", "lead_source_id", "campaign_id", "contact_status_id", "lifecycle_stage_id",
        "sales_account_id",
    ]

    private static let texts = [
        "first_name", "last_name", "job_title", "address", "city", "state", "zipcode", "country", "work_email",
        "work_number", "mobile_number", "external_id", "time_zone", "facebook", "twitter", "linkedin", "medium",
        "keyword", "subscription_types", "unsubscription_reason", "other_unsubscription_reason",
    ]

    static let attributes: [String: JSONShape] = FreshsalesShape.table(
        texts: texts,
        ids: associations.filter { $0 != "sales_account_id" },
        others: [
            "email": FreshsalesShape.orNull(.email), "emails": emails,
            "subscription_status": FreshsalesShape.orNull(.integer),
            "whatsapp_subscription_status": FreshsalesShape.orNull(.integer),
            "sms_subscription_status": FreshsalesShape.orNull(.integer),
            "phone_numbers": FreshsalesEntries.shape(of: .filledText), "sales_accounts": salesAccounts,
        ])

    /// One address, or a list of addresses of which the primary one counts as `email`.
    private static let emails = JSONShape { value in
        JSONShape.email.accepts(value)
            || FreshsalesEntries.shape(of: .email).accepts(value)
                && (value.arrayValue ?? []).count { $0["is_primary"] == true } <= 1
    }

    /// At most ten, exactly one of them primary.
    private static let salesAccounts = JSONShape { value in
        guard let links = value.arrayValue, links.allSatisfy({ $0["id"]?.int64Value != nil }) else { return false }
        return links.isEmpty || (links.count <= 10 && links.count { $0["is_primary"] == true } == 1)
    }

    static let blank: JSONObject = JSONObject(
        [
            "id", "first_name", "last_name", "display_name", "avatar", "job_title", "city", "state", "zipcode",
            "country", "email",
        ].nulls + [("emails", [])]
            + ["time_zone", "work_number", "mobile_number", "address", "last_seen"].nulls
            + [
                ("lead_score", 0), ("last_contacted", .null), ("open_deals_amount", "0.0"),
                ("won_deals_amount", "0.0"), ("links", [:]), ("last_contacted_sales_activity_mode", .null),
                ("custom_field", [:]),
            ]
            + [
                "created_at", "updated_at", "keyword", "medium", "last_contacted_mode", "recent_note",
            ].nulls
            + [("won_deals_count", 0)]
            + [
                "last_contacted_via_sales_activity", "completed_sales_sequences", "active_sales_sequences",
                "web_form_ids",
            ].nulls
            + [("open_deals_count", 0), ("last_assigned_at", .null), ("tags", [])]
            + ["facebook", "twitter", "linkedin"].nulls
            + [("is_deleted", false)]
            + ["team_user_ids", "external_id", "work_email"].nulls
            + [("subscription_status", 1), ("subscription_types", "1;2;3")]
            + ["unsubscription_reason", "other_unsubscription_reason"].nulls
            + [
                ("customer_fit", 2), ("record_type_id", "71000000001"), ("whatsapp_subscription_status", 2),
                ("sms_subscription_status", 2),
            ]
            + ["last_seen_chat", "first_seen_chat", "locale", "total_sessions"].nulls
            + [("system_tags", [])]
            + ["first", "last", "latest"].flatMap { ["\($0)_campaign", "\($0)_medium", "\($0)_source"] }.nulls
            + [("mcr_id", .null), ("phone_numbers", [])] + associations.nulls
            + [
                ("sales_accounts", []), ("list_ids", []), ("has_duplicates", false), ("has_connections", false),
                ("creater_id", .null), ("updater_id", .null),
            ])

    /// Keeps what follows from what was written: the lists of addresses and numbers, the name shown and the primary account.
    static func settle(_ contact: inout JSONObject, before: JSONObject, written: JSONObject) {
        settleAddresses(&contact, before: before, written: written)
        if let numbers = written["phone_numbers"]?.arrayValue {
            let old = before["phone_numbers"]?.arrayValue ?? []
            contact["phone_numbers"] = .array(FreshsalesEntries.merge(numbers, into: old, of: contact["id"]))
        }
        let names = [contact["first_name"], contact["last_name"]].compactMap { $0?.stringValue }
            .filter { !$0.isEmpty }
        contact["display_name"] = names.isEmpty ? contact["email"] : .string(names.joined(separator: " "))
        let primary = contact["sales_accounts"]?.arrayValue?.first { $0["is_primary"] == true }
        contact["sales_account_id"] = primary?["id"] ?? .null
    }

    /// `emails` may be one address, which then stands for `email`; of a list the primary one does.
    private static func settleAddresses(_ contact: inout JSONObject, before: JSONObject, written: JSONObject) {
        var entries = before["emails"]?.arrayValue ?? []
        var address = written["email"]
        if let list = written["emails"]?.arrayValue {
            entries = FreshsalesEntries.merge(list, into: entries, of: contact["id"])
        } else {
            address = written["emails"] ?? address
        }
        if let address {
            entries.removeAll { address.isNull || ($0["is_primary"] == true && $0["value"] != address) }
            if !address.isNull {
                entries = FreshsalesEntries.merge(
                    [["value": address, "is_primary": true]], into: entries, of: contact["id"])
            }
        }
        entries = FreshsalesEntries.withPrimary(entries)
        contact["emails"] = .array(entries)
        contact["email"] = entries.first { $0["is_primary"] == true }?["value"] ?? .null
    }

    /// Every address that nobody else may have.
    static func addresses(_ contact: JSONObject) -> [String] {
        (contact["emails"]?.arrayValue ?? []).compactMap { $0["value"]?.stringValue?.lowercased() }
    }
}

extension [String] {
    /// Keys without a value.
    var nulls: [(String, JSONValue)] { map { ($0, .null) } }
}
