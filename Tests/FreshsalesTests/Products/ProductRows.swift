import Freshsales
import TestSupport

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
        calls: [

            .reading(
                "POST cpq/products", "cpq/products", #"{"product":{"name":"Chair"}}"#,
                answer: .json(201, #"{"product":{"id":8}}"#)
            ) { try await $0.products.create(ProductDraft(name: "Chair")).id == 8 },
            .reading(
                "POST cpq/products", "cpq/products?include=product_pricings",
                #"{"product":{"name":"Chair","product_pricings":[{"unit_price":5}]}}"#,
                answer: .json(201, #"{"product":{"id":8}}"#)
            ) {
                try await $0.products.create(
                    ProductDraft(name: "Chair") { $0.pricings = [ProductPricing(json: ["unit_price": 5])] }
                ).id == 8
            },
            .reading(
                "GET cpq/products/{id}", "cpq/products/8?include=product_pricings",
                answer: .json(200, #"{"product":{"id":8,"product_pricings":[{"id":3}]}}"#)
            ) {
                let product = try await $0.products.get(8, include: [.pricings])
                product.id == 8
                product.pricings?.map(\.id) == [3]
            },
            .reading(
                "PUT cpq/products/{id}", "cpq/products/8?include=product_pricings",
                #"{"product":{"pricing_type":"one_time","product_pricings":[{"unit_price":5},{"id":3,"_destroy":true}]}}"#,
                answer: .json(200, #"{"product":{"id":8}}"#)
            ) {
                try await $0.products.update(
                    8,
                    ProductUpdate {
                        $0.pricingType = "one_time"
                        $0.pricings = [ProductPricing(json: ["unit_price": 5]), .removing(3)]
                    }
                ).id == 8
            },
            .silent("DELETE cpq/products/{id}", "cpq/products/8", answer: .json(200, "true")) {
                try await $0.products.delete(8)
            },
            .silent("PUT cpq/products/{id}/restore", "cpq/products/8/restore") { try await $0.products.restore(8) },
            .silent(
                "POST cpq/products/bulk_assign", "cpq/products/bulk_assign", #"{"selected_ids":[8,9],"owner_id":7}"#
            ) { try await $0.products.assign([8, 9], to: 7) },
            .silent("POST cpq/products/bulk_delete", "cpq/products/bulk_delete", #"{"selected_ids":[8]}"#) {
                try await $0.products.delete([8])
            },
        ])
}
