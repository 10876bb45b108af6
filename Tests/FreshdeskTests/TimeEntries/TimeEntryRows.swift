// Source: developers.freshdesk.com/api, Time entries.
extension EndpointFolder {
    static let timeEntries = EndpointFolder(
        "Time entries", 6,
        """
        GET time_entries
        GET tickets/{id}/time_entries
        POST tickets/{id}/time_entries
        PUT time_entries/{id}
        PUT time_entries/{id}/toggle_timer
        DELETE time_entries/{id}
        """,
        notBuilt: """
            GET time_entries
            GET tickets/{id}/time_entries
            POST tickets/{id}/time_entries
            PUT time_entries/{id}
            PUT time_entries/{id}/toggle_timer
            DELETE time_entries/{id}
            """)
}
