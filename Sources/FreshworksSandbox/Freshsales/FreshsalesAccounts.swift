import FreshworksCore

/// Sales accounts, which others call companies.
extension FreshsalesService {
    static let accounts = FreshsalesRecords(
        "sales_accounts", noun: "sales_account", calls: [.create, .view, .update, .delete],
        softDeletion: "is_deleted", rules: FreshsalesRecords.Rules(begin: beginAccount, settle: settleAccount)
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("address", "city", "state", "zipcode", "country", "website", "phone")
        RecordKey("number_of_employees", .integer.orNull)
        RecordKey("annual_revenue", .number.orNull)
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner")
        RecordKey("territory_id", .integer.orNull).pointing(to: "territories", "territory")
        RecordKey("industry_type_id", .integer.orNull).pointing(to: "industry_types", "type")
        RecordKey("business_type_id", .integer.orNull).pointing(to: "business_types", "type")
        RecordKey("parent_sales_account_id", .integer.orNull).pointing(to: "sales_accounts", "account")
        RecordKey.texts("facebook", "twitter", "linkedin")
        rollups
        RecordKey.nulls(
            "last_contacted", "last_contacted_mode", "last_contacted_via_sales_activity",
            "last_contacted_sales_activity_mode", "last_assigned_at", "recent_note", "avatar",
            "completed_sales_sequences", "active_sales_sequences", "team_user_ids", "web_form_ids")
        RecordKey("has_connections", .flag, false).readOnly
        RecordKey("record_type_id", .text, "71000000002").readOnly
    }

    @Sendable private static func beginAccount(_ account: inout JSONObject, _ service: FreshsalesService) {
        begin(&account, service)
        account["links"] = links("sales_accounts", account)
    }

    private static func settleAccount(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        sign(&writing, service)
    }
}
