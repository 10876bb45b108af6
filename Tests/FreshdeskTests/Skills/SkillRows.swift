// Source: developers.freshdesk.com/api, skills; old omnichannel accounts have the same calls at /skills.
extension EndpointFolder {
    static let skills = EndpointFolder(
        "Skills", 5,
        """
        GET admin/skills
        POST admin/skills
        GET admin/skills/{id}
        PATCH admin/skills/{id}
        DELETE admin/skills/{id}
        """,
        notBuilt: """
            GET admin/skills
            POST admin/skills
            GET admin/skills/{id}
            PATCH admin/skills/{id}
            DELETE admin/skills/{id}
            """)
}
