import Foundation
import FreshworksCore

/// Says which owners two sessions claim their refreshes for in a process that has no free descriptor: `owners`.
enum OwnerWork {
    static func run() async throws {
        let clock = SystemClock()
        // What the language's runtime sleeps with has descriptors of its own, made at the first sleep.
        try await clock.sleep(for: .milliseconds(50))
        useUpDescriptors()
        for name in ["first", "second"] {
            let store = InMemoryStore()
            let runtime = FreshworksRuntime(transport: ClaimReader(store: store, key: "oauth/\(name)"), clock: clock)
            let expired = OAuthTokens(
                accessToken: Secret("FAKEaccess"), refreshToken: Secret("FAKErefresh"), obtainedAt: clock.wallNow,
                expiresAt: clock.wallNow)
            let session = try await OAuthSession(
                OAuthClient(.unasked, runtime: runtime), store: store, name: name, initial: expired)
            _ = try? await session.credential()
        }
    }

    private static func useUpDescriptors() {
        var limit = rlimit(rlim_cur: 64, rlim_max: 64)
        #if canImport(Darwin)
            setrlimit(RLIMIT_NOFILE, &limit)
        #else
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #endif
        while open("/dev/null", O_RDONLY) >= 0 {}
        guard errno == EMFILE else { exit(70) }
    }
}

/// Reads, while a token is asked for, who has claimed the refresh; the token is refused.
private struct ClaimReader: HTTPTransport {
    let store: InMemoryStore
    let key: String

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        guard let data = try await store.load(key)?.data,
            let owner = try JSONValue(parsing: data)["claim"]?["owner"]?.stringValue
        else { exit(70) }
        FileHandle.standardOutput.write(Data("\(owner)\n".utf8))
        return TransportResponse(
            status: 400, headers: HeaderFields(received: [("Content-Type", "application/json")]),
            body: Data(#"{"error":"invalid_grant"}"#.utf8))
    }
}

extension OAuthConfiguration {
    fileprivate static var unasked: Self {
        get throws {
            guard let url = URL(string: "https://auth.example/token") else { exit(70) }
            return OAuthConfiguration(
                authorizeURL: url, tokenURL: url, clientID: "FAKEclient", clientSecret: Secret("FAKEsecret"),
                redirectURI: url)
        }
    }
}
