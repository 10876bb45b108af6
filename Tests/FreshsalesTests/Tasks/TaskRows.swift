// Source: developers.freshworks.com/crm/api, tasks.
extension EndpointFolder {
    static let tasks = EndpointFolder(
        "Tasks", 5,
        """
        POST tasks
        GET tasks/{id}
        GET tasks
        PUT tasks/{id}
        DELETE tasks/{id}
        """,
        notBuilt: """
            POST tasks
            GET tasks/{id}
            GET tasks
            PUT tasks/{id}
            DELETE tasks/{id}
            """)
}
