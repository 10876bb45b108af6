// Source: developers.freshworks.com/crm/api, appointments.
extension EndpointFolder {
    static let appointments = EndpointFolder(
        "Appointments", 5,
        """
        POST appointments
        GET appointments/{id}
        GET appointments
        PUT appointments/{id}
        DELETE appointments/{id}
        """,
        notBuilt: """
            POST appointments
            GET appointments/{id}
            GET appointments
            PUT appointments/{id}
            DELETE appointments/{id}
            """)
}
