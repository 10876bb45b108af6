import Foundation
import FreshworksEtcd
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

#if os(Linux)
    /// What a cluster reached over https is: an nginx with certificates of an authority that exists for one test, before a real etcd.
    @Suite(
        "A store whose members are reached over TLS", .inTurn, .endsIfItHangs,
        .enabled(if: EtcdServers.canRun, "\(EtcdServers.reason)"),
        .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
    struct EtcdTLSTests {
        private struct Place {
            let servers: EtcdServers
            let front: NginxServer

            init() async throws {
                servers = try await EtcdServers.start()
                front = try await NginxServer.start(portBehind: servers.ports[0])
            }

            /// A runtime that trusts the front's authority.
            var trusting: FreshworksRuntime { FreshworksRuntime(.init(certificateAuthorities: front.authority)) }

            /// The store's address at one of the front's ports.
            func address(_ place: NginxServer.Place) -> String { "etcds://localhost:\(front.port(place))/app" }
        }

        @Test(
            "keeps all laws of stores, by an authority that the runtime names",
            arguments: [.http2, .http1] as [NginxServer.Place])
        func laws(place: NginxServer.Place) async throws {
            let world = try await Place()
            let endpoint = "https://localhost:\(world.front.port(place))"
            try await checkConformance {
                try EtcdStore(endpoints: [endpoint], prefix: "app", runtime: world.trusting)
            }
            #expect(
                world.front.log.lines.allSatisfy {
                    $0.target.hasPrefix("/v3/kv/") && $0.port == world.front.port(place)
                })
            #expect(world.front.log.lines.isEmpty == false)
        }

        @Test(
            "says why a member's certificate is refused, sends it nothing and names what helps",
            arguments: [
                (.http2, false, "certificate"), (.expired, true, "certificate has expired"),
                (.wrongHost, true, "no alternative certificate subject name matches"),
                (.selfSigned, true, "signed certificate"), (.oldTLS, true, "protocol version"),
            ] as [(NginxServer.Place, Bool, String)])
        func refused(place: NginxServer.Place, knowsAuthority: Bool, reason: String) async throws {
            let world = try await Place()
            let store = try EtcdStore(
                address: world.address(place), variables: EtcdServers.userVariables,
                runtime: knowsAuthority ? world.trusting : FreshworksRuntime())
            let errors = [
                try await #require(throws: FreshworksError.self) { _ = try await store.load("k") },
                try await #require(throws: FreshworksError.self) {
                    _ = try await store.save(Data("a".utf8), for: "k", expecting: .absent)
                },
            ]
            for error in errors {
                #expect(error.code == .storeFailed && !error.mayHaveBeenExecuted)
                #expect(error.message.contains(reason), "\(error)")
                #expect(error.message.contains("https://localhost:\(world.front.port(place))"))
                #expect(error.advice?.contains("certificateAuthorities") == true, "\(error)")
                #expect(!error.description.contains("FAKEpassword1"))
            }
            #expect(world.front.log.lines.isEmpty)
        }

        @Test("renews its user's token over it when etcd has forgotten it, once for all who ask")
        func renewal() async throws {
            let world = try await Place()
            try await world.servers.enableUsers()
            let store = try EtcdStore(
                address: world.address(.http2), variables: EtcdServers.userVariables, runtime: world.trusting)
            #expect(try await store.load("k") == nil)
            _ = try await world.servers.call(
                "auth/user/changepw", ["name": "app", "password": "FAKEpassword1"],
                token: world.servers.token(of: "root"))
            let values = try await withThrowingTaskGroup(of: StoredValue?.self) { group in
                for _ in 0..<8 { group.addTask { try await store.load("k") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(values == Array(repeating: nil, count: 8))
            guard case .done = try await store.save(Data("a".utf8), for: "k", expecting: .absent) else {
                Issue.record("a conflict over nothing")
                return
            }
            #expect(try await store.load("k")?.data == Data("a".utf8))
            // Both lines stand in the log before those of what came later.
            #expect(world.front.log.count(of: "/v3/auth/authenticate") == 2)
        }

        @Test("of the command trusts the authority that SSL_CERT_FILE names, and no other")
        func command() async throws {
            let world = try await Place()
            func list(_ environment: [String: String]) async throws -> CommandLineTool.Result {
                try await CommandLineTool("freshworks").run(
                    ["connections", "list", "--json", "--store", world.address(.http2)], environment: environment)
            }
            let trusted = try await list(["SSL_CERT_FILE": world.front.authority.path])
            #expect(trusted.status == 0 && trusted.output.hasPrefix("["), "\(trusted.diagnostics)")
            let distrusted = try await list([:])
            #expect(distrusted.status == 3 && distrusted.output.isEmpty)
            #expect(distrusted.diagnostics.contains("certificate") && distrusted.diagnostics.contains("SSL_CERT_FILE"))
        }
    }
#endif
