import Freshdesk

func readmeFirst(key: String) async throws {
    let freshdesk = try FreshdeskClient(subdomain: "acme", credential: .apiKey(key))

    let check = try await freshdesk.verify()
    print(check.verdict, check.advice)

    if let agent = try await freshdesk.agents.first(email: "sam@acmehelp.test") {
        print("Agent \(agent.id) is \(agent.contact?.name ?? "unnamed")")
    }

    for try await agent in freshdesk.agents.list(AgentFilter(state: .fulltime)) {
        print(agent.id, agent.contact?.email ?? "-")
    }

    do {
        try await freshdesk.agents.delete(70_040_000_099)
    } catch let error as FreshworksError {
        print(error)  // what happened, whether it may have been carried out, what to do next
    }
}
