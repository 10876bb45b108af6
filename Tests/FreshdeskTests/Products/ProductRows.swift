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
            .reading(
                "GET products", "products?per_page=100", answer: .json(200, #"[{"id":5,"name":"Chairs"}]"#)
            ) { try await $0.products.list().all().map(\.name) == ["Chairs"] },
            .reading("GET products/{id}", "products/5", answer: .json(200, #"{"id":5,"name":"Chairs"}"#)) {
                try await $0.products.get(5).name == "Chairs"
            },
        ])
}
