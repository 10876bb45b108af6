import FreshworksAsyncHTTPClient
import FreshworksSandbox
import Testing

@Suite("A transport over another HTTP client", .timeLimit(.minutes(10)))
struct TransportTests {
    @Test("keeps what every transport promises")
    func laws() async throws {
        try await AsyncHTTPClientTransport.withTransport { transport in
            try await checkConformance(of: transport)
        }
    }
}
