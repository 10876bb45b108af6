// Source: developers.freshdesk.com/api, Custom objects.
extension EndpointFolder {
    static let customObjects = EndpointFolder(
        "Custom objects", 8,
        """
        GET custom_objects/schemas
        GET custom_objects/schemas/{id}
        GET custom_objects/schemas/{id}/records
        POST custom_objects/schemas/{id}/records
        GET custom_objects/schemas/{id}/records/count
        GET custom_objects/schemas/{id}/records/{id}
        PUT custom_objects/schemas/{id}/records/{id}
        DELETE custom_objects/schemas/{id}/records/{id}
        """,
        notBuilt: """
            GET custom_objects/schemas
            GET custom_objects/schemas/{id}
            GET custom_objects/schemas/{id}/records
            POST custom_objects/schemas/{id}/records
            GET custom_objects/schemas/{id}/records/count
            GET custom_objects/schemas/{id}/records/{id}
            PUT custom_objects/schemas/{id}/records/{id}
            DELETE custom_objects/schemas/{id}/records/{id}
            """)
}
