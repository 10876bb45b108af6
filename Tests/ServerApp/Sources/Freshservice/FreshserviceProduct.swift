public import FreshworksCore

extension FreshworksProduct {
    /// Freshservice, API v2. Source: api.freshservice.com.
    public static let freshservice = FreshworksProduct(
        name: "freshservice", title: "Freshservice",
        hosts: [.tenants(under: ".freshservice.com", basePath: "/api/v2")],
        keyScheme: .basic,
        probes: VerificationProbes(
            .init("agents/me", expects: [["agent.id"]], id: "agent.id", email: "agent.email"),
            alternative: .init("tickets", query: ["per_page": 1], expects: [["tickets"]])),
        numberedCollections: ["agents", "tickets"])
}
