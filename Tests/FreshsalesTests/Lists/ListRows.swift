// Source: developers.freshworks.com/crm/api, marketing lists.
extension EndpointFolder {
    static let lists = EndpointFolder(
        "Lists", 7,
        """
        POST lists
        GET lists
        PUT lists/{id}
        GET contacts/lists/{id}
        PUT lists/{id}/add_contacts
        PUT lists/{id}/remove_contacts
        PUT lists/{id}/move_contacts
        """,
        notBuilt: """
            POST lists
            GET lists
            PUT lists/{id}
            GET contacts/lists/{id}
            PUT lists/{id}/add_contacts
            PUT lists/{id}/remove_contacts
            PUT lists/{id}/move_contacts
            """)
}
