import Dispatch
import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A file store and other processes", .inTurn)
struct FileStoreProcessTests {
    @Test("four processes count to 200 together, and no increment is lost")
    func count() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        try await withThrowingTaskGroup(of: CommandLineTool.Result.self) { group in
            for _ in 1...4 {
                group.addTask { try await CommandLineTool("ProcessWorker").run(["store", "count", directory.path]) }
            }
            for try await result in group {
                #expect(result.status == 0, "\(result)")
                #expect(result.output.hasPrefix("50 "))
            }
        }
        let value = try await FileStore(directory: directory).load("shared")
        #expect(value?.data == Data("200".utf8))
    }

    // On a disk, where a change takes long enough to be hit.
    @Test(
        "a process that is stopped in a change keeps the others waiting for five seconds, then they hear of it",
        .endsIfItHangs)
    func stopped() async throws {
        let folder = try TemporaryFolder()
        let directory = folder.url.appending(path: "store")
        let clock = ManualClock()
        let store = try FileStore(directory: directory, clock: clock)
        let worker = try CommandLineTool("ProcessWorker").start(["store", "write", directory.path])
        defer { worker.signal(SIGKILL) }
        #expect(await worker.firstLine() == "1")
        try await stopInAChange(worker, directory.appending(path: ".lock").path)

        let change = Task { try await store.save(Data("mine".utf8), for: "mine", expecting: .absent) }
        let time = Task {
            while !Task.isCancelled {
                clock.advance(by: .milliseconds(5))
                await Task.yield()
            }
        }
        let error = await #expect(throws: FreshworksError.self) { try await change.value }
        time.cancel()
        #expect(
            error?.description == """
                \(directory.path) has been locked by another process for 5.0 seconds (store_failed). A process that uses \
                the store may be stopped; continue or end it.
                """)
        #expect(try await store.load("mine") == nil)
        #expect(try await store.load("shared") != nil)

        let canceled = Task { try await store.save(Data("mine".utf8), for: "mine", expecting: .absent) }
        try await clock.waitForSleepers(1)
        canceled.cancel()
        await #expect(throws: CancellationError.self) { try await canceled.value }

        worker.signal(SIGKILL)
        _ = await worker.result()
        let next = try FileStore(directory: directory)
        guard case .done = try await next.save(Data("mine".utf8), for: "mine", expecting: .absent) else {
            Issue.record("The lock did not end with the process.")
            return
        }
    }

    @Test("a process that was stopped in a change and goes on lets the others go on", .endsIfItHangs)
    func continued() async throws {
        let folder = try TemporaryFolder()
        let directory = folder.url.appending(path: "store")
        let worker = try CommandLineTool("ProcessWorker").start(["store", "write", directory.path])
        defer { worker.signal(SIGKILL) }
        #expect(await worker.firstLine() == "1")
        try await stopInAChange(worker, directory.appending(path: ".lock").path)
        let store = try FileStore(directory: directory)
        let change = Task { try await store.save(Data("mine".utf8), for: "mine", expecting: .absent) }
        worker.signal(SIGCONT)
        guard case .done = try await change.value else {
            Issue.record("Nobody else writes this key.")
            return
        }
    }

    @Test("a write that the system ends in its middle leaves the old value and no other file")
    func overrun() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let store = try FileStore(directory: directory)
        _ = try await store.save(Data("old".utf8), for: "shared", expecting: .absent)
        let result = try await CommandLineTool("ProcessWorker").run(["store", "overrun", directory.path])
        #expect(
            result.output == """
                \(directory.path)/.new cannot be written: File too large (store_failed). Make room on the disk, or raise \
                the limit on its use.

                """)
        #expect(try await store.load("shared")?.data == Data("old".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == [".lock", "shared"])
    }

    @Test("processes killed at random instants leave whole values, and never less than they acknowledged")
    func kills() async throws {
        let kills = ProcessInfo.processInfo.environment["FRESHWORKS_KILLS"].flatMap { Int($0) } ?? 1000
        let start = ContinuousClock.now
        let total = try await withThrowingTaskGroup(of: KillFigures.self) { group in
            // On a disk most kills strike in the middle of a change. In memory they cost other tests less.
            group.addTask { try await KillFigures.killing(kills / 5, inMemory: false) }
            group.addTask { try await KillFigures.killing(kills - kills / 5, inMemory: true) }
            return try await group.reduce(into: KillFigures()) { $0 += $1 }
        }
        print("\(total) in \(ContinuousClock.now - start)")
        // Else the kills did not strike where it could hurt.
        #expect(total.betweenCreationAndRename > 0)
    }
}

/// Stops a process that is writing, at an instant at which it holds the lock.
private func stopInAChange(_ worker: RunningTool, _ lockPath: String) async throws {
    // A queue of its own: the worker lives for a while only, and heavy work queues up.
    try await DispatchQueue(label: "stopping").run {
        for attempt in 1...3000 {
            worker.signal(SIGSTOP)
            while !isStopped(worker.processID) {
                guard kill(worker.processID, 0) == 0 else { throw POSIXError(.ESRCH) }
                usleep(200)
            }
            // A child that is just being started has a copy of a lock that was tried before, until it is its own program.
            if (1...5).allSatisfy({ _ in usleep(5000) == 0 && isLocked(lockPath) }) { return }
            worker.signal(SIGCONT)
            // On a busy machine it needs longer to come to its next change.
            usleep(.random(in: 0...(attempt < 500 ? 3000 : 30_000)))
        }
        throw POSIXError(.ETIMEDOUT)
    }
}

private func isLocked(_ path: String) -> Bool {
    let lock = open(path, O_RDWR | O_CLOEXEC)
    defer { _ = close(lock) }
    return flock(lock, LOCK_EX | LOCK_NB) != 0
}

/// Whether each thread of a process has come to a halt: a signal stops them soon, not at once.
private func isStopped(_ processID: Int32) -> Bool {
    let tasks = "/proc/\(processID)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return !threads.isEmpty
        && threads.allSatisfy { thread in
            let state = try? String(contentsOfFile: "\(tasks)/\(thread)/stat", encoding: .utf8)
            return state?.split(separator: ")").last?.hasPrefix(" T") ?? true
        }
}
