import TestSupport
import Testing

@testable import FreshworksSandbox

@Suite("Every documented Freshsales call")
struct EndpointTableTests {
    @Test(
        "a folder's rows are counted, different, and none is called missing that is there",
        arguments: EndpointFolder.all)
    func rows(folder: EndpointFolder) { folder.expectRows() }

    @Test("no row stands in two folders, there are 147, and none is left to build")
    func sum() {
        let rows = EndpointFolder.all.flatMap(\.rows)
        #expect(Set(rows).count == rows.count)
        #expect(rows.count == 147)
        #expect(EndpointFolder.all.filter { !$0.isComplete }.map(\.name) == [])
    }

    @Test("each row that is not said to be missing has a wire expectation", arguments: EndpointFolder.all)
    func expectations(folder: EndpointFolder) { folder.expectCalls() }

    @Test("each row that is not said to be missing has a route in the sandbox", arguments: EndpointFolder.all)
    func routes(folder: EndpointFolder) {
        let routes = FreshsalesService.router.routes.map { "\($0.method) \($0.pattern.text)" }
        // Those of the web app stand beside the API.
        folder.expectRoutes(among: routes.map { $0.replacing("GET sales/", with: "GET ../") })
    }

    @Test(
        "each method calls its row, sends what the documentation says and returns what is answered",
        arguments: EndpointFolder.all)
    func calls(folder: EndpointFolder) async throws { try await folder.expectWire() }

    @Test(
        "each reading sees every value of its row's answer, and a call that returns nothing needs none",
        arguments: EndpointFolder.all)
    func readings(folder: EndpointFolder) async throws { try await folder.expectReadings() }
}
