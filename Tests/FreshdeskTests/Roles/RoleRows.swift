import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Roles.
extension EndpointFolder {
    static let roles = EndpointFolder(
        "Roles", 2,
        """
        GET roles
        GET roles/{id}
        """,
        calls: [
            WireCall("GET roles", "roles?per_page=100", answer: .json(200, "[]")) {
                _ = try await $0.roles.list().all()
            },
            WireCall("GET roles/{id}", "roles/5") { _ = try await $0.roles.get(5) },
        ])
}
