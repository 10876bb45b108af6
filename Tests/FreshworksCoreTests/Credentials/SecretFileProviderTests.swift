import Foundation
import FreshworksCore
import Synchronization
import Testing

@Suite("Mounted secrets")
struct SecretFileProviderTests {
    /// A file in memory that counts how often it is read.
    private final class MemoryFile: Sendable {
        private struct State {
            var content: [UInt8]? = nil
            var modified: Int64 = 0
            var inode: UInt64 = 1
            var reads = 0
        }

        private let state = Mutex(State())

        var reads: Int { state.withLock { $0.reads } }

        /// - Parameter age: Seconds before the clock's start.
        func write(_ text: String?, age: Int64, inode: UInt64 = 1) {
            write(bytes: text.map { Array($0.utf8) }, age: age, inode: inode)
        }

        func write(bytes: [UInt8]?, age: Int64, inode: UInt64 = 1) {
            state.withLock {
                $0.content = bytes
                $0.modified = (1_800_000_000 - age) * 1_000_000_000
                $0.inode = inode
            }
        }

        var access: SecretFileAccess {
            SecretFileAccess(
                stamp: { _ in try self.state.withLock { try Self.stamp($0) } },
                read: { _ in
                    try self.state.withLock { state in
                        state.reads += 1
                        return (state.content ?? [], try Self.stamp(state))
                    }
                })
        }

        private static func stamp(_ state: State) throws -> FileStamp {
            guard let content = state.content else { throw FreshworksError(.notConfigured, "no file") }
            return FileStamp(inode: state.inode, size: Int64(content.count), modified: state.modified)
        }
    }

    private let file = MemoryFile()
    private let clock = SteppedClock()

    private func provider() -> SecretFileProvider {
        SecretFileProvider("secret", access: file.access, clock: clock) { .freshchat(token: $0) }
    }

