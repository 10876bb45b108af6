import Foundation
import Freshdesk
import TestSupport
import Testing

// Source: developers.freshdesk.com/api, Custom objects.
extension EndpointFolder {
    static let customObjects = EndpointFolder(
        "Custom objects", 8,
        """
        GET custom_objects/schemas
        GET custom_objects/schemas/{id}
        GET custom_objects/schemas/{id}/records
        POST custom_objects/schemas/{id}/records
        GET custom_objects/schemas/{id}/records/count
        GET custom_objects/schemas/{id}/records/{id}
        PUT custom_objects/schemas/{id}/records/{id}
        DELETE custom_objects/schemas/{id}/records/{id}
        """,
        calls: [
            .reading(
                "GET custom_objects/schemas", "custom_objects/schemas",
                answer: .json(
                    200,
                    #"{"schemas":[{"id":30,"prefix":"BKG","created_time":1624081385288,"fields":[{"id":"0a","type":"PRIMARY"}]}]}"#
                )
            ) {
                let schema = try await $0.customObjects.all().first
                return schema?.prefix == "BKG" && schema?.fields?.map(\.type) == ["PRIMARY"]
                    && schema?.createdAt == Date(timeIntervalSince1970: 1_624_081_385.288)
            },
            .reading("GET custom_objects/schemas/{id}", "custom_objects/schemas/30", answer: .json(200, #"{"id":30}"#))
            {
                try await $0.customObjects.get(30).id == 30
            },
            .reading(
                "GET custom_objects/schemas/{id}/records",
                "custom_objects/schemas/30/records?age%5Bgte%5D=35&city=Berlin&sort_by=age%3BDESC&page_size=50",
                answer: .json(200, #"{"records":[{"display_id":"BKG-2","data":{"age":40}}],"_links":{}}"#)
            ) {
                let list = $0.customObjects.records(of: 30).list(
                    [.atLeast("age", 35), .equal("city", "Berlin")], sortedBy: "age", isAscending: false, pageSize: 50)
                let record = try await list.first()
                return record?.id == "BKG-2" && record?.data["age"] == 40
            },
            WireCall(
                "GET custom_objects/schemas/{id}/records",
                "custom_objects/schemas/30/records?updated_time%5Blt%5D=2025-02-01T00%3A00%3A00.000Z&page_size=100",
                answer: .json(200, #"{"records":[]}"#)
            ) {
                let list = $0.customObjects.records(of: 30).list([.less("updated_time", utc(2025, 2, 1))])
                _ = try await list.all()
            },
            .reading(
                "POST custom_objects/schemas/{id}/records", "custom_objects/schemas/30/records",
                #"{"data":{"customer_id":"C1","age":35}}"#,
                answer: .json(201, #"{"display_id":"BKG-1","version":1,"data":{"age":35}}"#)
            ) {
                let draft = CustomObjectRecordDraft {
                    $0["customer_id"] = "C1"
                    $0["age"] = 35
                }
                return try await $0.customObjects.records(of: 30).create(draft).version == 1
            },
            .reading(
                "GET custom_objects/schemas/{id}/records/count",
                "custom_objects/schemas/30/records/count?age%5Bgt%5D=1&age%5Blte%5D=9",
                answer: .json(200, #"{"count":12}"#)
            ) { try await $0.customObjects.records(of: 30).count([.greater("age", 1), .atMost("age", 9)]) == 12 },
            .reading(
                "GET custom_objects/schemas/{id}/records/{id}", "custom_objects/schemas/30/records/BKG-1",
                answer: .json(200, #"{"display_id":"BKG-1","updated_time":1615529200004}"#)
            ) {
                try await $0.customObjects.records(of: 30).get("BKG-1").updatedAt
                    == Date(timeIntervalSince1970: 1_615_529_200.004)
            },
            WireCall(
                "PUT custom_objects/schemas/{id}/records/{id}", "custom_objects/schemas/30/records/BKG-1",
                #"{"data":{"age":36},"version":3,"display_id":"BKG-1"}"#,
                answer: .json(200, #"{"display_id":"BKG-1"}"#)
            ) {
                let update = CustomObjectRecordUpdate {
                    $0.data["age"] = 36
                    $0.version = 3
                }
                try await $0.customObjects.records(of: 30).update("BKG-1", update)
            },
            WireCall(
                "DELETE custom_objects/schemas/{id}/records/{id}", "custom_objects/schemas/30/records/BKG-1",
                answer: .empty(204)
            ) { try await $0.customObjects.records(of: 30).delete("BKG-1") },
        ])
}
