import FreshworksCore

/// The choices of an account, with which records are labelled.
enum FreshsalesSelectors {
    static func row(_ name: String, _ id: JSONValue?) -> JSONObject? {
        id.flatMap { id in all[name]?.first { $0["id"] == id } }
    }

    static let all: [String: [JSONObject]] = [
        "territories": rows(["North", "South"], from: 70_000_000_601).map(\.whole),
        "lead_sources": rows(["Web", "Referral", "Webinar"], from: 70_000_000_611),
        "campaigns": rows(["Spring", "Autumn"], from: 70_000_000_621),
        "contact_statuses": rows(["New", "Contacted", "Won"], from: 70_000_000_631).enumerated().map { index, row in
            row.adding([
                "forecast_type": index == 2 ? "Closed Won" : "Open",
                "lifecycle_stage_id": .int(70_000_000_641 + [0, 1, 2][index]),
            ])
        },
        "lifecycle_stages": rows(["Lead", "Sales Qualified Lead", "Customer"], from: 70_000_000_641).map { row in
            row.whole.adding([
                "disabled": false, "default": true, "type": row["name"] ?? .null,
                "contact_status_ids": [.int((row["id"]?.int64Value ?? 0) - 10)],
            ])
        },
        "deal_pipelines": dealPipelines, "deal_stages": dealStages,
        "deal_types": rows(["New Business", "Existing Business"], from: 70_000_000_651),
        "deal_reasons": rows(["Price", "Timing"], from: 70_000_000_661),
        "deal_products": rows(["Chairs", "Tables"], from: 70_000_000_671),
        "deal_payment_statuses": rows(["Unpaid", "Paid"], from: 70_000_000_681),
        "industry_types": rows(["Tools", "Furniture"], from: 70_000_000_691),
        "business_types": rows(["Partner", "Customer"], from: 70_000_000_701),
        "currencies": ["USD", "EUR"].enumerated().map { index, code in
            [
                "partial": true, "id": .int(70_000_000_501 + index), "is_active": true,
                "currency_code": .string(code), "exchange_rate": index == 0 ? "1.0" : "0.92",
                "currency_type": .int(index + 1), "schedule_info": .null,
            ]
        },
        "sales_activity_types": activityTypes,
        "sales_activity_outcomes": rows(["Interested", "No answer"], from: 70_000_000_731).map { row in
            row.whole.adding(["sales_activity_type_id": activityTypes[0]["id"] ?? .null])
        },
        "sales_activity_entity_types": rows(["Call", "Follow-up"], from: 70_000_000_741).enumerated().map {
            index, row in
            row.whole.adding([
                "sales_activity_type_id": activityTypes[index]["id"] ?? .null,
                "sales_activity_type_name": activityTypes[index]["name"] ?? .null,
            ])
        },
        "lead_stages": rows(["New", "Qualified"], from: 70_000_000_751),
        "lead_reasons": rows(["No budget", "No need"], from: 70_000_000_761),
    ]

    static let dealStages: [JSONObject] =
        [
            ("New", "Open", 40), ("Negotiation", "Open", 60), ("Won", "Closed Won", 100), ("Lost", "Closed Lost", 0),
            ("Renewal", "Open", 80), ("Renewed", "Closed Won", 100),
        ].enumerated().map { index, stage in
            [
                "partial": true, "id": .int(70_000_000_401 + index), "name": .string(stage.0),
                "position": .int(index < 4 ? index + 1 : index - 3), "forecast_type": .string(stage.1),
                "updated_at": "2025-01-01T13:30:00+05:30",
                "deal_pipeline_id": .int(index < 4 ? 70_000_000_301 : 70_000_000_302), "choice_type": 1,
                "probability": .int(stage.2), "is_deleted": false,
            ]
        }

    private static let dealPipelines = ["Default Pipeline", "Renewals"].enumerated().map { index, name in
        let id = JSONValue.int(70_000_000_301 + index)
        let stages = dealStages.filter { $0["deal_pipeline_id"] == id }
        let pipeline: JSONObject = [
            "id": id, "name": .string(name), "position": .int(index + 1), "is_default": .bool(index == 0),
            "rotting_days": 30, "aggregated_field": "amount",
            "configs": [["field_name": "amount", "position": 1, "highlight": true]],
            "deal_stages": .array(stages.map(JSONValue.object)),
        ]
        return pipeline
    }

    private static let activityTypes = rows(["Phone", "Task", "Email"], from: 70_000_000_721).map { row in
        row.adding([
            "internal_name": .string((row["name"]?.stringValue ?? "").lowercased()), "show_in_conversation": true,
            "is_default": true, "is_checkedin": false,
        ])
    }

    private static func rows(_ names: [String], from id: Int) -> [JSONObject] {
        names.enumerated().map { index, name in
            ["partial": true, "id": .int(id + index), "name": .string(name), "position": .int(index + 1)]
        }
    }
}

extension JSONObject {
    /// Without the mark of a lightweight object.
    fileprivate var whole: JSONObject {
        var row = self
        row["partial"] = nil
        return row
    }

    fileprivate func adding(_ members: JSONObject) -> JSONObject {
        var row = self
        for (key, value) in members { row[key] = value }
        return row
    }
}

extension FreshsalesService {
    static let selectorRoutes =
        [
            selector("owners") { (_, service) throws(SandboxReply) in
                .json(200, ["users": .array(service.owners.map(JSONValue.object))])
            }
        ]
        + FreshsalesSelectors.all.map { name, rows in
            selector(name) { (_, _) throws(SandboxReply) in .json(200, [name: .array(rows.map(JSONValue.object))]) }
        } + [
            narrowed("deal_stages", by: "deal_pipeline_id", of: "deal_pipelines"),
            narrowed("sales_activity_outcomes", by: "sales_activity_type_id", of: "sales_activity_types"),
        ]

    private static func selector(
        _ path: String, _ handler: @escaping Route<FreshsalesService>.Handler
    ) -> Route<FreshsalesService> {
        Route("GET", "selector/\(path)", scope: "selectors.view", handler)
    }

    /// The choices that belong to one other choice.
    private static func narrowed(_ name: String, by key: String, of parent: String) -> Route<FreshsalesService> {
        selector("\(parent)/{id}/\(name)") { (request, _) throws(SandboxReply) in
            let id = JSONValue.int(Int64(request.parameters["id"] ?? "") ?? 0)
            guard FreshsalesSelectors.row(parent, id) != nil else { throw FreshsalesReplies.notFound }
            let rows = FreshsalesSelectors.all[name]?.filter { $0[key] == id } ?? []
            return .json(200, [name: .array(rows.map(JSONValue.object))])
        }
    }
}
