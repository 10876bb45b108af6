import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("A sealed store")
struct SealedStoreTests {
    @Test("gives the store beneath only sealed bytes")
    func sealing() async throws {
        let beneath = InMemoryStore()
        let store = SealedStore(beneath, seal: XORCipher.seal, open: XORCipher.open)
        _ = try await store.save(Data("abc".utf8), for: "acme", expecting: .absent)
        #expect(try await beneath.load("acme")?.data.prefix(3) == Data([0x3B, 0x38, 0x39]))
        #expect(try await store.load("acme")?.data == Data("abc".utf8))
    }

    @Test("refuses a value that was moved under another key, and names the key but not the content")
    func moved() async throws {
        let beneath = InMemoryStore()
        let store = SealedStore(beneath, seal: XORCipher.seal, open: XORCipher.open)
        _ = try await store.save(Data("very-secret".utf8), for: "acme", expecting: .absent)
        let sealed = try #require(try await beneath.load("acme"))
        _ = try await beneath.save(sealed.data, for: "globex", expecting: .absent)
        let calls: [@Sendable () async throws -> Void] = [
            { _ = try await store.load("globex") },
            { _ = try await store.save(Data(), for: "globex", expecting: .absent) },
            { _ = try await store.delete("globex", expecting: .absent) },
        ]
        for call in calls {
            let error = try #require(await #expect(throws: FreshworksError.self) { try await call() })
            #expect(
                error.description == """
                    the value under the key globex cannot be opened (store_failed). \
                    Check the encryption key that the app gives to its SealedStore.
                    """)
            #expect(!Exposure(of: error).shows(["very-secret"]))
        }
    }

    @Test("writes nothing when sealing fails")
    func sealFails() async throws {
        let beneath = InMemoryStore()
        let store = SealedStore(beneath, seal: { _, _ in throw XORCipher.WrongKey() }, open: XORCipher.open)
        let error = await #expect(throws: FreshworksError.self) {
            try await store.save(Data(), for: "acme", expecting: .absent)
        }
        #expect(error?.message == "the value under the key acme cannot be sealed")
        #expect(error?.underlying is XORCipher.WrongKey)
        #expect(try await beneath.keys(prefix: "") == [])
    }

    @Test("lets a cancellation through")
    func cancellation() async throws {
        let store = SealedStore(InMemoryStore(), seal: { _, _ in throw CancellationError() }, open: XORCipher.open)
        await #expect(throws: CancellationError.self) {
            try await store.save(Data(), for: "acme", expecting: .absent)
        }
    }
}
