import FreshworksCore
import Synchronization
import Testing

@Suite("Single flight")
struct SingleFlightTests {
    @Test("a result goes to those who wait and to nobody later")
    func sequence() async throws {
        let flight = SingleFlight<Int>()
        let count = Mutex(0)
        for expected in 1...3 {
            let value = try await flight.run {
                count.withLock {
                    $0 += 1
                    return $0
                }
            }
            #expect(value == expected)
        }
    }

    @Test("a task that is already cancelled does not wait")
    func cancelledBefore() async {
        let flight = SingleFlight<Int>()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await flight.run {
                try await Task.sleep(for: .seconds(3600))
                return 1
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("callers that come and go in any order all get an answer, and loads never overlap")
    func storm() async throws {
        let flight = SingleFlight<Int>()
        let running = Mutex(0)
        let load: @Sendable () async throws -> Int = {
            let now = running.withLock {
                $0 += 1
                return $0
            }
            #expect(now == 1)
            await Task.yield()
            running.withLock { $0 -= 1 }
            return 7
        }
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<4_000 {
                group.addTask {
                    let task = Task { try await flight.run(load) }
                    if index % 2 == 0 { task.cancel() }
                    switch await task.result {
                    case .success(let value): #expect(value == 7)
                    case .failure(let error): #expect(error is CancellationError && index % 2 == 0)
                    }
                }
            }
        }
    }
}
