import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A file store", .inTurn)
struct FileStoreTests {
    private let folder: TemporaryFolder
    private let directory: URL
    private var path: String { directory.path }

    init() throws {
        folder = try TemporaryFolder()
        directory = folder.url.appending(path: "parent/store")
    }

    @Test("creates its folder and missing parents with mode 0700, at the first change, and files with 0600")
    func creation() async throws {
        let store = try FileStore(directory: directory)
        #expect(try await store.load("acme") == nil)
        #expect(try await store.keys(prefix: "") == [])
        #expect(folder.names == [])
        _ = try await store.save(Data("one".utf8), for: "acme", expecting: .absent)
        #expect(try mode(directory.deletingLastPathComponent()) == 0o700)
        #expect(try mode(directory) == 0o700)
        #expect(try mode(directory.appending(path: "acme")) == 0o600)
        #expect(try mode(directory.appending(path: ".lock")) == 0o600)
    }

    @Test("creates its folder again when someone removed it")
    func removedFolder() async throws {
        let store = try await storeWithAcme()
        try FileManager.default.removeItem(at: directory)
        #expect(try await store.load("acme") == nil)
        _ = try await store.save(Data("two".utf8), for: "acme", expecting: .absent)
        #expect(try await store.load("acme")?.data == Data("two".utf8))
    }

