import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("A list behind a proxy")
struct ProxiedListTests {
    private func list(
        _ account: FreshworksAccount, _ style: PageStyle, _ transport: ScriptedTransport
    ) throws -> PagedSequence<ListedRecord> {
        let credential: Credential =
            account.product.name == "freshchat"
            ? .freshchat(token: "FAKE0.token1.value2") : .freshdesk(apiKey: "FAKEkey0123456789abcd")
        return try APIClient(
            account: account, credential: .fixed(credential),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock())
        ).list(ListEndpoint("agents.list", "agents", paging: style))
    }

    private func link(_ target: String) -> TransportResponse {
        .json(200, #"[{"id":1}]"#, ("Link", "<\(target)>; rel=\"next\""))
    }

    @Test(
        "goes on at the proxy where the service names its own host",
        arguments: [
            ("https://proxy.example/desk/api/v2", "https://proxy.example/desk/api/v2/agents?page=2&per_page=1"),
            ("https://proxy.example:8443/x", "https://proxy.example:8443/x/agents?page=2&per_page=1"),
            ("http://127.0.0.1:8080/api/v2", "http://127.0.0.1:8080/api/v2/agents?page=2&per_page=1"),
        ])
    func freshdesk(base: String, second: String) async throws {
        let transport = ScriptedTransport(
            link("https://acme.freshdesk.com/api/v2/agents?page=2&per_page=1"), .json(200, #"[{"id":2}]"#),
            .json(200, "[]"))
        let account = try FreshworksAccount(.freshdesk, baseURL: base, allowsForeignHost: true)
        #expect(try await list(account, .linkHeader, transport).all().map(\.id) == [1, 2])
        let third = base + "/agents?per_page=1&page=3"
        #expect(transport.requests.map(\.url.absoluteString) == [base + "/agents", second, third])
    }

    @Test("goes on at the proxy for the links in an answer too")
    func freshchat() async throws {
        let page =
            #"{"agents":[{"id":1}],"links":{"next_page":{"href":"https://acme.freshchat.com/v2/agents?page=2"}}}"#
        let transport = ScriptedTransport(.json(200, page), .json(200, #"{"agents":[{"id":2}]}"#))
        let account = try FreshworksAccount(
            .freshchat, baseURL: "https://proxy.example/chat", allowsForeignHost: true)
        let api = try APIClient(
            account: account, credential: .fixed(.freshchat(token: "FAKE0.token1.value2")),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        let agents: PagedSequence<ListedRecord> = api.list(
            ListEndpoint("agents.list", "agents", paging: .nextPageLink, at: "agents"))
        #expect(try await agents.all().map(\.id) == [1, 2])
        #expect(transport.requests.last?.url.absoluteString == "https://proxy.example/chat/agents?page=2")
    }

    @Test(
        "follows no link to anywhere else",
        arguments: [
            "https://attacker.example/api/v2/agents?page=2", "http://acme.freshdesk.com/api/v2/agents?page=2",
            "https://acme.freshdesk.com.attacker.example/api/v2/agents", "https://acme.freshdesk.com/other?page=2",
            "https://user:pass@acme.freshdesk.com/api/v2/agents", "https://acme.freshdesk.com:8443/api/v2/agents",
            "https://acme.freshchat.com/v2/agents", "https://attachment.freshdesk.com/api/v2/agents",
        ])
    func foreign(target: String) async throws {
        let account = try FreshworksAccount(
            .freshdesk, baseURL: "https://proxy.example/api/v2", allowsForeignHost: true)
        let transport = ScriptedTransport(link(target))
        await expectRefusal(.foreignLink) { _ = try await list(account, .linkHeader, transport).all() }
        #expect(transport.requests.count == 1)
    }

    @Test("is no proxy at one of the service's own hosts: another account's link is foreign")
    func otherAccount() async throws {
        let transport = ScriptedTransport(link("https://other.freshdesk.com/api/v2/agents?page=2"))
        await expectRefusal(.foreignLink) { _ = try await list(.freshdesk("acme"), .linkHeader, transport).all() }
    }
}
