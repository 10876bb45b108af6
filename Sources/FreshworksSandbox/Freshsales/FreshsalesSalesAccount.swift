import FreshworksCore

/// Sales accounts, which others call companies, kept as the JSON of a single view.
enum FreshsalesSalesAccount {
    static let attributes: [String: JSONShape] = FreshsalesShape.table(
        texts: [
            "address", "city", "state", "zipcode", "country", "website", "phone", "facebook", "twitter", "linkedin",
        ],
        ids: ["owner_id", "territory_id", "industry_type_id", "business_type_id", "parent_sales_account_id"],
        others: [
            "name": .text, "number_of_employees": FreshsalesShape.orNull(.integer),
            "annual_revenue": FreshsalesShape.orNull(.number),
        ])

    static let blank: JSONObject = JSONObject(
        [
            "id", "name", "address", "city", "state", "zipcode", "country", "number_of_employees", "annual_revenue",
            "website", "owner_id", "phone",
        ].nulls
            + [
                ("open_deals_amount", "0.0"), ("open_deals_count", 0), ("won_deals_amount", "0.0"),
                ("won_deals_count", 0),
            ]
            + ["last_contacted", "last_contacted_mode", "facebook", "twitter", "linkedin"].nulls
            + [("links", [:]), ("custom_field", [:])]
            + [
                "created_at", "updated_at", "avatar", "parent_sales_account_id", "recent_note",
                "last_contacted_via_sales_activity", "last_contacted_sales_activity_mode",
                "completed_sales_sequences", "active_sales_sequences", "last_assigned_at",
            ].nulls
            + [
                ("tags", []), ("is_deleted", false), ("team_user_ids", .null), ("web_form_ids", .null),
                ("has_connections", false), ("record_type_id", "71000000002"),
            ] + ["territory_id", "industry_type_id", "business_type_id", "creater_id", "updater_id"].nulls)
}