    @Test("the file is read once, however often it is asked for")
    func readsOnce() async throws {
        file.write("one\n", age: 60)
        let provider = provider()
        let first = try await provider.credential()
        for _ in 0..<100 { #expect(try await provider.credential().revision == first.revision) }
        #expect(first.key == "one")
        #expect(file.reads == 1)
    }

    @Test("the file is looked at and read where nothing else waits: a mount may hang")
    func blocks() async throws {
        file.write("one\n", age: 0)
        let access = file.access
        let onPool = Mutex<[Bool]>([])
        let note = { @Sendable in withUnsafeCurrentTask { task in onPool.withLock { $0.append(task != nil) } } }
        let provider = SecretFileProvider(
            "secret",
            access: SecretFileAccess(
                stamp: {
                    note()
                    return try access.stamp($0)
                },
                read: {
                    note()
                    return try access.read($0)
                }), clock: clock
        ) { .freshchat(token: $0) }
        let credential = try await provider.credential()
        #expect(try await provider.credential(replacing: credential) == nil)
        #expect(onPool.withLock { $0 } == [false, false, false, false, false])
    }

    @Test("200 calls over a swapped symlink read the file once for the rejected value and once at the start")
    func swap() async throws {
        file.write("one", age: 60)
        let provider = provider()
        let old = try await provider.credential()
        file.write("two", age: 30, inode: 2)
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<200 { group.addTask { try await provider.credential(replacing: old)?.key } }
            for try await key in group { #expect(key == "two") }
        }
        #expect(file.reads == 2)
    }

    @Test("a rejected value whose file did not change is not read again")
    func unchanged() async throws {
        file.write("one", age: 60)
        let provider = provider()
        let rejected = try await provider.credential()
        for _ in 0..<10 { #expect(try await provider.credential(replacing: rejected) == nil) }
        #expect(file.reads == 1)
    }

    @Test("a rejected value whose file is gone or spoiled is an error that says so", arguments: [nil, ""])
    func rejectedAndUnreadable(content: String?) async throws {
        file.write("one", age: 60)
        let provider = provider()
        let rejected = try await provider.credential()
        file.write(content, age: 30)
        for _ in 0..<2 {
            #expect(try await provider.credential().key == "one")
            let error = await #expect(throws: FreshworksError.self) {
                _ = try await provider.credential(replacing: rejected)
            }
            #expect(error?.code == (content == nil ? .notConfigured : .credentialFile))
        }
        file.write("two", age: 10)
        #expect(try await provider.credential(replacing: rejected)?.key == "two")
    }

    @Test("a file that was young when it was read is read once more for a rejected value")
    func sameTick() async throws {
        file.write("one", age: 0)
        let provider = provider()
        let rejected = try await provider.credential()
        #expect(try await provider.credential(replacing: rejected) == nil)
        #expect(try await provider.credential(replacing: rejected) == nil)
        #expect(file.reads == 2)

        file.write("won", age: -2)
        let second = try await provider.credential()
        file.write("two", age: -2)
        #expect(try await provider.credential().key == "won")
        #expect(try await provider.credential(replacing: second)?.key == "two")
        #expect(file.reads == 4)
    }

    @Test("rewritten with the same content it keeps the revision")
    func sameContent() async throws {
        file.write("one", age: 60)
        let provider = provider()
        let first = try await provider.credential()
        file.write("one\n", age: 30)
        #expect(try await provider.credential().revision == first.revision)
        #expect(try await provider.credential(replacing: first) == nil)
        #expect(file.reads == 2)
    }

    @Test("a held value survives a file that is gone, empty or garbage for a moment")
    func vanishes() async throws {
        file.write("one", age: 60)
        let provider = provider()
        _ = try await provider.credential()
        file.write(nil, age: 50)
        #expect(try await provider.credential().key == "one")
        file.write("", age: 40)
        #expect(try await provider.credential().key == "one")
        file.write("\n", age: 39)
        #expect(try await provider.credential().key == "one")
        file.write(bytes: [0xFF, 0xFE], age: 38)
        #expect(try await provider.credential().key == "one")
        file.write("two", age: 30)
        #expect(try await provider.credential().key == "two")
    }

    @Test("at the start, a missing file is not configured, and one that cannot be used is an error")
    func start() async throws {
        let provider = provider()
        func code() async -> FreshworksError.Code? {
            do {
                _ = try await provider.credential()
                return nil
            } catch { return (error as? FreshworksError)?.code }
        }
        #expect(await code() == .notConfigured)
        file.write("", age: 60)
        #expect(await code() == .credentialFile)
        file.write("\r\n", age: 60)
        #expect(await code() == .credentialFile)
        file.write(bytes: [UInt8](repeating: 0x61, count: 65_537), age: 60)
        #expect(await code() == .credentialFile)
        file.write(bytes: [0xC3], age: 60)
        #expect(await code() == .credentialFile)
        file.write(bytes: [UInt8](repeating: 0x61, count: 65_536), age: 60)
        #expect(await code() == nil)
    }

    @Test(
        "exactly one line break at the end is not part of the value",
        arguments: [
            ("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), ("a ", "a "), ("a\n ", "a\n "), ("a\u{85}", "a\u{85}"),
        ])
    func lineBreak(_ content: String, _ value: String) async throws {
        file.write(content, age: 60)
        #expect(try await provider().credential().key == value)
    }

    @Test("a real symlink swapped the way Kubernetes does is seen at the next request")
    func symlink() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (version, value) in [("v1", "one\n"), ("v2", "two\n")] {
            let data = folder.appending(path: version)
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            try Data(value.utf8).write(to: data.appending(path: "token"))
        }
        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: name).path(), withDestinationPath: target)
        }
        try link("..data", to: "v1")
        try link("token", to: "..data/token")
        let provider = SecretFileProvider(folder.appending(path: "token").path()) { .freshchat(token: $0) }
        #expect(try await provider.credential().key == "one")

        try link("..data_tmp", to: "v2")
        #expect(rename(folder.appending(path: "..data_tmp").path(), folder.appending(path: "..data").path()) == 0)
        #expect(try await provider.credential().key == "two")
    }

    @Test("a folder or a missing path in the file's place is told apart")
    func notAFile() async throws {
        let folder = SecretFileProvider(FileManager.default.temporaryDirectory.path()) { .freshchat(token: $0) }
        let error = await #expect(throws: FreshworksError.self) { try await folder.credential() }
        #expect(error?.code == .credentialFile)
        let missing = SecretFileProvider("/nowhere/secret") { .freshchat(token: $0) }
        let other = await #expect(throws: FreshworksError.self) { try await missing.credential() }
        #expect(other?.code == .notConfigured)
    }
}

extension Credential {
    /// The key in the clear, for tests.
    var key: String? {
        if case .key(let key) = form { key.reveal() } else { nil }
    }
}
