import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Attachments.
extension EndpointFolder {
    static let attachments = EndpointFolder(
        "Attachments", 1,
        """
        DELETE attachments/{id}
        """,
        calls: [
            WireCall("DELETE attachments/{id}", "attachments/5", answer: .empty(204)) {
                try await $0.attachments.delete(5)
            }
        ])
}
