import Foundation
import Freshsales
import TestSupport
import Testing

// Source: developers.freshworks.com/crm/api, files and links.
extension EndpointFolder {
    static let files = EndpointFolder(
        "Files", 2,
        """
        POST documents
        POST document_links
        """,
        calls: [

            .reading(
                "POST documents", "documents",
                form: [
                    "file=@offer.pdf", "file_name=offer.pdf", "is_shared=true", "targetable_id=5",
                    "targetable_type=Deal",
                ], answer: .json(200, #"{"document":{"id":8,"name":"offer.pdf"}}"#)
            ) {
                let file = DocumentUpload.data(Data("%PDF".utf8), filename: "offer.pdf")
                let document = try await $0.files.upload(file, to: .deal(5))
                document.id == 8
                document.name == "offer.pdf"
            },
            .reading(
                "POST document_links", "document_links",
                #"""
                {"url":"https://files.example/a","name":"Offer","is_shared":false,"targetable_id":5,
                "targetable_type":"SalesAccount"}
                """#, answer: .json(200, #"{"id":8}"#)
            ) {
                let url = try #require(URL(string: "https://files.example/a"))
                try await $0.files.link(url, name: "Offer", to: .salesAccount(5), isShared: false).id == 8
            },
        ])
}
