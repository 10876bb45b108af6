import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Conflicts in a file store", .inTurn)
struct FileStoreConflictTests {
    @Test("who comes too late hears of it without waiting for the lock", .endsIfItHangs)
    func lateComer() async throws {
        let folder = try TemporaryFolder()
        let directory = folder.url.appending(path: "store")
        let store = try FileStore(directory: directory, clock: ManualClock())
        _ = try await store.save(Data("first".utf8), for: "key", expecting: .absent)
        let lock = open(directory.appending(path: ".lock").path, O_RDWR)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)

        guard case .conflict(let current) = try await store.save(Data("late".utf8), for: "key", expecting: .absent)
        else {
            Issue.record("There was no conflict.")
            return
        }
        #expect(current?.data == Data("first".utf8))
    }
}
