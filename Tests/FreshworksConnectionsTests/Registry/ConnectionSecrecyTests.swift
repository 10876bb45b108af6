import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksConnections

@Suite("What a registry shows and stores of secrets")
struct ConnectionSecrecyTests {
    private let secrets = ["key-0123456789", "key-9876543210"]

    @Test("nothing prints, dumps or reflects one")
    func exposure() async throws {
        let registry = try ConnectionRegistry(store: InMemoryStore())
        let draft = try draft("Desk", key: secrets[0])
        let added = try await registry.add(draft, verifies: false)
        let token = added.instanceToken.reveal()
        let provider = added.connection.credentialProvider
        _ = try await provider.credential()
        let kept = try #require(try await registry.kept(added.connection.id))
        let form = try CredentialForm(for: .freshdesk, kind: .header)
        let read = try form.connection(from: [
            "name": "Desk", "subdomain": "acme", "username": secrets[0], "password": "X",
        ])
        let shown: [Any] = [
            draft, added, added.connection, registry, provider, kept.record, read, added.connection.facts,
            try await registry.page(), InstanceToken(for: added.connection.id),
        ]
        for value in shown { #expect(!Exposure(of: value).shows(secrets + [token]), "\(type(of: value))") }
    }

    @Test("no error quotes one")
    func errors() async throws {
        let world = try World()
        var errors: [any Error] = []
        for key in ["key-012\r\n3456789", "<key-0123456789>", "key-01234 56789", "key-0123456789@example.com"] {
            do { _ = try await world.registry.add(draft("Desk", key: key)) } catch { errors.append(error) }
            do {
                let form = CredentialForm(for: .freshdesk)
                _ = try form.connection(from: ["name": "Desk", "subdomain": "acme", "api_key": key])
            } catch { errors.append(error) }
        }
        do { _ = try await world.registry.add(draft("Desk", key: secrets[0])) } catch { errors.append(error) }
        #expect(errors.count == 9)
        for error in errors { #expect(!Exposure(of: error).shows(["key-012", "3456789", "56789"]), "\(error)") }
    }

    @Test("the store never has the instance token, and neither key nor old key once they are replaced or deleted")
    func files() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let store = try FileStore(directory: folder.url.appending(path: "store"))
        let registry = try ConnectionRegistry(store: store)
        let added = try await registry.add(draft("Desk", key: secrets[0], tags: ["eu"]), verifies: false)
        let tokens = [added.instanceToken.reveal(), try await registry.replaceToken(of: added.connection.id).reveal()]
        let random = tokens.map { String($0.dropFirst(32)) }
        #expect(try holds(folder, secrets[0]))
        #expect(try !holds(folder, random[0]) && !holds(folder, random[1]))
        try await registry.replaceCredential(
            of: added.connection.id, with: .freshdesk(apiKey: secrets[1]), verifies: false)
        #expect(try !holds(folder, secrets[0]) && holds(folder, secrets[1]))
        try await registry.delete(added.connection.id)
        #expect(try !holds(folder, secrets[1]))
        #expect(try await store.keys(prefix: "") == [])
    }

    @Test("a sealed store seals them")
    func sealed() async throws {
        let inner = InMemoryStore()
        let flip: SealedStore.Transformation = { data, _ in Data(data.map { $0 ^ 0x5A }) }
        let registry = try ConnectionRegistry(store: SealedStore(inner, seal: flip, open: flip))
        let added = try await registry.add(draft("Desk", key: secrets[0]), verifies: false)
        #expect(try await registry.find(token: added.instanceToken)?.name == "Desk")
        let bytes = try await WatchedStore(inner).contents()
        #expect(bytes.range(of: Data(secrets[0].utf8)) == nil && !bytes.isEmpty)
    }

    /// Whether any file, or the name of one, has a text in it.
    private func holds(_ folder: TemporaryFolder, _ text: String) throws -> Bool {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
        return paths.contains { path in
            let url = folder.url.appending(path: path)
            if path.contains(text) { return true }
            guard !url.hasDirectoryPath, let data = try? Data(contentsOf: url) else { return false }
            return data.range(of: Data(text.utf8)) != nil
        }
    }
}
