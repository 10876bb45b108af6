import Foundation
import FreshworksEtcd
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A change whose answer got lost")
struct EtcdLostAnswerTests {
    private let etcd = FakeEtcd()

    private func store(_ ports: Int...) throws -> EtcdStore {
        try EtcdStore(
            endpoints: ports.map { "http://127.0.0.1:\($0)" }, prefix: "app", timeout: .seconds(10),
            runtime: FreshworksRuntime(transport: etcd, clock: StillClock()))
    }

    private func bytes(_ text: String) -> Data { Data(text.utf8) }

    @Test("took place: it is found and not sent again")
    func done() async throws {
        etcd.plan("txn", .lostAnswer)
        let outcome = try await store(1, 2).save(bytes("a"), for: "k", expecting: .absent)
        #expect(outcome == .done(StoreVersion(rawValue: "11")))
        #expect(etcd.calls == ["txn 1", "range 2", "range 2"])
    }

    @Test("is not meant where the login before it got lost: the change was never sent")
    func lostLogin() async throws {
        etcd.plan("authenticate", .lostCall, .lostCall)
        let store = try EtcdStore(
            endpoints: ["http://127.0.0.1:1"], prefix: "app",
            user: .init(name: "app", password: Secret("FAKEpassword1")),
            timeout: .milliseconds(40), runtime: FreshworksRuntime(transport: etcd, clock: StillClock()))
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await store.save(bytes("a"), for: "k", expecting: .absent)
        }
        #expect(error?.code == .storeFailed)
        #expect(error?.mayHaveBeenExecuted == false)
    }

    @Test("is no token that is missing: whoever asks for one of a store without a user is named")
    func strangeRefusal() async throws {
        etcd.plan("range", .refusal(.json(401, #"{"code":16,"error":"invalid auth token"}"#)))
        let error = await #expect(throws: FreshworksError.self) { _ = try await store(1).load("k") }
        #expect(error?.code == .storeFailed)
        #expect(error?.message.contains("wants a token") == true)
    }

    @Test("did not take place: it is sent again when that is seen")
    func repeated() async throws {
        etcd.plan("txn", .lostCall)
        let outcome = try await store(1, 2).save(bytes("a"), for: "k", expecting: .absent)
        #expect(outcome == .done(StoreVersion(rawValue: "11")))
        #expect(etcd.calls == ["txn 1", "range 2", "txn 2"])
    }

    @Test("is found among many that others made since, by a search")
    func overwritten() async throws {
        etcd.put(bytes("0"))
        etcd.plan("txn", .lostAnswerThen((1...200).map { Data("\($0)".utf8) }))
        let outcome = try await store(1).save(bytes("a"), for: "k", expecting: StoreVersion(rawValue: "11"))
        #expect(outcome == .done(StoreVersion(rawValue: "12")))
        #expect(etcd.calls.count < 15)
    }

    @Test("is found where the key was deleted since")
    func deletedSince() async throws {
        etcd.put(bytes("0"))
        etcd.plan("txn", .lostAnswerThen([nil]))
        let outcome = try await store(1).save(bytes("a"), for: "k", expecting: StoreVersion(rawValue: "11"))
        #expect(outcome == .done(StoreVersion(rawValue: "12")))
    }

    @Test("was too late: the same bytes from another process are not taken for its own")
    func sameBytes() async throws {
        etcd.put(bytes("0"))
        let store = try store(1, 2)
        // Another process wrote the same before, and this call never arrived.
        etcd.plan("txn", .lostCall)
        etcd.put(bytes("a"))
        let outcome = try await store.save(bytes("a"), for: "k", expecting: StoreVersion(rawValue: "11"))
        #expect(outcome == .conflict(StoredValue(data: bytes("a"), version: StoreVersion(rawValue: "12"))))
        #expect(etcd.calls.filter { $0.hasPrefix("txn") } == ["txn 1"])
    }

    @Test("lost to one that came between the look and the second sending")
    func lateConflict() async throws {
        etcd.put(bytes("0"))
        etcd.plan("txn", .lostCall)
        etcd.plan("range", .fineThen([bytes("b")]))
        let outcome = try await store(1).save(bytes("a"), for: "k", expecting: StoreVersion(rawValue: "11"))
        #expect(outcome == .conflict(StoredValue(data: bytes("b"), version: StoreVersion(rawValue: "12"))))
        #expect(etcd.calls == ["txn 1", "range 1", "txn 1"])
    }

    @Test("of a deletion is looked for too")
    func deletions() async throws {
        etcd.put(bytes("0"))
        etcd.plan("txn", .lostAnswer)
        let done = try await store(1).delete("k", expecting: StoreVersion(rawValue: "11"))
        #expect(done == .done(.absent))
        // It was deleted and created again by others.
        etcd.put(bytes("1"))
        etcd.plan("txn", .lostAnswerThen([bytes("2")]))
        let again = try await store(1).delete("k", expecting: StoreVersion(rawValue: "13"))
        #expect(again == .done(.absent))
        // Somebody replaced it first.
        etcd.plan("txn", .lostCall)
        etcd.put(bytes("3"))
        let late = try await store(1).delete("k", expecting: StoreVersion(rawValue: "15"))
        #expect(late == .conflict(StoredValue(data: bytes("3"), version: StoreVersion(rawValue: "16"))))
    }

    @Test(
        "is one that nothing can be read from",
        arguments: [
            .text(200, "<html>Welcome</html>"), .json(200, #"{"header":{"revision":"1"#), .json(200, "[]"),
            .json(200, "{}"), .json(200, #"{"header":{}}"#), .json(200, #"{"header":{"revision":"11"}}"#),
            .empty(200), .text(502, "<html>Bad Gateway</html>"),
            .json(503, #"{"error":"etcdserver: request timed out","code":14}"#),
            .json(500, #"{"code":2,"message":"raft proposal dropped"}"#),
            .json(408, #"{"code":1,"message":"context canceled"}"#),
        ] as [TransportResponse])
    func unreadable(answer: TransportResponse) async throws {
        etcd.plan("txn", .answer(answer))
        let outcome = try await store(1, 2).save(bytes("a"), for: "k", expecting: .absent)
        #expect(outcome == .done(StoreVersion(rawValue: "11")))
        #expect(etcd.calls.filter { $0.hasPrefix("txn") } == ["txn 1"])
    }

    @Test("is an error where nobody says what became of it")
    func unknown() async throws {
        let html = TransportResponse.text(200, "<html>Welcome</html>")
        etcd.plan("txn", .answer(html))
        etcd.plan("range", .answer(html), .answer(html), .answer(html))
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await store(1, 2).save(bytes("a"), for: "k", expecting: .absent)
        }
        #expect(error.code == .storeFailed)
        #expect(error.mayHaveBeenExecuted)
        // A refusal of the look does not mean that nothing took place.
        etcd.plan("txn", .lostAnswer)
        etcd.plan("range", .refusal(.json(403, #"{"code":7,"message":"etcdserver: permission denied"}"#)))
        let refused = try await #require(throws: FreshworksError.self) {
            _ = try await store(1, 2).save(bytes("b"), for: "k", expecting: StoreVersion(rawValue: "11"))
        }
        #expect(refused.description.contains("permission denied"))
        #expect(refused.mayHaveBeenExecuted)
    }

    @Test("is no excuse where nothing was sent")
    func unsent() async throws {
        etcd.plan("txn", .refusedConnection, .refusedConnection)
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await store(1, 2).save(bytes("a"), for: "k", expecting: .absent)
        }
        #expect(!error.mayHaveBeenExecuted)
        #expect(error.message.hasPrefix("no etcd can be reached"))
        #expect(etcd.calls == ["txn 1", "txn 2"])
        etcd.plan("txn", .refusedConnection)
        #expect(
            try await store(1, 2).save(bytes("a"), for: "k", expecting: .absent)
                == .done(StoreVersion(rawValue: "11")))
    }
}
