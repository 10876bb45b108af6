// Source: developers.freshdesk.com/api, account and settings.
extension EndpointFolder {
    static let account = EndpointFolder(
        "Account and settings", 3,
        """
        GET account
        POST account/export
        GET settings/helpdesk
        """,
        notBuilt: """
            GET account
            POST account/export
            GET settings/helpdesk
            """)
}
