import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A provider whose own call fails")
struct ProviderFailureTests {
    private let transport = ScriptedTransport(.json(200, "{}"))

    /// A client whose provider cannot obtain a credential.
    private func client(_ code: FreshworksError.Code, status: Int? = nil) throws -> APIClient {
        var error = FreshworksError(code, "it failed", advice: "Look there.", mayHaveBeenExecuted: true)
        error.operation = "oauth.refresh"
        error.requestLine = "POST https://acme.myfreshworks.com/org/oauth/v2/token"
        error.status = status
        error.attempts = 1
        return try APIClient(
            account: .freshdesk("acme"), credential: .custom { [error] in throw error },
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: ManualClock()))
    }

    @Test("the error tells of that call, and that the other one was not carried out")
    func call() async throws {
        let client = try client(.connectionRefused)
        let error = await #expect(throws: FreshworksError.self) { try await client.call(.post, "tickets", body: [:]) }
        #expect(
            error?.description == """
                oauth.refresh: it failed (connection_refused, POST https://acme.myfreshworks.com/org/oauth/v2/token). \
                Look there.
                """)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(error?.attempts == 1)
        #expect(transport.requests.isEmpty)
    }

    @Test(
        "a check says nothing about the product's host, and names the one that failed",
        arguments: [
            (.nameNotResolved, nil, .unreachable), (.connectionRefused, nil, .unreachable),
            (.connectionFailed, nil, .unreachable), (.timedOut, nil, .unreachable),
            (.rateLimited, 429, .rateLimited), (.invalidClient, 401, .invalidCredential),
            (.invalidRequest, 400, .invalidCredential), (.serverError, 503, .inconclusive),
            (.malformedTokenResponse, 200, .inconclusive),
        ] as [(FreshworksError.Code, Int?, Verification.Verdict)])
    func verify(code: FreshworksError.Code, status: Int?, verdict: Verification.Verdict) async throws {
        let verification = try await client(code, status: status).verify()
        #expect(verification.verdict == verdict)
        #expect(verification.status == nil)
        #expect(
            verification.advice == """
                No credential was obtained (POST https://acme.myfreshworks.com/org/oauth/v2/token): it failed; look there.
                """)
    }

    @Test("a session that needs a new consent is an invalid credential")
    func ended() async throws {
        let error = FreshworksError(.needsReauthorization, "it ended", advice: "Ask again.")
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .custom { throw error },
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: ManualClock()))
        let verification = try await client.verify()
        #expect(verification.verdict == .invalidCredential)
        #expect(verification.advice == "It ended; ask again.")
    }

    @Test("a check whose provider is late does not speak of an answer of the service")
    func late() async throws {
        let client = try APIClient(
            account: .freshdesk("acme"),
            credential: .custom { throw FreshworksError(.timedOut, "it came late", advice: "Look there.") },
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: ManualClock()))
        let verification = try await client.verify()
        #expect(verification.verdict == .inconclusive)
        #expect(verification.advice == "It came late; look there.")
        #expect(transport.requests.isEmpty)
    }
}
