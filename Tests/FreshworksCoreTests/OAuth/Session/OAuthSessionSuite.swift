import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

/// What the session suites share: a server, a store, a clock and somebody who listens.
struct OAuthSessionFixture {
    let server = OAuthSessionServer()
    let clock = ManualClock()
    let events = SessionEventLog()
    let store = InMemoryStore()
}

protocol OAuthSessionSuite {
    var fixture: OAuthSessionFixture { get }
}

extension OAuthSessionSuite {
    var server: OAuthSessionServer { fixture.server }
    var clock: ManualClock { fixture.clock }
    var events: SessionEventLog { fixture.events }
    var store: InMemoryStore { fixture.store }

    /// Pair 1, good for half an hour.
    var first: OAuthTokens {
        OAuthTokens(
            accessToken: Secret("access-1"), refreshToken: Secret("refresh-1"), obtainedAt: clock.wallNow,
            expiresAt: clock.wallNow + 1800)
    }

    func open(_ store: (any VersionedStore)? = nil, initial: OAuthTokens? = nil) async throws -> OAuthSession {
        let runtime = FreshworksRuntime(.init(random: { 0 }), transport: server, clock: clock, observer: events)
        return try await OAuthSession(
            OAuthClient(.example, runtime: runtime), store: store ?? self.store, name: "acme", initial: initial)
    }

    var storedToken: String? {
        get async throws {
            guard let data = try await store.load("oauth/acme")?.data else { return nil }
            let tokens: JSONValue? = try JSONValue(parsing: data)["tokens"]
            return tokens?["access_token"]
        }
    }

    /// Changes the record as another process would.
    func change(_ edit: (inout [String: JSONValue]) -> Void) async throws {
        let kept = try #require(try await store.load("oauth/acme"))
        let object = try #require(try JSONValue(parsing: kept.data).objectValue)
        var members = Dictionary(uniqueKeysWithValues: object.map { ($0.key, $0.value) })
        edit(&members)
        let data = JSONValue.object(JSONObject(members.map { ($0.key, $0.value) })).serialized()
        let outcome = try await store.save(data, for: "oauth/acme", expecting: kept.version)
        guard case .done = outcome else { throw FreshworksError(.storeFailed, "the record was changed meanwhile") }
    }

    /// Stores pair 7, as another process that refreshed would.
    func storeNext() async throws {
        let end = Timestamp.format(clock.wallNow + 1800)
        try await change { members in
            members["generation"] = 7
            members["claim"] = .null
            members["tokens"] = [
                "access_token": "access-7", "refresh_token": "refresh-7", "scope": "", "expires_at": .string(end),
                "obtained_at": .string(Timestamp.format(clock.wallNow)),
            ]
        }
    }

    /// Lets time pass as long as something is not so: from one wait's end to the next, so that it never runs ahead of
    /// those who do not wait. What the deadlines of answers are measured with waits longer than others do.
    func advance(until condition: () async throws -> Bool) async throws {
        try await until {
            if try await condition() { return true }
            try await VirtualTime.step(clock)
            return false
        }
    }

    func until(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { await Task.yield() }
    }
}

extension OAuthSession {
    /// The access token that calls would be signed with now.
    var token: String {
        get async throws { try await credential().token }
    }
}

extension Credential {
    var token: String {
        if case .accessToken(let secret) = form { secret.reveal() } else { "" }
    }
}

extension OAuthConfiguration {
    static var example: OAuthConfiguration {
        get throws {
            try .freshworks(
                organization: "acme", clientID: "fw_ext_1", clientSecret: "s3cr3t",
                scopes: ["freshsales.contacts.view"],
                redirectURI: #require(URL(string: "https://app.example/callback")))
        }
    }
}

/// Remembers what an observer hears of sessions.
final class SessionEventLog: SessionObserver {
    private let log = Mutex<[SessionEvent]>([])

    var all: [SessionEvent] { log.withLock { $0 } }
    var kinds: [SessionEvent.Kind] { all.map(\.kind) }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
    func sessionChanged(_ event: SessionEvent) { log.withLock { $0.append(event) } }
}
