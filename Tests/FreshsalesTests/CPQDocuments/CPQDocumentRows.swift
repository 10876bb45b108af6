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
        notBuilt: """
            POST cpq/cpq_documents
            GET cpq/cpq_documents/{id}
            PUT cpq/cpq_documents/{id}
            DELETE cpq/cpq_documents/{id}
            PUT cpq/cpq_documents/{id}/restore
            DELETE cpq/cpq_documents/{id}/forget
            GET cpq/cpq_documents/{id}/related_products
            POST cpq/cpq_documents/bulk_assign
            """)
}
