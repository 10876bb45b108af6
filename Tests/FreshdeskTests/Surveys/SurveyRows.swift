import Freshdesk
import TestSupport
import Testing

// Source: developers.freshdesk.com/api, surveys, satisfaction ratings and customer satisfaction.
extension EndpointFolder {
    static let surveys = EndpointFolder(
        "Surveys and ratings", 7,
        """
        GET surveys
        GET surveys/satisfaction_ratings
        GET tickets/{id}/satisfaction_ratings
        POST tickets/{id}/satisfaction_ratings
        GET customer-satisfaction/surveys
        GET customer-satisfaction/surveys/{id}/responses
        POST customer-satisfaction/surveys/{id}/responses
        """,
        calls: [
            .reading(
                "GET surveys", "surveys?state=active", answer: .json(200, #"[{"id":5,"title":"T"}]"#)
            ) { try await $0.surveys.all(isActive: true).map(\.title) == ["T"] },
            .reading(
                "GET surveys/satisfaction_ratings",
                "surveys/satisfaction_ratings?created_since=2025-02-01T00%3A00%3A00Z&user_id=7&per_page=100",
                answer: .json(200, #"[{"id":1,"ratings":{"default_question":103}}]"#)
            ) {
                try await $0.surveys.ratings(createdSince: utc(2025, 2, 1), userID: 7).all().map(\.id) == [1]
            },
            WireCall(
                "GET tickets/{id}/satisfaction_ratings", "tickets/311/satisfaction_ratings?per_page=100",
                answer: .json(200, #"[{"id":1,"ratings":{"default_question":103}}]"#)
            ) {
                let ratings = try await $0.tickets.satisfactionRatings(of: 311).all()
                #expect(ratings.map(\.ratings) == [["default_question": 103]])
            },
            WireCall(
                "POST tickets/{id}/satisfaction_ratings", "tickets/311/satisfaction_ratings",
                #"{"ratings":{"default_question":-103},"feedback":"Slow"}"#,
                answer: .json(201, #"{"id":true,"feedback":"Slow","ratings":{"default_question":-103}}"#)
            ) {
                let rating = try await $0.tickets.rate(311, SatisfactionRatingDraft(-103) { $0.feedback = "Slow" })
                #expect(rating.feedback == "Slow")
                #expect(rating.id == nil)
            },
            .reading(
                "GET customer-satisfaction/surveys", "customer-satisfaction/surveys?state=ACTIVE&per_page=100",
                answer: .json(
                    200,
                    #"{"data":[{"id":"0a1b","questions":[{"id":"q1","type":"range"}]}],"paging":{"next":null}}"#)
            ) {
                let survey = try await $0.customerSatisfaction.surveys(state: .active).first()
                return survey?.id == "0a1b" && survey?.questions?.map(\.type) == ["range"]
            },
            .reading(
                "GET customer-satisfaction/surveys/{id}/responses",
                "customer-satisfaction/surveys/0a1b/responses?per_page=50",
                answer: .json(
                    200,
                    #"{"data":[{"id":"r1","group_id":"7","answers":[{"question_id":"q1","value":5}]}],"paging":{"next":null}}"#
                )
            ) {
                let response = try await $0.customerSatisfaction.responses(to: "0a1b", pageSize: 50).first()
                return response?.groupID == 7 && response?.answers?.map(\.value) == [5]
            },
            .reading(
                "POST customer-satisfaction/surveys/{id}/responses", "customer-satisfaction/surveys/0a1b/responses",
                #"{"ticket_id":311,"answers":[{"question_id":"q1","value":5},{"question_id":"q2","value":["a"]}]}"#,
                answer: .json(201, #"{"data":{"id":"r1","status":"COMPLETED"}}"#)
            ) {
                let draft = CustomerSurveyResponseDraft(
                    ticketID: 311, answers: [CustomerSurveyAnswer("q1", 5), CustomerSurveyAnswer("q2", ["a"])])
                return try await $0.customerSatisfaction.respond(to: "0a1b", draft).status == "COMPLETED"
            },
        ])
}
