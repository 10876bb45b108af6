#if os(Linux)
    import FreshworksCore
    import Synchronization

    /// Counts calls as observers see them: each must end once.
    final class CallWatch: RequestObserver {
        /// What the calls of the present task are noted in.
        @TaskLocal static var seen: SeenCall?

        private let state = Mutex(State())

        private struct State {
            var running: Set<UInt64> = []
            var begun = 0
            var ended = 0
            var endedTwice = 0
        }

        /// How many calls began and ended, how many still run, and how many ended more often than they began.
        var summary: String {
            state.withLock { "\($0.begun) \($0.ended) \($0.running.count) \($0.endedTwice)" }
        }

        func callBegan(_ call: ObservedCall) -> HeaderFields {
            state.withLock { state in
                state.begun += 1
                state.running.insert(call.id)
            }
            return HeaderFields()
        }

        func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
            state.withLock { state in
                state.ended += 1
                if state.running.remove(call.id) == nil { state.endedTwice += 1 }
            }
            Self.seen?.note(outcome)
        }
    }

    /// What observers saw of one call, or of a list's pages together.
    final class SeenCall: Sendable {
        private let state = Mutex((attempts: 0, mayHaveBeenExecuted: false))

        var attempts: Int { state.withLock { $0.attempts } }
        var mayHaveBeenExecuted: Bool { state.withLock { $0.mayHaveBeenExecuted } }

        func note(_ outcome: ObservedOutcome) {
            state.withLock { state in
                state.attempts += outcome.attempts
                if outcome.mayHaveBeenExecuted { state.mayHaveBeenExecuted = true }
            }
        }
    }
#endif
