import Foundation
import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, deals.
extension EndpointFolder {
    static let deals = EndpointFolder(
        "Deals", 11,
        """
        POST deals
        GET deals/{id}
        GET deals/filters
        GET deals/view/{id}
        PUT deals/{id}
        POST deals/{id}/clone
        DELETE deals/{id}
        DELETE deals/{id}/forget
        PUT deals/{id}/manage_team_members
        GET deals/{id}/notes
        GET deals/{id}/timeline_feeds
        """,
        calls: [
            .reading(
                "POST deals", "deals", #"{"deal":{"name":"Renewal","amount":1500}}"#,
                answer: .json(201, #"{"deal":{"id":8}}"#)
            ) {
                try await $0.deals.create(DealDraft(name: "Renewal", amount: 1500)).id == 8
            },
            .reading("GET deals/{id}", "deals/8", answer: .json(200, #"{"deal":{"id":8}}"#)) {
                try await $0.deals.get(8).id == 8
            },
            .reading("GET deals/filters", "deals/filters", answer: .json(200, #"{"filters":[{"id":4}]}"#)) {
                try await $0.deals.views().map(\.id) == [4]
            },
            .reading(
                "GET deals/view/{id}", "deals/view/4?per_page=100",
                answer: .json(200, #"{"deals":[{"id":8}],"meta":{"total_pages":1}}"#)
            ) { try await $0.deals.list(view: 4).all().map(\.id) == [8] },
            .reading(
                "PUT deals/{id}", "deals/8", #"{"deal":{"deal_stage_id":401}}"#,
                answer: .json(200, #"{"deal":{"id":8}}"#)
            ) {
                try await $0.deals.update(8, DealUpdate { $0.dealStageID = .set(401) }).id == 8
            },
            .reading(
                "POST deals/{id}/clone", "deals/8/clone", #"{"deal":{"deal_stage_id":401}}"#,
                answer: .json(200, #"{"deal":{"id":9}}"#)
            ) {
                try await $0.deals.clone(8, changing: DealUpdate { $0.dealStageID = .set(401) }).id == 9
            },
            .silent("DELETE deals/{id}", "deals/8") { try await $0.deals.delete(8) },
            .silent("DELETE deals/{id}/forget", "deals/8/forget", answer: .json(200, "true")) {
                try await $0.deals.forget(8)
            },

            .reading(
                "PUT deals/{id}/manage_team_members", "deals/8/manage_team_members", #"{"team_users":[7]}"#,
                answer: .json(200, #"{"deal":{"id":8}}"#)
            ) { try await $0.deals.setTeam(of: 8, [7]).id == 8 },
            .reading("GET deals/{id}/notes", "deals/8/notes", answer: .json(200, #"{"notes":[{"id":3}]}"#)) {
                try await $0.deals.notes(of: 8).all().map(\.id) == [3]
            },
            .reading(
                "GET deals/{id}/timeline_feeds", "deals/8/timeline_feeds",
                answer: .json(200, #"{"timeline_feeds":[{"a":1}],"meta":{"has_next":false}}"#)
            ) { try await $0.deals.timeline(of: 8).all().map(\.json) == [["a": 1]] },
        ])
}
