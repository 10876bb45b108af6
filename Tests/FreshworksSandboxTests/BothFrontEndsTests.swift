import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("In process and over HTTP the sandbox is the same", .inTurn)
struct BothFrontEndsTests {
    let transport = URLSessionTransport(maximumConnections: 2)

    private func request(_ address: String, _ authorization: String) throws -> TransportRequest {
        var request = TransportRequest(.get, try #require(URL(string: address)))
        try request.headers.set("Authorization", to: authorization)
        return request
    }

    /// The same path of the same product, once per front end.
    private func requests(
        _ sandbox: Sandbox, _ server: SandboxServer, _ path: String
    )
        throws -> (here: TransportRequest, there: TransportRequest)
    {
        let authorization = basic("\(sandbox.freshdesk.apiKey):X")
        return (
            try request("\(sandbox.freshdesk.baseURL)/\(path)", authorization),
            try request("\(server.freshdeskBaseURL)/\(path)", authorization)
        )
    }

    @Test(
        "answers have the same status and body",
        arguments: ["agents/me", "tickets?page=2", "tickets?page=x", "nothing", "settings/helpdesk"])
    func answers(path: String) async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let server = try await sandbox.serve()
        defer { server.stop() }
        let (here, there) = try requests(sandbox, server, path)
        let local = try await sandbox.transport.send(here)
        let remote = try await transport.send(there)
        #expect(local.status == remote.status)
        #expect(local.body == remote.body)
        #expect(local.headers["X-Freshdesk-API-Version"] == remote.headers["X-Freshdesk-API-Version"])
    }

    @Test("what breaks on the wire is the same error in process")
    func faults() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let server = try await sandbox.serve()
        defer { server.stop() }
        for fault in [Fault.reset, .truncatedBody, .notHTTP] {
            sandbox.inject(fault, times: 2)
            let (here, there) = try requests(sandbox, server, "tickets")
            let local = await #expect(throws: FreshworksError.self) { try await sandbox.transport.send(here) }
            let remote = await #expect(throws: FreshworksError.self) { try await transport.send(there) }
            #expect(local?.code == remote?.code)
            #expect(local?.mayHaveBeenExecuted == remote?.mayHaveBeenExecuted)
        }
    }
}
