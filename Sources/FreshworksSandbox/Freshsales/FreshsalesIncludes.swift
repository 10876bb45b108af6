import FreshworksCore

/// What a word in `include` adds: ids to the record, and the records they name beside it.
struct FreshsalesInclude: Sendable {
    /// The record's key; `nil` where the record says nothing.
    let key: String?
    let root: String
    let ids: @Sendable (JSONObject, FreshsalesService) -> JSONValue
    let find: @Sendable (JSONValue, FreshsalesService) -> JSONObject?

    static func user(_ key: String) -> FreshsalesInclude {
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
        _ key: String?, _ collection: FreshsalesRecords,
        ids: @escaping @Sendable (JSONObject, FreshsalesService) -> JSONValue
    ) -> FreshsalesInclude {
        FreshsalesInclude(key: key, root: collection.path, ids: ids) { id, service in
            service[collection, id].map { partial($0, collection) }
        }
    }

    static let everywhere = [
        "owner": user("owner_id"), "creater": user("creater_id"), "updater": user("updater_id"),
    ]

    static let contacts = everywhere.merging([
        // The one root key that is known in the singular.
        "source": choice("lead_source_id", "lead_sources", root: "lead_source"),
        "campaign": choice("campaign_id", "campaigns"), "territory": choice("territory_id", "territories"),
        "contact_status": choice("contact_status_id", "contact_statuses", root: "contact_status"),
        "lifecycle_stage": choice("lifecycle_stage_id", "lifecycle_stages"),
        "tasks": about("Contact", "task_ids", FreshsalesService.tasks),
        "appointments": about("Contact", "appointment_ids", FreshsalesService.appointments),
        "notes": about("Contact", "note_ids", FreshsalesService.notes),
        "deals": records("deal_ids", FreshsalesService.deals) { contact, service in
            service.ids(of: FreshsalesService.deals) {
                $0["contact_ids"]?.arrayValue?.contains(contact["id"] ?? .null) ?? false
            }
        },
    ]) { $1 }

    static let accounts = everywhere.merging([
        "territory": choice("territory_id", "territories"),
        "industry_type": choice("industry_type_id", "industry_types"),
        "business_type": choice("business_type_id", "business_types"),
        "tasks": about("SalesAccount", "task_ids", FreshsalesService.tasks),
        "appointments": about("SalesAccount", "appointment_ids", FreshsalesService.appointments),
        "contacts": records("contact_ids", FreshsalesService.contacts) { account, service in
            service.ids(of: FreshsalesService.contacts) { contact in
                contact["sales_accounts"]?.arrayValue?.contains { $0["id"] == account["id"] } ?? false
            }
        },
        "deals": records("deal_ids", FreshsalesService.deals) { account, service in
            service.ids(of: FreshsalesService.deals) { $0["sales_account_id"] == account["id"] }
        },
        "child_sales_accounts": records(nil, FreshsalesService.accounts) { account, service in
            service.ids(of: FreshsalesService.accounts) { $0["parent_sales_account_id"] == account["id"] }
        },
        "parent_sales_account": records("parent_sales_account_id", FreshsalesService.accounts) { account, _ in
            account["parent_sales_account_id"] ?? .null
        },
    ]) { $1 }

    static let leads = everywhere.merging([
        "source": choice("lead_source_id", "lead_sources", root: "lead_source"),
        "campaign": choice("campaign_id", "campaigns"), "territory": choice("territory_id", "territories"),
        "lead_stage": choice("lead_stage_id", "lead_stages"), "lead_reason": choice("lead_reason_id", "lead_reasons"),
        "tasks": about("Lead", "task_ids", FreshsalesService.tasks),
        "appointments": about("Lead", "appointment_ids", FreshsalesService.appointments),
        "notes": about("Lead", "note_ids", FreshsalesService.notes),
    ]) { $1 }

    static let deals = everywhere.merging([
        "source": choice("lead_source_id", "lead_sources", root: "lead_source"),
        "campaign": choice("campaign_id", "campaigns"), "deal_stage": choice("deal_stage_id", "deal_stages"),
        "deal_type": choice("deal_type_id", "deal_types"), "deal_reason": choice("deal_reason_id", "deal_reasons"),
        "deal_payment_status": choice("deal_payment_status_id", "deal_payment_statuses"),
        "deal_product": choice("deal_product_id", "deal_products"),
        "deal_pipeline": choice("deal_pipeline_id", "deal_pipelines"),
        "currency": choice("currency_id", "currencies"),
        "appointments": about("Deal", "appointment_ids", FreshsalesService.appointments),
        "sales_account": records("sales_account_id", FreshsalesService.accounts) { deal, _ in
            deal["sales_account_id"] ?? .null
        },
        "contacts": records("contact_ids", FreshsalesService.contacts) { deal, _ in deal["contact_ids"] ?? [] },
    ]) { $1 }

    /// The few keys of a record that stands beside another one.
    static func partial(_ record: JSONObject, _ collection: FreshsalesRecords) -> JSONObject {
        let keys = FreshsalesModule.all[collection.path]?.partialKeys ?? []
        return JSONObject([("partial", true)] + keys.map { ($0, record[$0] ?? .null) })
    }
}

extension FreshsalesService {
    fileprivate func ids(of collection: FreshsalesRecords, where fits: (JSONObject) -> Bool) -> JSONValue {
        .array(all(collection).filter { $0["is_deleted"] != true && fits($0) }.compactMap { $0["id"] })
    }

    /// Records as they are answered, and what stands beside them.
    func answer(
        _ records: some Sequence<JSONObject>, _ view: RecordView, _ collection: FreshsalesRecords,
        to request: SandboxRequest
    ) -> (rows: [JSONValue], beside: JSONObject) {
        let words = request.includes
        let known =
            FreshsalesModule.all[collection.path]?.includes ?? FreshsalesInclude.activities[collection.path] ?? [:]
        let includes = words.compactMap { known[$0] }
        var beside = JSONObject(includes.map { ($0.root, []) })
        let rows = records.map { record in
            var row = collection.visible(record, inList: view == .row)
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
            addInline(words, to: &row, of: record, collection)
            return JSONValue.object(row)
        }
        if words.contains("targetable") {
            for (root, others) in targets(of: Array(records)) { beside[root] = others }
        }
        if collection.path == "appointments", view != .row { beside["notes"] = [] }
        return (rows, beside)
    }

    /// Some associations stand inside the record.
    private func addInline(
        _ words: [String], to row: inout JSONObject, of record: JSONObject, _ collection: FreshsalesRecords
    ) {
        if collection.path == "contacts", words.contains("sales_accounts") {
            let links = record["sales_accounts"]?.arrayValue ?? []
            row["sales_accounts"] = .array(
                links.compactMap { link in
                    self[Self.accounts, link["id"]].map { account in
                        var partial = FreshsalesInclude.partial(account, Self.accounts)
                        partial["is_primary"] = .bool(link["is_primary"] == true)
                        return .object(partial)
                    }
                })
        }
        Self.addInline(words, to: &row, of: record, cpq: collection)
        guard collection.path == "deals" else { return }
        if words.contains("currency") {
            row["currency"] = FreshsalesSelectors.row("currencies", record["currency_id"]).map(JSONValue.object)
        }
        row["products"] = words.contains("products") ? .array(record["products"]?.arrayValue ?? []) : .null
    }
}
