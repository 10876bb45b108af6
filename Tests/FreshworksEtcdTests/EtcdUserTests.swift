import Foundation
import FreshworksEtcd
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite(
    "A store with a user", .inTurn, .endsIfItHangs, .enabled(if: EtcdServers.canRun, "\(EtcdServers.reason)"))
struct EtcdUserTests {
    private static let variables = EtcdServers.userVariables

    @Test("keeps all laws where a role has nothing but the prefix")
    func laws() async throws {
        let servers = try await EtcdServers.start()
        try await servers.enableUsers()
        try await checkConformance {
            try EtcdStore(address: servers.address(prefix: "app"), variables: Self.variables)
        }
    }

    @Test("renews its token once when etcd has forgotten it, or when users have changed")
    func renewal() async throws {
        let servers = try await EtcdServers.start()
        try await servers.enableUsers()
        let log = Mutex<[String]>([])
        let transport = TransportChoice.automatic.make(
            maximumConnections: 16, certificateAuthorities: nil, clock: SystemClock())
        let watched = ScriptedTransport { request in
            log.withLock { $0.append(request.url.lastPathComponent) }
            return try await transport.send(request)
        }
        let store = try EtcdStore(
            address: servers.address(prefix: "app"), variables: Self.variables,
            runtime: FreshworksRuntime(transport: watched))
        #expect(try await store.load("k") == nil)
        #expect(log.withLock { $0 } == ["authenticate", "range"])
        #expect(try await store.load("k") == nil)
        #expect(log.withLock { $0 } == ["authenticate", "range", "range"])

        // A new password ends all tokens, even if it is the old one. Whoever asks meanwhile waits for the same new token.
        _ = try await servers.call(
            "auth/user/changepw", ["name": "app", "password": "FAKEpassword1"], token: servers.token(of: "root"))
        log.withLock { $0 = [] }
        let values = try await withThrowingTaskGroup(of: StoredValue?.self) { group in
            for _ in 0..<8 { group.addTask { try await store.load("k") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: nil, count: 8))
        #expect(log.withLock { $0.count { $0 == "authenticate" } } == 1)

        // The token is of an older state of the users.
        let token = try await servers.token(of: "root")
        _ = try await servers.call("auth/user/add", ["name": "third", "password": "FAKEpassword3"], token: token)
        log.withLock { $0 = [] }
        guard case .done = try await store.save(Data("a".utf8), for: "k", expecting: .absent) else {
            Issue.record("a conflict over nothing")
            return
        }
        #expect(log.withLock { $0 }.filter { $0 == "authenticate" }.count <= 1)
        #expect(try await store.load("k")?.data == Data("a".utf8))
    }

    @Test("says what is wrong with the user, without the password")
    func refusals() async throws {
        let servers = try await EtcdServers.start()
        let open = try await message(EtcdStore(address: servers.address(prefix: "app"), variables: Self.variables))
        #expect(open.contains("authentication is not enabled"))
        try await servers.enableUsers()
        var wrong = Self.variables
        wrong["FRESHWORKS_ETCD_PASSWORD"] = "FAKEpassword2"
        let rejected = try await message(EtcdStore(address: servers.address(prefix: "app"), variables: wrong))
        #expect(rejected.contains("Check the user and the password."))
        #expect(!rejected.contains("FAKEpassword2"))
        let nobody = try await message(EtcdStore(address: servers.address(prefix: "app"), variables: [:]))
        #expect(nobody.contains("give the store a user"))
        let elsewhere = try await message(
            EtcdStore(address: servers.address(prefix: "other"), variables: Self.variables))
        #expect(elsewhere.contains("read and write the store's prefix"))
    }

    private func message(_ store: EtcdStore) async throws -> String {
        let error = try await #require(throws: FreshworksError.self) { _ = try await store.load("k") }
        #expect(error.code == .storeFailed)
        return error.description
    }
}
