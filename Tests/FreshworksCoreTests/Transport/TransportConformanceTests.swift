import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("Every transport keeps the laws", .inTurn, .endsIfItHangs)
struct TransportConformanceTests {
    @Test("over a server of good and bad answers", arguments: TransportKind.allCases)
    func laws(kind: TransportKind) async throws {
        let transport = try kind.make()
        // As long as a busy machine may take.
        try await checkConformance(of: transport, patience: .seconds(300))
        #expect(transport.pendingCount == 0)
    }
}
