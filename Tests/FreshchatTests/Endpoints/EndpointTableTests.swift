import TestSupport
import Testing

@testable import FreshworksSandbox

@Suite("Every documented Freshchat call")
struct EndpointTableTests {
    @Test("a folder's rows are counted and different", arguments: EndpointFolder.all)
    func rows(folder: EndpointFolder) { folder.expectRows() }

    @Test("no row stands in two folders, and there are 34")
    func sum() {
        let rows = EndpointFolder.all.flatMap(\.rows)
        #expect(Set(rows).count == rows.count)
        #expect(rows.count == 34)
    }

    @Test("each row has a wire expectation", arguments: EndpointFolder.all)
    func expectations(folder: EndpointFolder) { folder.expectCalls() }

    @Test("each row has a route in the sandbox", arguments: EndpointFolder.all)
    func routes(folder: EndpointFolder) {
        folder.expectRoutes(among: FreshchatService.router.routes.map { "\($0.method) \($0.pattern.text)" })
    }

    @Test(
        "each method calls its row, sends what the documentation says, and reads the answer",
        arguments: EndpointFolder.all)
    func calls(folder: EndpointFolder) async throws { try await folder.expectWire() }

    @Test(
        "each reading sees every value of its row's answer, and a call that returns nothing needs none",
        arguments: EndpointFolder.all)
    func readings(folder: EndpointFolder) async throws { try await folder.expectReadings() }
}
