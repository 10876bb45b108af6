import Freshsales
import TestSupport

// Source: routes of the web app that integrations use; they are answered beside /api alone.
extension EndpointFolder {
    static let webApp = EndpointFolder(
        "Web app", 3,
        """
        GET ../deals/{id}/tasks
        GET ../contacts/{id}/conversations/all
        GET ../deals/{id}/conversations/all
        """,
        calls: [
            .reading(
                "GET ../deals/{id}/tasks", "/crm/sales/deals/8/tasks", answer: .json(200, #"{"tasks":[{"id":3}]}"#)
            ) { try await $0.deals.tasks(of: 8).map(\.id) == [3] },
            .reading(
                "GET ../contacts/{id}/conversations/all", "/crm/sales/contacts/8/conversations/all",
                answer: .json(200, #"{"email_conversations":[{"id":3}]}"#)
            ) { try await $0.contacts.conversations(of: 8).map(\.json) == [["id": 3]] },
            .reading(
                "GET ../deals/{id}/conversations/all", "/crm/sales/deals/8/conversations/all",
                answer: .json(200, #"{"email_conversations":[{"id":3}]}"#)
            ) { try await $0.deals.conversations(of: 8).map(\.json) == [["id": 3]] },
        ])
}
