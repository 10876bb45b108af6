import Freshdesk
import TestSupport
import Testing

@Suite("Ids in raw Freshdesk paths")
struct RawPathTests {
    private let wire = ScriptedTransport(.json(200, "{}"))

    @Test(
        "an id that Freshdesk cannot have is refused before anything is sent",
        arguments: [
            "agents/N1200WQ12", "/api/v2/agents/N1200WQ12", "agents/-5", "agents/0", "agents/n1200wq12", "agents/%4E12",
            "tickets/12x/conversations", "admin/groups/G1/agents", "contacts/99999999999999999999", "tickets/1.5",
            "agents/5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11",
        ])
    func refused(path: String) async throws {
        await expectRefusal(.invalidPath) { _ = try await freshdesk(wire).call(.delete, path) }
        #expect(wire.requests.isEmpty)
    }

    @Test(
        "integers and the words of the API pass",
        arguments: [
            "agents/70040000021", "agents/me", "agents", "tickets/bulk_update", "tickets/archived/311",
            "contacts/export/0a1B", "jobs/5d0c1f6e", "custom_objects/schemas/1/records/BOMJ-1",
        ])
    func passed(path: String) async throws {
        _ = try await freshdesk(wire).call(.get, path)
        #expect(wire.lines == ["GET /api/v2/\(path)"])
    }
}
