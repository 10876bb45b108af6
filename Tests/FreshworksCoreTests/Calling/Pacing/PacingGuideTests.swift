import Foundation
import FreshworksCore
import Testing

// What the page shows.
func copy(_ ids: [Int64], with client: APIClient) async throws {
    let options = CallOptions(priority: .batch, limitPatience: .seconds(7200))
    for id in ids { _ = try await client.call(.get, "tickets/\(id)", options: options) }
}

struct WaitLog: RequestObserver {
    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }
    func callWaits(_ call: ObservedCall, _ wait: ObservedWait) {
        print("\(call.product) \(call.operation) waits \(wait.expected) for the rate limit")
    }
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
}

func nightly(_ client: APIClient) throws -> APIClient { try client.limited(toShare: 0.5) }

func report(_ client: APIClient) async {
    guard let limit = await client.rateLimit, let resetsAt = limit.resetsAt else { return }
    print("\(limit.remaining ?? 0) of \(limit.total ?? 0) calls left until \(resetsAt)")
}

func sharing(_ folder: URL) throws -> FreshworksRuntime {
    FreshworksRuntime(.init(sharedLimits: SharedLimits(in: try FileStore(directory: folder))))
}

@Suite("The page about pacing")
struct PacingGuideTests {
    @Test("shows only code that is compiled here")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../../../Sources/FreshworksCore/FreshworksCore.docc/Pacing.md").standardizedFileURL
        let code = try String(contentsOf: here, encoding: .utf8)
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 5)
        for block in blocks { #expect(code.contains(block.output.1)) }
    }
}
