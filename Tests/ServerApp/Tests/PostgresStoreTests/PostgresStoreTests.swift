import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@testable import PostgresStore

@Suite(
    "A store of an app's own, in a real PostgreSQL",
    .enabled(if: PostgresServer.canRun, "PostgreSQL is not installed (Debian's package is postgresql)"))
struct PostgresStoreTests {
    @Test("keeps all laws of stores, with two connections at once")
    func laws() async throws {
        let server = try await PostgresServer()
        try await checkConformance { try await PostgresStore(server.conninfo) }
    }

    @Test("goes on after its connection was ended, and says what may have happened then")
    func reconnects() async throws {
        let server = try await PostgresServer()
        let (store, other) = (try await PostgresStore(server.conninfo), try await PostgresStore(server.conninfo))
        guard case .done(let version) = try await store.save(Data("a".utf8), for: "k", expecting: .absent) else {
            Issue.record("a conflict over nothing")
            return
        }
        _ = try await other.rows(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app' AND pid <> pg_backend_pid()")
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await store.save(Data("b".utf8), for: "k", expecting: version)
        }
        #expect(error?.code == .storeFailed)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(try await store.load("k") == StoredValue(data: Data("a".utf8), version: version))
    }

    @Test("says that there is no database")
    func unreachable() async throws {
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await PostgresStore("host=/nonexistent user=app dbname=postgres")
        }
        #expect(error?.code == .storeFailed)
        #expect(error?.mayHaveBeenExecuted == false)
    }
}
