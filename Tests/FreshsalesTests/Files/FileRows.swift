// Source: developers.freshworks.com/crm/api, files and links.
extension EndpointFolder {
    static let files = EndpointFolder(
        "Files", 2,
        """
        POST documents
        POST document_links
        """,
        notBuilt: """
            POST documents
            POST document_links
            """)
}
