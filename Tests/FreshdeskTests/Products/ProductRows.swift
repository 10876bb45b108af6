import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Products.
extension EndpointFolder {
    static let products = EndpointFolder(
        "Products", 2,
        """
        GET products
        GET products/{id}
        """,
        calls: [
            .reading("GET products", "products?per_page=100", answer: chairs.list()) {
                chairs.facts(try await $0.products.list().all())
            },
            .reading("GET products/{id}", "products/5", answer: chairs.answer()) {
                chairs.facts(try await $0.products.get(5))
            },
        ])
}

private let chairs = Sample<Product>(
    """
    {"id":5,"name":"Chairs","description":"To sit on","primary_email":"chairs@acme.test","default":true,\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.name == "Chairs"
    $0.description == "To sit on"
    $0.primaryEmail == "chairs@acme.test"
    $0.isDefault == true
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
