// Source: developers.freshdesk.com/api, Canned responses.
extension EndpointFolder {
    static let cannedResponses = EndpointFolder(
        "Canned responses", 9,
        """
        GET canned_response_folders
        POST canned_response_folders
        GET canned_response_folders/{id}
        PUT canned_response_folders/{id}
        GET canned_response_folders/{id}/responses
        POST canned_responses
        GET canned_responses/{id}
        PUT canned_responses/{id}
        POST canned_responses/bulk
        """,
        notBuilt: """
            GET canned_response_folders
            POST canned_response_folders
            GET canned_response_folders/{id}
            PUT canned_response_folders/{id}
            GET canned_response_folders/{id}/responses
            POST canned_responses
            GET canned_responses/{id}
            PUT canned_responses/{id}
            POST canned_responses/bulk
            """)
}
