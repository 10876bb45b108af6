// Source: developers.freshworks.com/crm/api, notes.
extension EndpointFolder {
    static let notes = EndpointFolder(
        "Notes", 3,
        """
        POST notes
        PUT notes/{id}
        DELETE notes/{id}
        """,
        notBuilt: """
            POST notes
            PUT notes/{id}
            DELETE notes/{id}
            """)
}
