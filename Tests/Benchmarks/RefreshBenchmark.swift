import Foundation
import FreshworksCore
import Synchronization

/// Tasks that all want a token at the moment when it has ended: one request, whatever their number.
func runRefreshBenchmark() async {
    do {
        let tasks = 10_000
        print("Refresh storm: \(tasks) tasks over one session whose token has ended")
        let server = TokenServer()
        let runtime = FreshworksRuntime(transport: server)
        guard let callback = URL(string: "https://app.example/callback") else { return }
        let client = try OAuthClient(
            .freshworks(
                organization: "acme", clientID: "fw_ext_1", clientSecret: "FAKEclientsecret",
                scopes: ["freshsales.contacts.view"], redirectURI: callback), runtime: runtime)
        let past = Date(timeIntervalSinceNow: -7200)
        let ended = OAuthTokens(
            accessToken: Secret("FAKEaccess"), refreshToken: Secret("FAKErefresh"), obtainedAt: past,
            expiresAt: past.addingTimeInterval(1800))
        let session = try await OAuthSession(client, store: InMemoryStore(), name: "acme", initial: ended)
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup { group in
            for _ in 0..<tasks { group.addTask { _ = try await session.credential() } }
            try await group.waitForAll()
        }
        let time = (clock.now - start) / .seconds(1)
        let requests = server.count
        let known = try await best(of: 1000) { _ = try await session.credential() }
        figure("refresh.requests", Double(requests))
        figure("refresh.us_per_task", time / Double(tasks) * 1e6)
        figure("refresh.known_us", known * 1e6)
        print("  requests for a token                \(requests)" + judged(Double(requests), atMost: 1))
        print("  per task                            \(microseconds(time / Double(tasks))) µs")
        print("  a token that is fresh               \(microseconds(known)) µs")
    } catch {
        fail(error)
    }
}

/// Answers each request with a new pair of tokens, and counts them.
private final class TokenServer: HTTPTransport {
    private let requests = Atomic(0)

    var count: Int { requests.load(ordering: .relaxed) }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let number = requests.add(1, ordering: .relaxed).newValue
        let body =
            "{\"access_token\":\"FAKEaccess\(number)\",\"refresh_token\":\"FAKErefresh\(number)\","
            + "\"token_type\":\"bearer\",\"expires_in\":1800}"
        return TransportResponse(
            status: 200, headers: HeaderFields(received: [(name: "Content-Type", value: "application/json")]),
            body: Data(body.utf8))
    }
}
