// Source: developers.freshworks.com/crm/api, sales activities.
extension EndpointFolder {
    static let salesActivities = EndpointFolder(
        "Sales activities", 5,
        """
        POST sales_activities
        GET sales_activities/{id}
        GET sales_activities
        PUT sales_activities/{id}
        DELETE sales_activities/{id}
        """,
        notBuilt: """
            POST sales_activities
            GET sales_activities/{id}
            GET sales_activities
            PUT sales_activities/{id}
            DELETE sales_activities/{id}
            """)
}
