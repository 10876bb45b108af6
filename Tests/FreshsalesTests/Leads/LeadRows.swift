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
        notBuilt: """
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
            """)
}
