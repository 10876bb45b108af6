import FreshworksCore

/// What a word in `include` adds: ids to the record, and the records they name beside it.
struct FreshsalesInclude: Sendable {
    /// The record's key; `nil` where the record says nothing.
    let key: String?
    let root: String
    let ids: @Sendable (JSONObject, FreshsalesService) -> JSONValue
    let find: @Sendable (JSONValue, FreshsalesService) -> JSONObject?

    private static func owner(_ key: String) -> FreshsalesInclude {
        FreshsalesInclude(key: key, root: "users") { record, _ in
            record[key] ?? .null
        } find: { id, service in
            service.owners.first { $0["id"] == id }
        }
    }

    private static func choice(_ key: String, _ selector: String, root: String? = nil) -> FreshsalesInclude {
        FreshsalesInclude(key: key, root: root ?? selector) { record, _ in
            record[key] ?? .null
        } find: { id, _ in
            FreshsalesSelectors.row(selector, id)
        }
    }

    private static func records(
        _ key: String?, _ module: FreshsalesModule,
        ids: @escaping @Sendable (JSONObject, FreshsalesService) -> JSONValue
    ) -> FreshsalesInclude {
        FreshsalesInclude(key: key, root: module.path, ids: ids) { id, service in
            service[module, id.int64Value ?? 0].map { partial($0, module) }
        }
    }

    /// Records of which a sandbox has none.
    private static func none(_ key: String, _ root: String) -> FreshsalesInclude {
        FreshsalesInclude(key: key, root: root, ids: { _, _ in [] }, find: { _, _ in nil })
    }

    private static let everywhere = [
        "owner": owner("owner_id"), "creater": owner("creater_id"), "updater": owner("updater_id"),
        "appointments": none("appointment_ids", "appointments"),
    ]

    static func all(_ module: FreshsalesModule) -> [String: FreshsalesInclude] {
        switch module {
        case .contacts: contacts
        case .accounts: accounts
        case .deals: deals
        }
    }

    private static let contacts = everywhere.merging([
        // The one root key that is known in the singular.
        "source": choice("lead_source_id", "lead_sources", root: "lead_source"),
        "campaign": choice("campaign_id", "campaigns"), "territory": choice("territory_id", "territories"),
        "contact_status": choice("contact_status_id", "contact_statuses", root: "contact_status"),
        "lifecycle_stage": choice("lifecycle_stage_id", "lifecycle_stages"), "tasks": none("task_ids", "tasks"),
        "notes": none("note_ids", "notes"),
        "deals": records("deal_ids", .deals) { contact, service in
            service.ids(of: .deals) { $0["contact_ids"]?.arrayValue?.contains(contact["id"] ?? .null) ?? false }
        },
    ]) { $1 }

    private static let accounts = everywhere.merging([
        "territory": choice("territory_id", "territories"),
        "industry_type": choice("industry_type_id", "industry_types"),
        "business_type": choice("business_type_id", "business_types"), "tasks": none("task_ids", "tasks"),
        "contacts": records("contact_ids", .contacts) { account, service in
            service.ids(of: .contacts) { contact in
                contact["sales_accounts"]?.arrayValue?.contains { $0["id"] == account["id"] } ?? false
            }
        },
        "deals": records("deal_ids", .deals) { account, service in
            service.ids(of: .deals) { $0["sales_account_id"] == account["id"] }
        },
        "child_sales_accounts": records(nil, .accounts) { account, service in
            service.ids(of: .accounts) { $0["parent_sales_account_id"] == account["id"] }
        },
        "parent_sales_account": records("parent_sales_account_id", .accounts) { account, _ in
            account["parent_sales_account_id"] ?? .null
        },
    ]) { $1 }

    private static let deals = everywhere.merging([
        "source": choice("lead_source_id", "lead_sources", root: "lead_source"),
        "campaign": choice("campaign_id", "campaigns"), "deal_stage": choice("deal_stage_id", "deal_stages"),
        "deal_type": choice("deal_type_id", "deal_types"), "deal_reason": choice("deal_reason_id", "deal_reasons"),
        "deal_payment_status": choice("deal_payment_status_id", "deal_payment_statuses"),
        "deal_product": choice("deal_product_id", "deal_products"),
        "deal_pipeline": choice("deal_pipeline_id", "deal_pipelines"),
        "currency": choice("currency_id", "currencies"),
        "sales_account": records("sales_account_id", .accounts) { deal, _ in deal["sales_account_id"] ?? .null },
        "contacts": records("contact_ids", .contacts) { deal, _ in deal["contact_ids"] ?? [] },
    ]) { $1 }

    /// The few keys of a record that stands beside another one.
    static func partial(_ record: JSONObject, _ module: FreshsalesModule) -> JSONObject {
        let keys =
            switch module {
            case .contacts:
                ["id", "first_name", "last_name", "display_name", "avatar", "job_title", "email", "mobile_number"]
            case .accounts: ["id", "name", "avatar", "website", "last_contacted", "record_type_id"]
            case .deals: ["id", "name", "amount", "expected_close", "probability", "deal_stage_id"]
            }
        return JSONObject([("partial", true)] + keys.map { ($0, record[$0] ?? .null) })
    }
}

extension FreshsalesService {
    fileprivate func ids(of module: FreshsalesModule, where fits: (JSONObject) -> Bool) -> JSONValue {
        .array(all(module).filter { $0["is_deleted"] != true && fits($0) }.compactMap { $0["id"] })
    }

    /// Records as they are answered, and what stands beside them.
    func answer(
        _ records: some Sequence<JSONObject>, _ module: FreshsalesModule, hiding hidden: [String],
        to request: SandboxRequest
    ) -> (rows: [JSONValue], beside: JSONObject) {
        let words = (request.query["include"] ?? "").split(separator: ",").map(String.init)
        let includes = words.compactMap { FreshsalesInclude.all(module)[$0] }
        var beside = JSONObject(includes.map { ($0.root, []) })
        let rows = records.map { record in
            var row = record
            for key in hidden + module.hiddenUnlessIncluded { row[key] = nil }
            for include in includes {
                let value = include.ids(record, self)
                if let key = include.key { row[key] = value }
                var others = beside[include.root]?.arrayValue ?? []
                for id in value.arrayValue ?? [value] {
                    if let other = include.find(id, self).map(JSONValue.object), !others.contains(other) {
                        others.append(other)
                    }
                }
                beside[include.root] = .array(others)
            }
            addInline(words, to: &row, of: record, module)
            return JSONValue.object(row)
        }
        return (rows, beside)
    }

    /// Some associations stand inside the record.
    private func addInline(
        _ words: [String], to row: inout JSONObject, of record: JSONObject, _ module: FreshsalesModule
    ) {
        switch module {
        case .contacts where words.contains("sales_accounts"):
            row["sales_accounts"] = .array(
                (record["sales_accounts"]?.arrayValue ?? []).compactMap { link in
                    self[.accounts, link["id"]?.int64Value ?? 0].map { account in
                        var partial = FreshsalesInclude.partial(account, .accounts)
                        partial["is_primary"] = .bool(link["is_primary"] == true)
                        return .object(partial)
                    }
                })
        case .deals:
            if words.contains("currency") {
                row["currency"] = FreshsalesSelectors.row("currencies", record["currency_id"]).map(JSONValue.object)
            }
            if words.contains("products") { row["products"] = [] }
        default: break
        }
    }
}
