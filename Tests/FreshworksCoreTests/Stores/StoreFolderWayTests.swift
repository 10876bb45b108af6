import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("The way to a file store's folder")
struct StoreFolderWayTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func make(_ path: String, mode: Int = 0o755) throws -> URL {
        let url = folder.url.appending(path: path)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        #expect(chmod(url.path, mode_t(mode)) == 0)
        return url
    }

    private func failure(of directory: URL) async throws -> FreshworksError {
        let store = try FileStore(directory: directory)
        let saving = await #expect(throws: FreshworksError.self) {
            _ = try await store.save(Data("one".utf8), for: "acme", expecting: .absent)
        }
        #expect(saving?.code == .storeFailed)
        #expect(saving?.mayHaveBeenExecuted == false)
        return try #require(saving)
    }

    private func works(_ directory: URL) async throws {
        let store = try FileStore(directory: directory)
        guard case .done = try await store.save(Data("one".utf8), for: "acme", expecting: .absent) else {
            Issue.record("nothing was saved")
            return
        }
        #expect(try await store.load("acme")?.data == Data("one".utf8))
    }

    @Test(
        "must not lead through a folder that everyone can write to, near or far",
        arguments: ["open/store", "open/a/b/store"])
    func writable(path: String) async throws {
        let open = try make("open", mode: 0o777)
        let store = folder.url.appending(path: path)
        let error = try await failure(of: store)
        #expect(error.message.hasPrefix("everyone can write to \(open.path)"))
        #expect(error.advice == "Run: chmod o-w '\(open.path)'")
        #expect(!FileManager.default.fileExists(atPath: store.path))
        #expect(chmod(open.path, 0o755) == 0)
        try await works(store)
    }

    @Test("is refused as soon as it becomes one, also for reading")
    func openedLater() async throws {
        let parent = try make("parent")
        let store = parent.appending(path: "store")
        try await works(store)
        #expect(chmod(parent.path, 0o757) == 0)
        let file = try FileStore(directory: store)
        let error = await #expect(throws: FreshworksError.self) { _ = try await file.load("acme") }
        #expect(error?.code == .storeFailed)
        _ = try await failure(of: store)
    }

    @Test(
        "may lead through a sticky folder such as /tmp, as parent or further up",
        arguments: ["sticky/store", "sticky/a/store"])
    func sticky(path: String) async throws {
        _ = try make("sticky", mode: 0o1777)
        try await works(folder.url.appending(path: path))
    }

    @Test("may lead through folders that a group can write to, which is up to whoever set the group up")
    func group() async throws {
        _ = try make("group", mode: 0o775)
        try await works(folder.url.appending(path: "group/store"))
    }

    @Test("must not have a symbolic link as the folder's parent")
    func linkedParent() async throws {
        let real = try make("real")
        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
        let error = try await failure(of: link.appending(path: "store"))
        #expect(error.message.hasPrefix("\(link.path) is a symbolic link"))
        #expect(error.advice == "Give the store the folder that it leads to: \(real.path)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: real.path) == [])
        try await works(real.appending(path: "store"))
    }

    @Test("is refused as soon as the parent becomes one, also for reading, listing and deleting")
    func linkedLater() async throws {
        let parent = try make("parent")
        let store = parent.appending(path: "store")
        try await works(store)
        let real = folder.url.appending(path: "real")
        try FileManager.default.moveItem(at: parent, to: real)
        try FileManager.default.createSymbolicLink(at: parent, withDestinationURL: real)
        let file = try FileStore(directory: store)
        for use in [
            { _ = try await file.load("acme") }, { _ = try await file.keys(prefix: "") },
            { _ = try await file.delete("acme", expecting: .absent) },
        ] as [() async throws -> Void] {
            let error = await #expect(throws: FreshworksError.self) { try await use() }
            #expect(error?.message.hasPrefix("\(parent.path) is a symbolic link") == true)
        }
        try await works(real.appending(path: "another"))
    }

    @Test("may have one further up, if it is this user's and the way that it leads is good")
    func linkFurtherUp() async throws {
        _ = try make("real/a")
        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.url.appending(path: "real"))
        try await works(link.appending(path: "a/store"))
        _ = try make("open/a")
        _ = try make("open", mode: 0o777)
        let bad = folder.url.appending(path: "bad")
        try FileManager.default.createSymbolicLink(at: bad, withDestinationURL: folder.url.appending(path: "open/a"))
        let error = try await failure(of: bad.appending(path: "b/store"))
        #expect(error.message.hasPrefix("everyone can write to "))
        let wide = folder.url.appending(path: "wide")
        try FileManager.default.createSymbolicLink(at: wide, withDestinationURL: folder.url.appending(path: "open"))
        let wideError = try await failure(of: wide.appending(path: "a/store"))
        #expect(wideError.message.hasPrefix("everyone can write to "))
    }

    @Test("must not have one of another user", .enabled(if: geteuid() == 0, "only root can give links away"))
    func linkOfAnother() async throws {
        _ = try make("real/a")
        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.url.appending(path: "real"))
        #expect(lchown(link.path, 4711, 4711) == 0)
        let error = try await failure(of: link.appending(path: "a/store"))
        #expect(error.message.contains("symbolic link of user 4711"))
    }

    @Test(
        "is refused as soon as a link on it is given to another user, also for reading",
        .enabled(if: geteuid() == 0, "only root can give links away"))
    func linkGivenAway() async throws {
        _ = try make("real/a/b")
        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.url.appending(path: "real"))
        let store = link.appending(path: "a/b/store")
        try await works(store)
        #expect(lchown(link.path, 4712, 0) == 0)
        let file = try FileStore(directory: store)
        let error = await #expect(throws: FreshworksError.self) { _ = try await file.load("acme") }
        #expect(error?.code == .storeFailed)
        #expect(error?.message.contains("symbolic link of user 4712") == true)
        #expect(error?.advice == "Give the store a folder on a way without it.")
    }
}
