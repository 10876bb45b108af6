// Source: developers.freshworks.com/crm/api, custom modules; the first {id} is the name of the module.
extension EndpointFolder {
    static let customModules = EndpointFolder(
        "Custom modules", 8,
        """
        POST custom_module/{id}
        GET custom_module/{id}/{id}
        PUT custom_module/{id}/{id}
        DELETE custom_module/{id}/{id}
        GET custom_module/{id}/view/{id}
        POST custom_module/{id}/{id}/clone
        DELETE custom_module/{id}/{id}/forget
        POST custom_module/{id}/bulk_destroy
        """,
        notBuilt: """
            POST custom_module/{id}
            GET custom_module/{id}/{id}
            PUT custom_module/{id}/{id}
            DELETE custom_module/{id}/{id}
            GET custom_module/{id}/view/{id}
            POST custom_module/{id}/{id}/clone
            DELETE custom_module/{id}/{id}/forget
            POST custom_module/{id}/bulk_destroy
            """)
}
