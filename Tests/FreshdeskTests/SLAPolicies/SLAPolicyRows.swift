// Source: developers.freshdesk.com/api, SLA policies.
extension EndpointFolder {
    static let slaPolicies = EndpointFolder(
        "SLA policies", 3,
        """
        GET sla_policies
        POST sla_policies
        PUT sla_policies/{id}
        """,
        notBuilt: """
            GET sla_policies
            POST sla_policies
            PUT sla_policies/{id}
            """)
}
