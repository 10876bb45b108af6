import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("Ending a call from outside of its task", .endsIfItHangs)
struct CallEndingTests {
    private let ending = CallEnding()
    private let canceled = Canceled()

    private final class Canceled: Sendable {
        private let names = Mutex<[String]>([])
        var all: [String] { names.withLock { $0 } }

        func by(_ name: String) -> @Sendable () -> Void { { [self] in names.withLock { $0.append(name) } } }
    }

    @Test("cancels what the call waits for, once")
    func once() {
        ending.waits(cancel: canceled.by("first"))
        ending.end()
        ending.end()
        #expect(canceled.all == ["first"])
    }

    @Test("leaves alone what the call waits for no more")
    func over() {
        ending.waits(cancel: canceled.by("first"))
        ending.goesOn()
        ending.end()
        #expect(canceled.all.isEmpty)
    }

    @Test("cancels at once whatever the call waits for later")
    func later() {
        ending.end()
        ending.goesOn()
        ending.waits(cancel: canceled.by("second"))
        ending.waits(cancel: canceled.by("third"))
        #expect(canceled.all == ["second", "third"])
    }

    @Test("cancels work of others, whose task is not the caller's")
    func work() async throws {
        let (started, begin) = AsyncStream<Void>.makeStream()
        let caller = Task { [ending] in
            await #expect(throws: CancellationError.self) {
                try await ending.run {
                    begin.finish()
                    let (stream, _) = AsyncStream<Void>.makeStream()
                    for await _ in stream {}
                    try Task.checkCancellation()
                }
            }
            return Task.isCancelled
        }
        for await _ in started {}
        ending.end()
        #expect(await caller.value == false)
    }

    @Test("begins no work of others for a call that is over", arguments: [true, false])
    func nothingBegins(isEnded: Bool) async throws {
        let caller = Task { [ending, canceled] in
            if isEnded { ending.end() } else { withUnsafeCurrentTask { $0?.cancel() } }
            await #expect(throws: CancellationError.self) {
                try await ending.run { canceled.by("work")() }
            }
        }
        await caller.value
        #expect(canceled.all.isEmpty)
    }

    @Test("work of others ends with the caller's task too")
    func ownCancellation() async throws {
        let (started, begin) = AsyncStream<Void>.makeStream()
        let caller = Task { [ending] in
            try await ending.run {
                begin.finish()
                let (stream, _) = AsyncStream<Void>.makeStream()
                for await _ in stream {}
                try Task.checkCancellation()
            }
        }
        for await _ in started {}
        caller.cancel()
        await #expect(throws: CancellationError.self) { try await caller.value }
    }
}
