// Source: developers.freshworks.com/crm/api, products and prices.
extension EndpointFolder {
    static let products = EndpointFolder(
        "Products", 7,
        """
        POST cpq/products
        GET cpq/products/{id}
        PUT cpq/products/{id}
        DELETE cpq/products/{id}
        PUT cpq/products/{id}/restore
        POST cpq/products/bulk_assign
        POST cpq/products/bulk_delete
        """,
        notBuilt: """
            POST cpq/products
            GET cpq/products/{id}
            PUT cpq/products/{id}
            DELETE cpq/products/{id}
            PUT cpq/products/{id}/restore
            POST cpq/products/bulk_assign
            POST cpq/products/bulk_delete
            """)
}
