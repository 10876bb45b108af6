import Freshdesk
import TestSupport
import Testing

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
            WireCall(
                "POST agents/bulk", "agents/bulk",
                """
                {"agents":[{"email":"a@b.test","ticket_scope":1,"agent_type":3},{"email":"c@d.test","ticket_scope":2}]}
                """, answer: .json(202, #"{"job_id":17,"href":"https://acme.freshdesk.com/api/v2/jobs/17"}"#)
            ) {
                let job = try await $0.agents.create([
                    AgentDraft(email: "a@b.test", ticketScope: .global) { $0.type = .collaborator },
                    AgentDraft(email: "c@d.test", ticketScope: .group),
                ])
                #expect(job.id == "17")
            },
            .reading(
                "GET agents/autocomplete", "agents/autocomplete?term=sa%20c",
                answer: .json(200, #"[{"id":5,"name":"Sam Cole","email":"sam@acme.test"}]"#)
            ) { try await $0.agents.autocomplete("sa c").map(\.email) == ["sam@acme.test"] },
            WireCall(
                "GET agents", "agents?only=availability&per_page=100",
                answer: .json(
                    200,
                    """
                    [{"id":5,"contact":{"name":"Sam"},"availability":{"agent_ref":5,"channel_availability":\
                    [{"channel":"freshdesk","assignment_limit":4,"available":true}]},"deactivated":false}]
                    """)
            ) {
                let agent = try await $0.agents.availabilities().all().first
                #expect(agent?.contact?.name == "Sam")
                #expect(agent?.availability?.channels?.first?.assignmentLimit == 4)
            },
            WireCall(
                "GET agents/{id}/availability", "agents/5/availability",
                answer: .json(200, #"{"agent_ref":5,"idle_enabled":true,"availability_control":"agent_controlled"}"#)
            ) {
                let availability = try await $0.agents.availability(of: 5)
                #expect(availability.isIdleEnabled == true)
                #expect(availability.agentID == 5)
            },
            WireCall(
                "PUT agents/{id}/availability", "agents/5/availability",
                """
                {"channel_availability":[{"channel":"Email queue","assignment_limit":3}],\
                "availability_control":"admin_controlled"}
                """
            ) {
                try await $0.agents.updateAvailability(
                    of: 5,
                    AgentAvailabilityUpdate {
                        $0.channels = [ChannelAvailability(channel: "Email queue", assignmentLimit: 3)]
                        $0.control = "admin_controlled"
                    })
            },
        ])
}
