// Source: developers.freshdesk.com/api, threads and their messages.
extension EndpointFolder {
    static let collaboration = EndpointFolder(
        "Collaboration", 9,
        """
        POST collaboration/threads
        GET collaboration/threads/{id}
        PUT collaboration/threads/{id}
        DELETE collaboration/threads/{id}
        POST collaboration/messages
        GET collaboration/messages/{id}
        PUT collaboration/messages/{id}
        DELETE collaboration/messages/{id}
        GET collaboration/messages/{id}/generate-quote
        """,
        notBuilt: """
            POST collaboration/threads
            GET collaboration/threads/{id}
            PUT collaboration/threads/{id}
            DELETE collaboration/threads/{id}
            POST collaboration/messages
            GET collaboration/messages/{id}
            PUT collaboration/messages/{id}
            DELETE collaboration/messages/{id}
            GET collaboration/messages/{id}/generate-quote
            """)
}
