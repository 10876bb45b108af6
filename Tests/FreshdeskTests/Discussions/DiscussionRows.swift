// Source: developers.freshdesk.com/api, discussions.
extension EndpointFolder {
    static let discussions = EndpointFolder(
        "Discussions", 19,
        """
        GET discussions/categories
        POST discussions/categories
        GET discussions/categories/{id}
        PUT discussions/categories/{id}
        DELETE discussions/categories/{id}
        GET discussions/categories/{id}/forums
        POST discussions/categories/{id}/forums
        GET discussions/forums/{id}
        PUT discussions/forums/{id}
        DELETE discussions/forums/{id}
        GET discussions/forums/{id}/topics
        POST discussions/forums/{id}/topics
        GET discussions/topics/{id}
        PUT discussions/topics/{id}
        DELETE discussions/topics/{id}
        GET discussions/topics/{id}/comments
        POST discussions/topics/{id}/comments
        PUT discussions/comments/{id}
        DELETE discussions/comments/{id}
        """,
        notBuilt: """
            GET discussions/categories
            POST discussions/categories
            GET discussions/categories/{id}
            PUT discussions/categories/{id}
            DELETE discussions/categories/{id}
            GET discussions/categories/{id}/forums
            POST discussions/categories/{id}/forums
            GET discussions/forums/{id}
            PUT discussions/forums/{id}
            DELETE discussions/forums/{id}
            GET discussions/forums/{id}/topics
            POST discussions/forums/{id}/topics
            GET discussions/topics/{id}
            PUT discussions/topics/{id}
            DELETE discussions/topics/{id}
            GET discussions/topics/{id}/comments
            POST discussions/topics/{id}/comments
            PUT discussions/comments/{id}
            DELETE discussions/comments/{id}
            """)
}
