import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Agents.
extension EndpointFolder {
    static let agents = EndpointFolder(
        "Agents", 10,
        """
        GET agents
        POST agents
        GET agents/{id}
        PUT agents/{id}
        DELETE agents/{id}
        GET agents/me
        POST agents/bulk
        GET agents/autocomplete
        GET agents/{id}/availability
        PUT agents/{id}/availability
        """,
        notBuilt: """
            POST agents/bulk
            GET agents/autocomplete
            GET agents/{id}/availability
            PUT agents/{id}/availability
            """,
        calls: [

            WireCall("GET agents", "agents?state=occasional&per_page=100", answer: .json(200, "[]")) {
                _ = try await $0.agents.list(AgentFilter(state: .occasional)).all()
            },
            WireCall("POST agents", "agents", #"{"email":"sam@acme.test","ticket_scope":2}"#) {
                try await $0.agents.create(AgentDraft(email: "sam@acme.test", ticketScope: .group))
            },
            WireCall("GET agents/{id}", "agents/5") { _ = try await $0.agents.get(5) },
            WireCall("PUT agents/{id}", "agents/5", #"{"signature":null}"#) {
                try await $0.agents.update(5, AgentUpdate { $0.signature = .clear })
            },
            WireCall("DELETE agents/{id}", "agents/5", answer: .empty(204)) { try await $0.agents.delete(5) },
            WireCall("GET agents/me", "agents/me") { _ = try await $0.agents.me() },
        ])
}