    @Test("reaches its folder through a symbolic link")
    func linkedFolder() async throws {
        _ = try await storeWithAcme()
        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: directory)
        #expect(try await FileStore(directory: link).load("acme")?.data == Data("one".utf8))
    }

    @Test("puts odd keys into files with harmless names")
    func names() async throws {
        let store = try FileStore(directory: directory)
        let keys = ["acme", "ACME", "\u{E9}", "e\u{301}", ".", "..", "a/../b", ".lock", "a b", "a.b", "%", "="]
        for key in keys + [String(repeating: "K", count: 200)] {
            _ = try await store.save(Data(key.utf8), for: key, expecting: .absent)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
                "%25", "%2E", "%2E.", "%2Elock", "%3D", "%41%43%4D%45", "%C3%A9", ".lock",
                "=765fb35c7e48ddc444784d33cf58faa95e84ad1525283238af9c6a79bc49d8d5", "a%20b", "a%2F..%2Fb", "a.b",
                "acme",
                "e%CC%81",
            ])
    }

    @Test("lists its keys and leaves files of other origin alone")
    func foreignFiles() async throws {
        let store = try await storeWithAcme()
        for name in ["README", ".hidden", "%41%4", "%61", "=short"] { try write("text", to: name) }
        #expect(try await store.keys(prefix: "") == ["acme"])
    }

    @Test("lists the keys with a prefix, however their files are called")
    func prefixes() async throws {
        let store = try await storeWithAcme()
        let long = "long/" + String(repeating: "É", count: 90)
        let others = ["a b/c", "a b/d", "a c", ".x", "=y", "e\u{301}1", "\u{E9}2", long]
        for key in others { _ = try await store.save(Data(), for: key, expecting: .absent) }
        let all = try (others + ["acme"]).map(StoreKey.init)
        for prefix in [
            "", "a", "a ", "a b", "a b/", "a b/c", "a b/cc", ".", "=", "e", "e\u{301}", "\u{E9}", "long/", "long/É",
        ] {
            let wanted = all.filter { $0.hasPrefix(prefix) }.sorted().map(\.text)
            #expect(try await store.keys(prefix: prefix) == wanted, "\(prefix)")
        }
        #expect(try await store.keys(prefix: "long/É") == [long])
    }

    @Test("refuses a URL that is not a file's", arguments: ["https://example.com/store", "store", "/store"])
    func notAFile(text: String) throws {
        let url = try #require(URL(string: text))
        let error = #expect(throws: FreshworksError.self) { try FileStore(directory: url) }
        #expect(error?.code == .invalidArgument)
    }

    @Test("refuses a folder that others can use", arguments: [(0o755, "0755"), (0o710, "0710"), (0o701, "0701")])
    func openFolder(mode: Int, shown: String) async throws {
        let store = try await storeWithAcme()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try await expectEverythingFails(
            store,
            """
            \(path) has mode \(shown), so others than its owner can use it (store_failed). Run: chmod 700 '\(path)'
            """)
    }

    @Test("refuses a file that others can use", arguments: [(0o644, "0644"), (0o620, "0620"), (0o604, "0604")])
    func openFile(mode: Int, shown: String) async throws {
        let store = try await storeWithAcme()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(path)/acme")
        try await expectChangesFail(
            store,
            """
            \(path)/acme has mode \(shown), so others than its owner can use it (store_failed). \
            Run: chmod 600 '\(path)/acme'
            """)
    }

    @Test("refuses a folder and a file of another user", .enabled(if: geteuid() == 0, "only root can give files away"))
    func foreignOwner() async throws {
        let store = try await storeWithAcme()
        #expect(chown("\(path)/acme", 4711, 4711) == 0)
        try await expectChangesFail(
            store,
            """
            \(path)/acme belongs to user 4711, and this process is run by 0 (store_failed). \
            Give the store a folder of this process's user.
            """)
        #expect(chown(path, 4711, 4711) == 0)
        try await expectEverythingFails(
            store,
            """
            \(path) belongs to user 4711, and this process is run by 0 (store_failed). \
            Give the store a folder of this process's user.
            """)
    }

    @Test("quotes a path for the shell")
    func quoting() async throws {
        let odd = folder.url.appending(path: "it's")
        try FileManager.default.createDirectory(at: odd, withIntermediateDirectories: false)
        #expect(chmod(odd.path, 0o755) == 0)
        let error = await #expect(throws: FreshworksError.self) { try await FileStore(directory: odd).load("acme") }
        #expect(error?.advice == #"Run: chmod 700 '\#(folder.url.path)/it'\''s'"#)
    }

    @Test("refuses a symbolic link in a file's place, and what it points to stays as it is")
    func linkedFile() async throws {
        let store = try await storeWithAcme()
        let target = try folder.file("target", Data("text".utf8))
        try FileManager.default.removeItem(atPath: "\(path)/acme")
        try FileManager.default.createSymbolicLink(atPath: "\(path)/acme", withDestinationPath: target.path)
        try await expectChangesFail(
            store,
            """
            \(path)/acme cannot be opened: Too many levels of symbolic links (store_failed). \
            Remove the symbolic link; a store keeps regular files only.
            """)
        #expect(try Data(contentsOf: target) == Data("text".utf8))
    }

    @Test("refuses a folder or a named pipe in a file's place", arguments: [true, false])
    func otherKinds(isFolder: Bool) async throws {
        let store = try await storeWithAcme()
        try FileManager.default.removeItem(atPath: "\(path)/acme")
        #expect((isFolder ? mkdir("\(path)/acme", 0o700) : mkfifo("\(path)/acme", 0o600)) == 0)
        try await expectChangesFail(
            store,
            "\(path)/acme is not a regular file (store_failed). Remove it, or give the store another folder.")
    }

    @Test("refuses a file in the folder's place")
    func fileAsFolder() async throws {
        let file = try folder.file("file", Data())
        try await expectEverythingFails(
            FileStore(directory: file),
            """
            the store's folder \(file.path) cannot be opened: Not a directory (store_failed). \
            Check the path and the file system.
            """)
    }

    @Test(
        "refuses a file that is not whole or not its own",
        arguments: [
            "", "text", "\n", "freshworks-store-1 0123456789abcdef0123456789abcdef 3 acme\non",
            "freshworks-store-1 0123456789abcdef0123456789abcdef 3 acme\nones",
            "freshworks-store-1 0123456789abcdef0123456789abcdef 3 other\none",
            "freshworks-store-2 0123456789abcdef0123456789abcdef 3 acme\none",
            "freshworks-store-1 0123456789abcdef 3 acme\none",
            "freshworks-store-1 0123456789abcdef0123456789abcdef 3 acme",
        ])
    func damage(text: String) async throws {
        let store = try await storeWithAcme()
        try write(text, to: "acme")
        try await expectChangesFail(
            store,
            """
            \(path)/acme is not a whole file of this store (store_failed). \
            Move it away; what it held has to be obtained anew.
            """)
        #expect(try String(contentsOfFile: "\(path)/acme", encoding: .utf8) == text)
    }

    @Test("reads the format that it documents")
    func format() async throws {
        let store = try await storeWithAcme()
        try write("freshworks-store-1 0123456789abcdef0123456789abcdef 3 acme\none", to: "acme")
        let version = StoreVersion(rawValue: "0123456789abcdef0123456789abcdef")
        #expect(try await store.load("acme") == StoredValue(data: Data("one".utf8), version: version))
    }

    @Test("takes values of up to 1 MiB")
    func size() async throws {
        let store = try FileStore(directory: directory)
        let largest = Data(repeating: 7, count: 1_048_576)
        _ = try await store.save(largest, for: String(repeating: "k", count: 200), expecting: .absent)
        #expect(try await store.load(String(repeating: "k", count: 200))?.data == largest)
        let error = await #expect(throws: FreshworksError.self) {
            try await store.save(largest + [7], for: "more", expecting: .absent)
        }
        #expect(error?.code == .invalidArgument)
        try write(String(repeating: "x", count: 1_100_000), to: "huge")
        await #expect(throws: FreshworksError.self) { try await store.load("huge") }
    }

    @Test("clears away what a killed process left, with the next change of either kind")
    func leftOver() async throws {
        let store = try await storeWithAcme()
        try write("half a val", to: ".new")
        _ = try await store.save(Data("two".utf8), for: "other", expecting: .absent)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [".lock", "acme", "other"])
        try write("half a val", to: ".new")
        _ = try await store.delete("other", expecting: #require(try await store.load("other")).version)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [".lock", "acme"])
    }

    @Test("gives a change up when its lock file was removed meanwhile, since others may lock the next one")
    func removedLock() async throws {
        let store = try await storeWithAcme()
        let stands = try await store.load("acme")
        let folder = try StoreFolder(path)
        let key = try StoreKey("acme")
        #expect(throws: FreshworksError.self) {
            try folder.locked { check in
                unlink("\(path)/.lock")
                try folder.write(StoreFileContent(key: key, data: Data("late".utf8)), check: check)
            }
        }
        #expect(try await store.load("acme") == stands)
    }

    @Test("shows its folder and no value")
    func printing() async throws {
        let store = try await storeWithAcme(Data("very-secret".utf8))
        #expect("\(store)" == "FileStore(\(path))")
        let shown = Exposure(of: store).texts + Exposure(of: try #require(try await store.load("acme"))).texts
        #expect(!shown.contains { $0.contains("very-secret") })
        #expect(!Exposure(of: InMemoryStore()).texts.contains { $0.contains("State") })
    }

    private func storeWithAcme(_ data: Data = Data("one".utf8)) async throws -> FileStore {
        let store = try FileStore(directory: directory)
        _ = try await store.save(data, for: "acme", expecting: .absent)
        return store
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: directory.appending(path: name))
        #expect(chmod("\(path)/\(name)", 0o600) == 0)
    }

    private func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    private func expectChangesFail(_ store: FileStore, _ text: String) async throws {
        try await expect(text) { _ = try await store.load("acme") }
        try await expect(text) { _ = try await store.save(Data(), for: "acme", expecting: .absent) }
        try await expect(text) { _ = try await store.delete("acme", expecting: .absent) }
    }

    private func expectEverythingFails(_ store: FileStore, _ text: String) async throws {
        try await expectChangesFail(store, text)
        try await expect(text) { _ = try await store.keys(prefix: "") }
    }

    private func expect(_ text: String, _ call: () async throws -> Void) async throws {
        let error = await #expect(throws: FreshworksError.self) { try await call() }
        #expect(error?.description == text)
    }
}
