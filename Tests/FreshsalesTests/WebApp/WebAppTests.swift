import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Routes of the Freshsales web app")
struct WebAppTests {
    @Test("stand beside the API wherever that is, and nowhere where it is at the root")
    func places() async throws {
        func line(_ base: String) async throws -> [String] {
            let wire = ScriptedTransport(.json(200, #"{"tasks":[]}"#))
            let account = try FreshworksAccount(.freshsales, baseURL: base)
            let client = try FreshsalesClient(
                account: account, credential: .apiKey("FAKEkey0123456789abcd"),
                runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
            _ = try await client.deals.tasks(of: 8)
            return wire.lines
        }
        #expect(try await line("https://acme.freshsales.io/api") == ["GET /deals/8/tasks"])
        #expect(try await line("http://127.0.0.1:8080/crm/sales/api") == ["GET /crm/sales/deals/8/tasks"])
        await expectRefusal(.invalidPath) { _ = try await line("http://127.0.0.1:8080") }
    }

    @Test("an id that is none is refused before anything is sent")
    func refusal() async throws {
        let wire = ScriptedTransport(.json(200, #"{"tasks":[]}"#))
        await expectRefusal(.invalidPath) { _ = try await wire.freshsales().deals.tasks(of: 0) }
        #expect(wire.requests.isEmpty)
    }

    @Test("the sandbox answers them there alone")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        let deal: Int64 = 70_070_001_001
        let task = try await freshsales.tasks.create(
            SalesTaskDraft("Call", due: .distantFuture, owner: 70_010_000_001) { $0.target = .deal(deal) })
        #expect(try await freshsales.deals.tasks(of: deal).map(\.id) == [task.id])
        #expect(try await freshsales.deals.conversations(of: deal).isEmpty)
        #expect(try await freshsales.contacts.conversations(of: 70_050_001_001).isEmpty)
        await expectRefusal(.notFound) { _ = try await freshsales.call(.get, "deals/\(deal)/tasks") }
        await expectRefusal(.notFound) { _ = try await freshsales.call(.get, "sales/deals/\(deal)/tasks") }
    }
}
