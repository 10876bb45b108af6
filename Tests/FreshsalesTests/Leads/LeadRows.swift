import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, leads, which Classic accounts have.
extension EndpointFolder {
    static let leads = EndpointFolder(
        "Leads", 10,
        """
        POST leads
        GET leads/{id}
        GET leads/filters
        GET leads/view/{id}
        PUT leads/{id}
        POST leads/{id}/clone
        DELETE leads/{id}
        DELETE leads/{id}/forget
        POST leads/{id}/convert
        GET leads/{id}/activities
        """,
        calls: [

            .reading(
                "POST leads", "leads", #"{"lead":{"email":"a@b.example","company":{"name":"Rhone"}}}"#,
                answer: .json(201, #"{"lead":{"id":8}}"#)
            ) {
                try await $0.leads.create(LeadDraft(email: "a@b.example") { $0.company = LeadCompany(name: "Rhone") })
                    .id
                    == 8
            },
            .reading("GET leads/{id}", "leads/8", answer: .json(200, #"{"lead":{"id":8}}"#)) {
                try await $0.leads.get(8).id == 8
            },
            .reading("GET leads/filters", "leads/filters", answer: .json(200, #"{"filters":[{"id":4}]}"#)) {
                try await $0.leads.views().map(\.id) == [4]
            },
            .reading(
                "GET leads/view/{id}", "leads/view/4?per_page=100",
                answer: .json(200, #"{"leads":[{"id":8}],"meta":{"total_pages":1}}"#)
            ) { try await $0.leads.list(view: 4).all().map(\.id) == [8] },
            .reading(
                "PUT leads/{id}", "leads/8", #"{"lead":{"lead_stage_id":3}}"#,
                answer: .json(200, #"{"lead":{"id":8}}"#)
            ) { try await $0.leads.update(8, LeadUpdate { $0.leadStageID = .set(3) }).id == 8 },
            .reading(
                "POST leads/{id}/clone", "leads/8/clone", #"{"lead":{"email":"b@b.example"}}"#,
                answer: .json(200, #"{"lead":{"id":9}}"#)
            ) { try await $0.leads.clone(8, changing: LeadUpdate { $0.email = .set("b@b.example") }).id == 9 },
            .silent("DELETE leads/{id}", "leads/8", answer: .json(200, "true")) { try await $0.leads.delete(8) },
            .silent("DELETE leads/{id}/forget", "leads/8/forget") {
                try await $0.leads.forget(8)
            },
            .reading(
                "POST leads/{id}/convert", "leads/8/convert", #"{"lead":{"email":"c@b.example"}}"#,
                answer: .json(200, #"{"contact":{"id":1},"sales_account":{"id":2},"deal":null}"#)
            ) {
                let made = try await $0.leads.convert(8, changing: LeadUpdate { $0.email = .set("c@b.example") })
                made.contact?.id == 1
                made.salesAccount?.id == 2
                made.deal == nil
            },
            .reading(
                "GET leads/{id}/activities", "leads/8/activities",
                answer: .json(200, #"{"activities":[{"composite_id":"x"}],"meta":{"total_pages":1}}"#)
            ) { try await $0.leads.activities(of: 8).all().map(\.compositeID) == ["x"] },
        ])
}
