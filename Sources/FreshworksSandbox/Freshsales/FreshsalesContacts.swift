import Foundation
import FreshworksCore

extension FreshsalesService {
    static let contacts = FreshsalesRecords(
        "contacts", noun: "contact", calls: [.create, .view, .update, .delete], needed: ["email", "mobile_number"],
        softDeletion: "is_deleted", customFields: [CustomField("cf_region", .dropdown(["North", "South"]))],
        rules: FreshsalesRecords.Rules(begin: beginContact, settle: settleContact, check: checkContact)
    ) {
        RecordKey.texts("first_name", "last_name", "job_title", "address", "city", "state", "zipcode", "country")
        RecordKey.nulls("display_name", "avatar")
        RecordKey("email", .email.orNull)
        RecordKey("emails", emails, [])
        RecordKey.texts("time_zone", "work_number", "mobile_number", "external_id", "work_email")
        RecordKey("phone_numbers", FreshsalesEntries.shape(of: .filled), [])
        RecordKey.texts("facebook", "twitter", "linkedin", "medium", "keyword")
        RecordKey("lead_score", .integer, 0).readOnly
        RecordKey("customer_fit", .integer, 2).readOnly
        RecordKey.nulls(
            "last_seen", "last_contacted", "last_contacted_via_sales_activity", "last_assigned_at",
            "stage_updated_time", "last_contacted_mode", "last_contacted_sales_activity_mode", "recent_note")
        rollups
        RecordKey.nulls("completed_sales_sequences", "active_sales_sequences", "web_form_ids", "team_user_ids")
        RecordKey("subscription_status", .integer.orNull, 1)
        RecordKey("subscription_types", .text.orNull, "1;2;3")
        RecordKey.texts("unsubscription_reason", "other_unsubscription_reason")
        RecordKey("whatsapp_subscription_status", .integer.orNull, 2)
        RecordKey("sms_subscription_status", .integer.orNull, 2)
        RecordKey.nulls("last_seen_chat", "first_seen_chat", "locale", "total_sessions", "mcr_id")
        RecordKey.nulls("first_campaign", "first_medium", "first_source", "last_campaign", "last_medium", "last_source")
        RecordKey.nulls("latest_campaign", "latest_medium", "latest_source")
        RecordKey("record_type_id", .text, "71000000001").readOnly
        RecordKey("system_tags", .list(of: .text), []).readOnly
        // Rows leave these out unless they are included.
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner").notInLists
        RecordKey("territory_id", .integer.orNull).pointing(to: "territories", "territory").notInLists
        RecordKey("lead_source_id", .integer.orNull).pointing(to: "lead_sources", "source").notInLists
        RecordKey("campaign_id", .integer.orNull).pointing(to: "campaigns", "campaign").notInLists
        RecordKey("contact_status_id", .integer.orNull).pointing(to: "contact_statuses", "status").notInLists
        RecordKey("lifecycle_stage_id", .integer.orNull).pointing(to: "lifecycle_stages", "stage").notInLists
        RecordKey("sales_account_id", .integer).readOnly.notInLists
        RecordKey("sales_accounts", salesAccounts, []).pointing(to: "sales_accounts", "account").onlyIfAsked
        RecordKey("list_ids", .list(of: .integer), []).readOnly.notInLists
        for key in ["has_duplicates", "duplicates_searched_today", "has_connections", "connections_searched_today"] {
            RecordKey(key, .flag, false).readOnly.notInLists
        }
    }

    /// What is counted of the deals of a contact or account.
    static var rollups: [RecordKey] {
        ["open", "won"].flatMap { word in
            [
                RecordKey("\(word)_deals_amount", .text, "0.0").readOnly,
                RecordKey("\(word)_deals_count", .integer, 0).readOnly,
            ]
        }
    }

    /// One address, or a list of addresses of which the primary one counts as `email`.
    private static let emails = JSONShape(else: .format("valid email address")) { value in
        JSONShape.email.accepts(value)
            || FreshsalesEntries.shape(of: .email).accepts(value)
                && (value.arrayValue ?? []).count { $0["is_primary"] == true } <= 1
    }

    /// At most ten, exactly one of them primary.
    private static let salesAccounts = JSONShape(else: .mismatch("Array")) { value in
        guard let links = value.arrayValue, links.allSatisfy({ $0["id"]?.int64Value != nil }) else { return false }
        return links.isEmpty || (links.count <= 10 && links.count { $0["is_primary"] == true } == 1)
    }

    @Sendable private static func beginContact(_ contact: inout JSONObject, _ service: FreshsalesService) {
        begin(&contact, service)
        contact["links"] = links("contacts", contact, isContact: true)
        // Beyond 2^53: reading it as a double changes it.
        contact["mcr_id"] = .int(1_450_000_000_000_000_000 + (contact["id"]?.int64Value ?? 0) % 1_000_000)
    }

    private static func settleContact(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        sign(&writing, service)
        settle(contact: &writing.record, before: writing.base, written: writing.sent)
    }

    /// Keeps what follows from what was written: the lists of addresses and numbers, the name shown and the primary account.
    static func settle(contact: inout JSONObject, before: JSONObject, written: JSONObject) {
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

    private static func checkContact(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        let own = Set(addresses(writing.record))
        let others = service.all(contacts).filter { $0["is_deleted"] != true && $0["id"] != writing.record["id"] }
        if others.contains(where: { !own.isDisjoint(with: addresses($0)) }) {
            writing.refuse("email", .duplicate(of: nil))
        }
        if let key = writing.record["external_id"]?.stringValue,
            others.contains(where: { $0["external_id"]?.isSame(as: key) ?? false })
        {
            writing.refuse("external_id", .duplicate(of: nil))
        }
    }
}
