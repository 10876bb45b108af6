// Source: developers.freshdesk.com/api, Products.
extension EndpointFolder {
    static let products = EndpointFolder(
        "Products", 2,
        """
        GET products
        GET products/{id}
        """,
        notBuilt: """
            GET products
            GET products/{id}
            """)
}
