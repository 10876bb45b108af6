// Source: developers.freshdesk.com/api, automations; the first {id} of a rule is its type.
extension EndpointFolder {
    static let automations = EndpointFolder(
        "Automations", 7,
        """
        GET automations/{id}/rules
        POST automations/{id}/rules
        GET automations/{id}/rules/{id}
        PUT automations/{id}/rules/{id}
        DELETE automations/{id}/rules/{id}
        GET scenario_automations
        GET scenario_automations/{id}
        """,
        notBuilt: """
            GET automations/{id}/rules
            POST automations/{id}/rules
            GET automations/{id}/rules/{id}
            PUT automations/{id}/rules/{id}
            DELETE automations/{id}/rules/{id}
            GET scenario_automations
            GET scenario_automations/{id}
            """)
}
