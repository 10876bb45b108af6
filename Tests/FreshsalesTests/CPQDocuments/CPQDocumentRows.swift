import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, documents of CPQ.
extension EndpointFolder {
    static let cpqDocuments = EndpointFolder(
        "CPQ documents", 8,
        """
        POST cpq/cpq_documents
        GET cpq/cpq_documents/{id}
        PUT cpq/cpq_documents/{id}
        DELETE cpq/cpq_documents/{id}
        PUT cpq/cpq_documents/{id}/restore
        DELETE cpq/cpq_documents/{id}/forget
        GET cpq/cpq_documents/{id}/related_products
        POST cpq/cpq_documents/bulk_assign
        """,
        calls: [

            .reading(
                "POST cpq/cpq_documents", "cpq/cpq_documents", #"{"cpq_document":{"name":"Q1"}}"#,
                answer: .json(201, #"{"cpq_document":{"id":8}}"#)
            ) { try await $0.cpqDocuments.create(["name": "Q1"]).id == 8 },
            .reading(
                "POST cpq/cpq_documents", "cpq/cpq_documents?include=products",
                #"{"cpq_document":{"products":[{"id":3}]}}"#, answer: .json(201, #"{"cpq_document":{"id":8}}"#)
            ) { try await $0.cpqDocuments.create(["products": [["id": 3]]]).id == 8 },
            .reading(
                "GET cpq/cpq_documents/{id}", "cpq/cpq_documents/8?include=products",
                answer: .json(200, #"{"cpq_document":{"id":8,"products":[{"id":3}]}}"#)
            ) {
                let document = try await $0.cpqDocuments.get(8, include: [.products])
                document.id == 8
                document.products == [["id": 3]]
            },
            .reading(
                "PUT cpq/cpq_documents/{id}", "cpq/cpq_documents/8?include=products",
                #"{"cpq_document":{"products":[{"id":3}]}}"#, answer: .json(200, #"{"cpq_document":{"id":8}}"#)
            ) { try await $0.cpqDocuments.update(8, ["products": [["id": 3]]]).id == 8 },
            .reading(
                "PUT cpq/cpq_documents/{id}", "cpq/cpq_documents/8", #"{"cpq_document":{"name":"Q2"}}"#,
                answer: .json(200, #"{"cpq_document":{"id":8}}"#)
            ) { try await $0.cpqDocuments.update(8, ["name": "Q2"]).id == 8 },
            .silent(
                "DELETE cpq/cpq_documents/{id}", "cpq/cpq_documents/8",
                answer: .json(200, #"{"msg":{"code":"success"}}"#)
            ) { try await $0.cpqDocuments.delete(8) },
            .silent("PUT cpq/cpq_documents/{id}/restore", "cpq/cpq_documents/8/restore") {
                try await $0.cpqDocuments.restore(8)
            },
            .silent("DELETE cpq/cpq_documents/{id}/forget", "cpq/cpq_documents/8/forget") {
                try await $0.cpqDocuments.forget(8)
            },
            .reading(
                "GET cpq/cpq_documents/{id}/related_products", "cpq/cpq_documents/8/related_products",
                answer: .json(200, #"{"products":[{"id":3}]}"#)
            ) { try await $0.cpqDocuments.products(of: 8).map(\.id) == [3] },
            .silent(
                "POST cpq/cpq_documents/bulk_assign", "cpq/cpq_documents/bulk_assign",
                #"{"selected_ids":[8],"owner_id":7}"#
            ) { try await $0.cpqDocuments.assign([8], to: 7) },
        ])
}
