import Foundation
import FreshworksCore

extension FreshsalesService {
    /// Counts anew the open and won deals of whatever some deals belong to.
    mutating func countDeals(of changed: [JSONObject]) {
        for id in Set(changed.flatMap { $0["contact_ids"]?.arrayValue ?? [] }) {
            count(Self.contacts, id) { $0["contact_ids"]?.arrayValue?.contains(id) ?? false }
        }
        for id in Set(changed.compactMap { $0["sales_account_id"] }) {
            count(Self.accounts, id) { $0["sales_account_id"] == id }
        }
    }

    private mutating func count(_ collection: FreshsalesRecords, _ id: JSONValue, where belongs: (JSONObject) -> Bool) {
        guard var record = self[collection, id] else { return }
        let own = all(Self.deals).filter { $0["is_deleted"] != true && belongs($0) }
        for (word, forecast) in [("open", "Open"), ("won", "Closed Won")] {
            let found = own.filter { Self.isIn(forecast, $0) }
            record["\(word)_deals_count"] = .int(found.count)
            record["\(word)_deals_amount"] = .money(found.reduce(0) { $0 + Self.amount($1) })
        }
        shelve(record, collection)
    }
}
