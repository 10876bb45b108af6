// Related records, each `nil` unless the call included it.
extension SalesAccount {
    /// The user who owns the sales account; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The user who created the sales account; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed the sales account; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }
    /// The territory; with `.territory`.
    public var territory: Choice? { related("territory_id", in: "territories", "territory") }
    /// The branch of industry; with `.industryType`.
    public var industryType: Choice? { related("industry_type_id", in: "industry_types", "industry_type") }
    /// The kind of business; with `.businessType`.
    public var businessType: Choice? { related("business_type_id", in: "business_types", "business_type") }
    /// The company above this one; with `.parentSalesAccount`, on a single sales account only.
    public var parentSalesAccount: SalesAccount? { related("parent_sales_account_id", in: "sales_accounts") }
    /// The contacts; with `.contacts`.
    public var contacts: [Contact]? { related(all: "contact_ids", in: "contacts") }
    /// The deals; with `.deals`.
    public var deals: [Deal]? { related(all: "deal_ids", in: "deals") }

    /// The companies below this one; with `.childSalesAccounts`, on a single sales account only.
    ///
    /// The service does not document how it tells them: by their ids, by the parent that they name, or, when they are
    /// there in part only, by nothing but their standing beside their parent.
    public var childSalesAccounts: [SalesAccount]? {
        let roots = ["child_sales_accounts", "sales_accounts"]
        return related(all: "child_sales_account_ids", in: roots)
            ?? related(in: roots) { row in
                let parent: String? = row["parent_sales_account_id"]
                if let parent { return parent == String(id) }
                let ownParent: Int64? = json["parent_sales_account_id"]
                return sideloads.stands(beside: "sales_account", id) && row["id"] != ownParent
            }
    }
}
