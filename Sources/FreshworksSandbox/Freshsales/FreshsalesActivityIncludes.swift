import FreshworksCore

/// What words in `include` add to tasks, appointments and sales activities.
extension FreshsalesInclude {
    static let activities: [String: [String: FreshsalesInclude]] = [
        "tasks": everywhere.merging([
            "users": FreshsalesInclude(key: "user_ids", root: "users") { record, _ in
                record["user_ids"] ?? []
            } find: { id, service in
                service.owners.first { $0["id"] == id }
            }
        ]) { $1 },
        "appointments": everywhere.merging([
            "outcome": outcome(of: "outcome_id"),
            "appointment_attendees": FreshsalesInclude(
                key: "appointment_attendee_ids", root: "appointment_attendees"
            ) { record, _ in
                .array((record["attendees"]?.arrayValue ?? []).compactMap { $0["id"] })
            } find: { id, service in
                service.all(FreshsalesService.appointments).lazy
                    .flatMap { $0["attendees"]?.arrayValue ?? [] }.first { $0["id"] == id }?.objectValue
            },
        ]) { $1 },
        // The include adds an id by a name of its own.
        "sales_activities": everywhere.merging(["outcome": outcome(of: "sales_activity_outcome_id")]) { $1 },
        // These records alone spell their creator so.
        FreshsalesService.orders.path: ["creater": user("creator_id"), "updater": user("updater_id")],
    ]

    private static func outcome(of key: String) -> FreshsalesInclude {
        FreshsalesInclude(key: "outcome_id", root: "outcomes") { record, _ in
            record[key] ?? .null
        } find: { id, _ in
            FreshsalesSelectors.row("sales_activity_outcomes", id)
        }
    }

    /// Notes, tasks or appointments about a record, whole.
    static func about(_ type: String, _ key: String, _ collection: FreshsalesRecords) -> FreshsalesInclude {
        FreshsalesInclude(key: key, root: collection.path) { record, service in
            .array(service.about(record, type, collection).compactMap { $0["id"] })
        } find: { id, service in
            service[collection, id].map { collection.visible($0, inList: true) }
        }
    }
}

extension FreshsalesService {
    /// The records that some others are about, by the root keys of their kinds.
    func targets(of records: [JSONObject]) -> JSONObject {
        var beside = JSONObject()
        for target in records.flatMap({ $0["targetables"]?.arrayValue ?? [] }) {
            guard let type = target["type"]?.stringValue, let path = Self.targets[type],
                let collection = Self.collections.first(where: { $0.path == path }),
                let record = self[collection, target["id"]].map({ FreshsalesInclude.partial($0, collection) })
            else { continue }
            let others = beside[path]?.arrayValue ?? []
            if !others.contains(.object(record)) { beside[path] = .array(others + [.object(record)]) }
        }
        return beside
    }
}
