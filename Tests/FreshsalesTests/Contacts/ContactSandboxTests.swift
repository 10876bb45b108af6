import Freshsales
import FreshworksSandbox
import Testing

@Suite("Freshsales contacts of the sandbox")
struct ContactSandboxTests {
    @Test("the way from the saved views to every contact and its owner")
    func list() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        let views = try await freshsales.contacts.views()
        let everyone = try #require(views.first { $0.name == "All Contacts" })
        let whole = try await freshsales.contacts.list(view: everyone.id, include: [.owner]).all()
        let paged = try await freshsales.contacts.list(view: everyone.id, pageSize: 7).all()
        #expect(whole.count > 7)
        #expect(paged.map(\.id) == whole.map(\.id))
        #expect(paged.allSatisfy { $0.ownerID == nil && $0.owner == nil })
        #expect(whole.allSatisfy { $0.owner?.id == $0.ownerID })
        #expect(whole.contains { $0.owner != nil })
    }
}
