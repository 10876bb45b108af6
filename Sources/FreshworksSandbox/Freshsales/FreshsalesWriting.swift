import Foundation
import FreshworksCore

/// How records change: read-only and unknown keys are ignored, `custom_field` is merged, `null` clears, the rest is replaced.
extension FreshsalesService {
    /// Writes attributes into a record and keeps it.
    /// - Parameter record: As it was before, or a blank one.
    mutating func write(
        _ attributes: JSONObject, to record: JSONObject, _ module: FreshsalesModule, at now: Date
    ) throws(SandboxReply) -> JSONObject {
        let written = JSONObject(attributes.filter { module.attributes[$0.key] != nil }.map { ($0.key, $0.value) })
        try check(written, module)
        let before = record
        var record = record
        for (key, value) in written where !["emails", "phone_numbers", "custom_field"].contains(key) {
            record[key] = value
        }
        if let fields = written["custom_field"]?.objectValue {
            var merged = record["custom_field"]?.objectValue ?? [:]
            for (key, value) in fields where key.hasPrefix("cf_") { merged[key] = value }
            record["custom_field"] = .object(merged)
        }
        if record["owner_id"] != before["owner_id"] { record["last_assigned_at"] = .zoned(now) }
        switch module {
        case .contacts: FreshsalesContact.settle(&record, before: before, written: written)
        case .accounts: break
        case .deals: try FreshsalesDeal.settle(&record, before: before, written: written, at: now)
        }
        try requireUnique(record, module)
        record["updater_id"] = me["id"]
        record["updated_at"] = .zoned(now)
        keep(record, module)
        return record
    }

    /// A record that says nothing yet.
    func blank(_ module: FreshsalesModule, id: JSONValue, at now: Date) -> JSONObject {
        var record = module.blank
        record["id"] = id
        record["links"] = Self.links(id, module)
        record["creater_id"] = me["id"]
        record["created_at"] = .zoned(now)
        if module == .contacts {
            // Beyond 2^53: reading it as a double changes it.
            record["mcr_id"] = .int(1_450_000_000_000_000_000 + (id.int64Value ?? 0) % 1_000_000)
        }
        return record
    }

    /// Keeps a record and what others count of it.
    mutating func keep(_ record: JSONObject, _ module: FreshsalesModule) {
        let id = record["id"]?.int64Value ?? 0
        let before = self[module, id]
        self[module, id] = record
        if module == .deals { countDeals(of: [before, record].compactMap(\.self)) }
    }

    /// A new record must say what all of its kind have to.
    func requireComplete(_ attributes: JSONObject, _ module: FreshsalesModule) throws(SandboxReply) {
        func isBlank(_ key: String) -> Bool {
            let value: JSONValue = attributes[key] ?? .null
            return value.isNull || value.stringValue?.allSatisfy(\.isWhitespace) == true
        }
        switch module {
        case .contacts:
            if isBlank("email"), isBlank("emails"), isBlank("mobile_number") {
                throw FreshsalesReplies.errors(400, "Email or mobile number is required")
            }
        case .accounts, .deals:
            if isBlank("name") { throw FreshsalesReplies.errors(400, "Name can't be blank") }
            if module == .deals, isBlank("amount") { throw FreshsalesReplies.errors(400, "Amount can't be blank") }
        }
    }

    private func check(_ written: JSONObject, _ module: FreshsalesModule) throws(SandboxReply) {
        for (key, value) in written {
            guard module.attributes[key]?.accepts(value) == true else {
                let message = key.hasPrefix("email") ? "Email is invalid" : "The type for \(key) is invalid."
                throw FreshsalesReplies.errors(400, message)
            }
            for id in linkedIDs(key, value) where !id.isNull && !exists(id, key) {
                throw FreshsalesReplies.errors(400, "The value for \(key) is invalid.")
            }
        }
        if module != .contacts, let name = written["name"]?.stringValue, name.allSatisfy(\.isWhitespace) {
            throw FreshsalesReplies.errors(400, "Name can't be blank")
        }
    }

    private func linkedIDs(_ key: String, _ value: JSONValue) -> [JSONValue] {
        switch key {
        case "sales_accounts": (value.arrayValue ?? []).compactMap { $0["id"] }
        case "contacts_added_list": value.arrayValue ?? []
        case _ where key.hasSuffix("_id") && key != "external_id": [value]
        default: []
        }
    }

    private func exists(_ id: JSONValue, _ key: String) -> Bool {
        let number = id.int64Value ?? 0
        return switch key {
        case "owner_id": owners.contains { $0["id"] == id }
        case "sales_account_id", "sales_accounts", "parent_sales_account_id": self[.accounts, number] != nil
        case "contacts_added_list": self[.contacts, number] != nil
        default: FreshsalesSelectors.row(Self.selectorOfKey[key] ?? "", id) != nil
        }
    }

    private static let selectorOfKey = [
        "territory_id": "territories", "lead_source_id": "lead_sources", "campaign_id": "campaigns",
        "contact_status_id": "contact_statuses", "lifecycle_stage_id": "lifecycle_stages",
        "industry_type_id": "industry_types", "business_type_id": "business_types",
        "deal_stage_id": "deal_stages", "deal_pipeline_id": "deal_pipelines", "deal_type_id": "deal_types",
        "deal_reason_id": "deal_reasons", "deal_product_id": "deal_products",
        "deal_payment_status_id": "deal_payment_statuses", "currency_id": "currencies",
    ]

    private func requireUnique(_ record: JSONObject, _ module: FreshsalesModule) throws(SandboxReply) {
        let others = all(module).lazy.filter { $0["is_deleted"] != true && $0["id"] != record["id"] }
        switch module {
        case .contacts:
            let addresses = Set(FreshsalesContact.addresses(record))
            if !addresses.isEmpty,
                others.contains(where: { !addresses.isDisjoint(with: FreshsalesContact.addresses($0)) })
            {
                throw FreshsalesReplies.notUnique("Email")
            }
            if others.contains(where: { $0["external_id"].isSameText(as: record["external_id"]) }) {
                throw FreshsalesReplies.notUnique("External ID")
            }
        case .accounts:
            if others.contains(where: { $0["name"].isSameText(as: record["name"]) }) {
                throw FreshsalesReplies.errors(400, "Name has already been taken")
            }
        case .deals: break
        }
    }

    private static func links(_ id: JSONValue, _ module: FreshsalesModule) -> JSONValue {
        let path = "/crm/sales/\(module.path)/\(id)"
        var links: JSONObject = ["conversations": "\(path)/conversations/all"]
        if module == .contacts { links["timeline_feeds"] = "\(path)/timeline_feeds" }
        links["document_associations"] = "\(path)/document_associations"
        links["notes"] = "\(path)/notes?include=creater"
        links["tasks"] = "\(path)/tasks?include=creater,owner,updater,targetable,users,task_type"
        links["appointments"] =
            "\(path)/appointments?include=creater,owner,updater,targetable,appointment_attendees,conference,note"
        guard module == .contacts else { return .object(links) }
        links["reminders"] = "\(path)/reminders?include=creater,owner,updater,targetable"
        links["duplicates"] = "\(path)/duplicates"
        links["connections"] = "\(path)/connections"
        return .object(links)
    }
}
