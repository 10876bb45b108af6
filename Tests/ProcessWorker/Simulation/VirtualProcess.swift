#if os(Linux)
    import FreshworksSandbox
    import Glibc
    import Synchronization

    /// Runs all tasks of the process on the calling thread, one after the other, and lets time pass when none can go
    /// on.
    ///
    /// Nothing depends on how fast the machine is: while anything computes, the clock stands still. A seed decides
    /// which of the tasks that could go on does, so one run is like another, and other seeds are other orders.
    final class VirtualProcess: TaskExecutor {
        private let state: Mutex<State>

        private struct State {
            var jobs: [UnownedJob] = []
            var random: SeededGenerator
        }

        /// The hook is a bare function, so what it adds to is global.
        private static let current = Mutex<VirtualProcess?>(nil)
        private static let thread = pthread_self()

        private typealias Original = @convention(thin) (UnownedJob) -> Void
        private typealias Hook = @convention(thin) (UnownedJob, Original) -> Void

        /// Takes over the process. No task may have been made before.
        /// - Returns: `nil` where the language's runtime cannot be asked.
        init?(seed: UInt64) {
            guard let symbol = dlsym(nil, "swift_task_enqueueGlobal_hook") else { return nil }
            state = Mutex(State(random: SeededGenerator(seed: seed)))
            _ = Self.thread
            Self.current.withLock { $0 = self }
            symbol.assumingMemoryBound(to: Hook?.self).pointee = { job, _ in
                VirtualProcess.current.withLock { $0?.add(job) }
            }
        }

        /// Whether the task that asks runs where all should.
        static var isHere: Bool { pthread_equal(thread, pthread_self()) != 0 }

        func enqueue(_ job: consuming ExecutorJob) { add(UnownedJob(job)) }

        private func add(_ job: UnownedJob) { state.withLock { $0.jobs.append(job) } }

        private func next() -> UnownedJob? {
            state.withLock { state in
                guard !state.jobs.isEmpty else { return nil }
                state.jobs.swapAt(Int.random(in: state.jobs.indices, using: &state.random), state.jobs.count - 1)
                return state.jobs.removeLast()
            }
        }

        /// Lets the tasks go on until a moment.
        /// - Returns: Whether it came; otherwise all tasks wait for something that is not time.
        func run(_ clock: ManualClock, until end: Duration) -> Bool {
            while clock.monotonicNow < end {
                if let job = next() {
                    job.runSynchronously(on: asUnownedTaskExecutor())
                } else if let deadline = clock.nextDeadline {
                    clock.advance(by: min(deadline, end) - clock.monotonicNow)
                } else {
                    return false
                }
            }
            return true
        }
    }
#endif
