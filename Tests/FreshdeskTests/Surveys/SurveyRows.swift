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
            GET surveys
            GET surveys/satisfaction_ratings
            GET tickets/{id}/satisfaction_ratings
            POST tickets/{id}/satisfaction_ratings
            GET customer-satisfaction/surveys
            GET customer-satisfaction/surveys/{id}/responses
            POST customer-satisfaction/surveys/{id}/responses
            """)
}
