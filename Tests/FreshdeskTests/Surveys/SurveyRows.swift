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
        notBuilt: """
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
        ])
}
