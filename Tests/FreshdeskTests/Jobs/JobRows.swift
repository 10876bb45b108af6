// Source: developers.freshdesk.com/api, Jobs.
extension EndpointFolder {
    static let jobs = EndpointFolder(
        "Jobs", 1,
        """
        GET jobs/{id}
        """,
        notBuilt: """
            GET jobs/{id}
            """)
}
