import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Attachments.
extension EndpointFolder {
    static let attachments = EndpointFolder(
        "Attachments", 1,
        """
        DELETE attachments/{id}
        """,
        calls: [.silent("DELETE attachments/{id}", "attachments/5") { try await $0.attachments.delete(5) }])
}

extension Sample<FileAttachment> {
    /// As other records show it.
    static var log: Self {
        Self(
            """
            {"id":70112233445,"name":"log.txt","content_type":"text/plain","size":1843,"created_at":"2025-03-04T09:12:33Z",\
            "updated_at":"2025-03-04T09:12:34Z","attachment_url":"https://cdn.example.net/log.txt?sig=abc",\
            "thumb_url":"https://cdn.example.net/thumb"}
            """
        ) {
            $0.id == 70_112_233_445
            $0.name == "log.txt"
            $0.contentType == "text/plain"
            $0.size == 1843
            $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
            $0.updatedAt == utc(2025, 3, 4, 9, 12, 34)
            $0.url?.absoluteString == "https://cdn.example.net/log.txt?sig=abc"
            $0.thumbnailURL?.absoluteString == "https://cdn.example.net/thumb"
        }
    }
}
