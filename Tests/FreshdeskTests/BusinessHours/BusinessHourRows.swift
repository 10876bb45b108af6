// Source: developers.freshdesk.com/api, Business hours.
extension EndpointFolder {
    static let businessHours = EndpointFolder(
        "Business hours", 2,
        """
        GET business_hours
        GET business_hours/{id}
        """,
        notBuilt: """
            GET business_hours
            GET business_hours/{id}
            """)
}
