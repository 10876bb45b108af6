import Foundation
import FreshworksCore

/// The records that a Freshsales account starts with.
extension FreshsalesService {
    /// People who may own records; the first of them holds the key.
    static func seededOwners(_ options: Sandbox.Options) -> [JSONObject] {
        (0..<3).map { index in
            let person = InventedPerson(index + 1, at: "\(options.account).example")
            return [
                "id": .int(70_010_000_001 + index), "display_name": .string(person.name),
                "email": .string(person.email), "is_active": true, "work_number": .null, "mobile_number": .null,
                "avatar": .null, "uuid": .null, "type": "FdMultitenant::User",
            ]
        }
    }

    mutating func seed(_ options: Sandbox.Options, now: Date) {
        seedAccounts(options, now: now)
        seedContacts(options, now: now)
        seedDeals(options, now: now)
    }

    private mutating func seedAccounts(_ options: Sandbox.Options, now: Date) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshsales accounts")
        for index in 0..<30 {
            let record = planted(
                Self.accounts, id: 70_060_001_001 + index, at: now.addingTimeInterval(Double(index - 30) * 43_200)
            ) {
                $0["name"] = .string("\(generator.pick(["Rhone", "Alto", "Fjord", "Delta"])) Tools \(index + 1)")
                $0["city"] = .string(generator.pick(["Lyon", "Pune", "Austin", "Osaka"]))
                $0["number_of_employees"] = .int(generator.below(500))
                $0["annual_revenue"] = 250_000.0
                $0["owner_id"] = owners[index % owners.count]["id"]
                $0["is_deleted"] = .bool(index == 29)
            }
            keep(record, Self.accounts)
        }
    }

    private mutating func seedContacts(_ options: Sandbox.Options, now: Date) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshsales contacts")
        for index in 0..<max(0, options.contacts) {
            let person = InventedPerson(index, at: "customer.example")
            let age = Double(options.contacts - index) * 21_600
            let record = planted(Self.contacts, id: 70_050_001_001 + index, at: now.addingTimeInterval(-age)) {
                $0["first_name"] = .string(person.firstName)
                $0["last_name"] = .string(person.lastName)
                $0["email"] = .string(person.email)
                $0["job_title"] = "Buyer"
                $0["owner_id"] = generator.below(3) == 0 ? me["id"] : .null
                $0["city"] = .string(generator.pick(["Lyon", "Pune", "Austin", "Osaka"]))
                $0["lead_score"] = .int(generator.below(100))
                $0["custom_field"] = ["cf_region": "South"]
                $0["contact_status_id"] = 70_000_000_631
                $0["lifecycle_stage_id"] = 70_000_000_641
                $0["sales_accounts"] = [["id": .int(70_060_001_001 + index % 29), "is_primary": true]]
                $0["is_deleted"] = .bool(index % 20 == 19)
                Self.settle(contact: &$0, before: [:], written: ["email": .string(person.email)])
                $0["updated_at"] = .zoned(now.addingTimeInterval(-age * Double(generator.below(100)) / 100))
            }
            keep(record, Self.contacts)
        }
    }

    private mutating func seedDeals(_ options: Sandbox.Options, now: Date) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshsales deals")
        for index in 0..<40 {
            let stage = FreshsalesSelectors.dealStages[index % FreshsalesSelectors.dealStages.count]
            let isClosed = stage["forecast_type"]?.stringValue != "Open"
            let created = now.addingTimeInterval(Double(index - 40) * 86_400)
            let record = planted(Self.deals, id: 70_070_001_001 + index, at: created) {
                $0["name"] = .string("Renewal \(index + 1)")
                $0["amount"] = .money(Decimal(500 * (1 + generator.below(20))))
                $0["base_currency_amount"] = $0["amount"]
                $0["deal_stage_id"] = stage["id"]
                $0["deal_pipeline_id"] = stage["deal_pipeline_id"]
                $0["probability"] = stage["probability"]
                $0["stage_updated_time"] = .zoned(created)
                $0["closed_date"] = isClosed ? .day(created) : .null
                $0["expected_close"] = .day(created.addingTimeInterval(60 * 86_400))
                $0["age"] = .int(40 - index)
                $0["owner_id"] = owners[index % owners.count]["id"]
                $0["sales_account_id"] = .int(70_060_001_001 + index % 29)
                $0["currency_id"] = 70_000_000_501
                if index < options.contacts { $0["contact_ids"] = [.int(70_050_001_001 + index)] }
                $0["is_deleted"] = .bool(index % 20 == 19)
            }
            keep(record, Self.deals)
        }
    }

    private func planted(
        _ collection: FreshsalesRecords, id: Int, at time: Date, _ fill: (inout JSONObject) -> Void
    ) -> JSONObject {
        var record = blank(collection, id: .int(id), at: time)
        fill(&record)
        return record
    }
}
