import Foundation
import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, sales activities.
extension EndpointFolder {
    static let salesActivities = EndpointFolder(
        "Sales activities", 5,
        """
        POST sales_activities
        GET sales_activities/{id}
        GET sales_activities
        PUT sales_activities/{id}
        DELETE sales_activities/{id}
        """,
        calls: [

            .reading(
                "POST sales_activities", "sales_activities",
                #"""
                {"sales_activity":{"title":"Call","sales_activity_type_id":3,"start_date":"2025-02-06T16:00:00Z",
                "end_date":"2025-02-06T17:00:00Z","targetable_type":"Deal","targetable_id":5,"owner_id":7}}
                """#, answer: .json(201, #"{"sales_activity":{"id":8}}"#)
            ) {
                let start = Date(timeIntervalSince1970: 1_738_857_600)
                try await $0.salesActivities.create(
                    SalesActivityDraft(
                        "Call", type: 3, from: start, to: start.addingTimeInterval(3600), about: .deal(5), owner: 7)
                ).id == 8
            },
            .reading(
                "GET sales_activities/{id}", "sales_activities/8",
                answer: .json(200, #"{"sales_activity":{"id":8}}"#)
            ) { try await $0.salesActivities.get(8).id == 8 },
            .reading(
                "GET sales_activities", "sales_activities?per_page=50&include=owner%2Ctargetable",
                answer: .json(
                    200,
                    #"""
                    {"sales_activities":[{"id":8,"targetables":[{"id":5,"type":"Deal"}]}],"deals":[{"id":5,"name":"R"}],
                    "meta":{"total_pages":1}}
                    """#)
            ) {
                let rows = try await $0.salesActivities.list(include: [.target, .owner], pageSize: 50).all()
                rows.map(\.id) == [8]
                rows.first?.deal?.id == 5
                rows.first?.deal?.name == "R"
            },
            .reading(
                "PUT sales_activities/{id}", "sales_activities/8", #"{"sales_activity":{"notes":"Done"}}"#,
                answer: .json(200, #"{"sales_activity":{"id":8}}"#)
            ) { try await $0.salesActivities.update(8, SalesActivityUpdate { $0.notes = .set("Done") }).id == 8 },
            .silent("DELETE sales_activities/{id}", "sales_activities/8", answer: .empty(200)) {
                try await $0.salesActivities.delete(8)
            },
        ])
}
