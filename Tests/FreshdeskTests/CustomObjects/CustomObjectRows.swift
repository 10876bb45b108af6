import Foundation
import Freshdesk
import TestSupport

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
            .reading("GET custom_objects/schemas", "custom_objects/schemas", answer: bookings.list(under: "schemas")) {
                bookings.facts(try await $0.customObjects.all())
            },
            .reading("GET custom_objects/schemas/{id}", "custom_objects/schemas/30", answer: bookings.answer()) {
                bookings.facts(try await $0.customObjects.get(30))
            },
            .reading(
                "GET custom_objects/schemas/{id}/records",
                "custom_objects/schemas/30/records?age%5Bgte%5D=35&city=Berlin&sort_by=age%3BDESC&page_size=50",
                answer: .json(200, #"{"records":[\#(booking.text)],"_links":{}}"#)
            ) {
                let list = $0.customObjects.records(of: 30).list(
                    [.atLeast("age", 35), .equal("city", "Berlin")], sortedBy: "age", isAscending: false, pageSize: 50)
                booking.facts(try await list.all())
            },
            .reading(
                "GET custom_objects/schemas/{id}/records",
                "custom_objects/schemas/30/records?updated_time%5Blt%5D=2025-02-01T00%3A00%3A00.000Z&page_size=100",
                answer: booking.list(under: "records")
            ) {
                let list = $0.customObjects.records(of: 30).list([.less("updated_time", utc(2025, 2, 1))])
                booking.facts(try await list.all())
            },
            .reading(
                "POST custom_objects/schemas/{id}/records", "custom_objects/schemas/30/records",
                #"{"data":{"customer_id":"C1","age":35}}"#, answer: booking.answer(201)
            ) {
                let draft = CustomObjectRecordDraft {
                    $0["customer_id"] = "C1"
                    $0["age"] = 35
                }
                booking.facts(try await $0.customObjects.records(of: 30).create(draft))
            },
            .reading(
                "GET custom_objects/schemas/{id}/records/count",
                "custom_objects/schemas/30/records/count?age%5Bgt%5D=1&age%5Blte%5D=9",
                answer: .json(200, #"{"count":12}"#)
            ) { try await $0.customObjects.records(of: 30).count([.greater("age", 1), .atMost("age", 9)]) == 12 },
            .reading(
                "GET custom_objects/schemas/{id}/records/{id}", "custom_objects/schemas/30/records/BKG-1",
                answer: booking.answer()
            ) { booking.facts(try await $0.customObjects.records(of: 30).get("BKG-1")) },
            .reading(
                "PUT custom_objects/schemas/{id}/records/{id}", "custom_objects/schemas/30/records/BKG-1",
                #"{"data":{"age":36},"version":3,"display_id":"BKG-1"}"#, answer: booking.answer()
            ) {
                let update = CustomObjectRecordUpdate {
                    $0.data["age"] = 36
                    $0.version = 3
                }
                booking.facts(try await $0.customObjects.records(of: 30).update("BKG-1", update))
            },
            .silent("DELETE custom_objects/schemas/{id}/records/{id}", "custom_objects/schemas/30/records/BKG-1") {
                try await $0.customObjects.records(of: 30).delete("BKG-1")
            },
        ])
}

private let bookings = Sample<CustomObjectSchema>(
    """
    {"id":30,"name":"Booking","prefix":"BKG","title":"Bookings","description":"Of rooms","version":2,"deleted":false,\
    "fields":[{"id":"0a","name":"age","label":"Age","type":"PRIMARY","position":1,"required":true,"editable":true,\
    "visible":true,"deleted":false,"filterable":true,"searchable":true,"placeholder":"Years","hint":"In years",\
    "parent_id":"0b","choices":[{"id":6,"value":"Young"}]}],"created_time":1624081385288,"updated_time":1624081385289}
    """
) {
    $0.id == 30
    $0.name == "Booking"
    $0.prefix == "BKG"
    $0.title == "Bookings"
    $0.description == "Of rooms"
    $0.version == 2
    $0.isDeleted == false
    $0.fields?.count == 1
    $0.fields?.first?.id == "0a"
    $0.fields?.first?.name == "age"
    $0.fields?.first?.label == "Age"
    $0.fields?.first?.type == "PRIMARY"
    $0.fields?.first?.position == 1
    $0.fields?.first?.isRequired == true
    $0.fields?.first?.isEditable == true
    $0.fields?.first?.isVisible == true
    $0.fields?.first?.isDeleted == false
    $0.fields?.first?.isFilterable == true
    $0.fields?.first?.isSearchable == true
    $0.fields?.first?.placeholder == "Years"
    $0.fields?.first?.hint == "In years"
    $0.fields?.first?.parentID == "0b"
    $0.fields?.first?.choices?.all.map(\.id) == [6]
    $0.fields?.first?.choices?.all.map(\.label) == ["Young"]
    $0.createdAt == Date(timeIntervalSince1970: 1_624_081_385.288)
    $0.updatedAt == Date(timeIntervalSince1970: 1_624_081_385.289)
}

private let booking = Sample<CustomObjectRecord>(
    """
    {"display_id":"BKG-1","created_time":1615529200003,"updated_time":1615529200004,"version":3,\
    "data":{"customer_id":"C1","age":35},"metadata":{"creation_source":"api"}}
    """
) {
    $0.id == "BKG-1"
    $0.createdAt == Date(timeIntervalSince1970: 1_615_529_200.003)
    $0.updatedAt == Date(timeIntervalSince1970: 1_615_529_200.004)
    $0.version == 3
    $0.data["customer_id"] == "C1"
    $0.data["age"] == 35
    $0.metadata == ["creation_source": "api"]
}
