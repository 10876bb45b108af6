// Source: developers.freshworks.com/crm/api, routes that are answered beside /api alone, as integrations found.
extension EndpointFolder {
    static let webApp = EndpointFolder(
        "Web app", 3,
        """
        GET /crm/sales/deals/{id}/tasks
        GET /crm/sales/contacts/{id}/conversations/all
        GET /crm/sales/deals/{id}/conversations/all
        """,
        notBuilt: """
            GET /crm/sales/deals/{id}/tasks
            GET /crm/sales/contacts/{id}/conversations/all
            GET /crm/sales/deals/{id}/conversations/all
            """)
}
