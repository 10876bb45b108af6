#if os(Linux)
    import CLibcurl
    import Foundation
    import Synchronization

    /// A thread that lets libcurl work on all calls of one transport.
    ///
    /// Others reach it through the inbox alone. The thread does not survive a `fork`; a child process makes its own transport.
    // why: what is not in a lock belongs to the thread, which no type system can see.
    final class CurlLoop: @unchecked Sendable {
        private let multi: fw_multi
        private let library: CurlLibrary
        private let calls: ExchangeTable<UInt64>
        private let inbox = Mutex(Inbox())
        /// How many others are about to wake the thread: until then it may not end.
        private let wakers = Atomic<Int>(0)
        /// Written before the thread is used by anybody.
        private var thread = pthread_t()

        /// The thread's own.
        private var transfers: [UInt64: CurlTransfer] = [:]
        private let handles = EasyHandles()
        private var queue: OriginQueue<CurlCall>
        private var brake = SpinBrake()

        private struct Inbox {
            var starting: [CurlCall] = []
            var abandoned: [UInt64] = []
            var isStopping = false
            /// Whether the thread was woken and has not looked yet.
            var isWoken = false
            var hasEnded = false
            var waitingForEnd: [CheckedContinuation<Void, Never>] = []
        }

        /// Starts a thread.
        /// - Parameter calls: Where the outcome of each call is reported.
        /// - Throws: ``FreshworksError/Code/outOfDescriptors``, or that no thread can be had.
        init(library: CurlLibrary, maximumConnections: Int, calls: ExchangeTable<UInt64>) throws {
            // The first wake shows whether there are descriptors for waking; libcurl does not say when it makes them.
            guard let multi = fw_multi_new() else { throw Self.noThread }
            guard fw_multi_wake(multi) == 0 else {
                fw_multi_free(multi)
                throw FreshworksError.outOfDescriptors
            }
            self.multi = multi
            self.library = library
            self.calls = calls
            queue = OriginQueue(limit: maximumConnections)
            _ = fw_multi_set_number(multi, CurlMultiOption.maxHostConnections, maximumConnections)
            _ = fw_multi_set_number(multi, CurlMultiOption.maxConnects, max(64, maximumConnections))
            _ = fw_multi_set_number(multi, CurlMultiOption.pipelining, 2)
            let context = Unmanaged.passRetained(self)
            let code = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    Unmanaged<CurlLoop>.fromOpaque(context).takeRetainedValue().run()
                    return nil
                }, context.toOpaque())
            guard code == 0 else {
                context.release()
                fw_multi_free(multi)
                throw Self.noThread
            }
        }

        private static var noThread: FreshworksError {
            FreshworksError(
                .connectionFailed, "this process cannot have another thread for its connections",
                advice: "Check the limits of processes and memory.")
        }

        /// Starts a call. Its outcome goes to the table of calls.
        func start(_ call: CurlCall) {
            if !post({ $0.starting.append(call) }) { calls.take(call.id)?.fail(FreshworksError.transportShutDown) }
        }

        /// Stops a call whose caller has gone.
        func abandon(_ id: UInt64) { _ = post { $0.abandoned.append(id) } }

        /// Lets the running calls end and then the thread, with all connections.
        func stop() { _ = post { $0.isStopping = true } }

        /// Waits for the end of the thread, which somebody has told to stop.
        func end() async {
            await withCheckedContinuation { continuation in
                if !post({ $0.waitingForEnd.append(continuation) }) { continuation.resume() }
            }
            join()
        }

        /// Waits for the end of a thread that has nothing to do any more.
        func join() {
            if pthread_equal(thread, pthread_self()) != 0 { pthread_detach(thread) } else { pthread_join(thread, nil) }
        }

        /// - Returns: Whether the thread will look at it.
        private func post(_ change: (inout Inbox) -> Void) -> Bool {
            let (isHeard, wakes) = inbox.withLock { inbox in
                guard !inbox.hasEnded else { return (false, false) }
                change(&inbox)
                defer { inbox.isWoken = true }
                if !inbox.isWoken { wakers.add(1, ordering: .relaxed) }
                return (true, !inbox.isWoken)
            }
            if wakes {
                // Not in the lock, for which the woken thread would have to wait.
                _ = fw_multi_wake(multi)
                wakers.subtract(1, ordering: .releasing)
            }
            return isHeard
        }
    }

    // MARK: - The thread

    extension CurlLoop {
        private func run() {
            // Signals are for the program's own threads. That of a broken pipe, which TLS libraries can cause, stays pending.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            var isStopping = false
            while !isStopping || !transfers.isEmpty {
                let box = takeInbox()
                isStopping = box.isStopping
                for call in box.starting where queue.add(call, to: call.origin) { begin(call) }
                box.abandoned.forEach(giveUp)
                beginTurn()
                if fw_multi_perform(multi) != 0 { failAll() }
                let rests = brake.rests(afterTurnWith: takeMovements())
                endFinished()
                if isStopping && transfers.isEmpty { break }
                if rests { usleep(SpinBrake.rest) }
                // A failing wait, for which there is no known reason, must not become a spin.
                if fw_multi_wait(multi, isAnyPaused ? 0 : 60_000) != 0 { usleep(10_000) }
            }
            let late = inbox.withLock { inbox in
                inbox.hasEnded = true
                return inbox
            }
            while wakers.load(ordering: .acquiring) > 0 { sched_yield() }
            fw_multi_free(multi)
            for call in late.starting { calls.take(call.id)?.fail(FreshworksError.transportShutDown) }
            for continuation in late.waitingForEnd { continuation.resume() }
        }

        private func takeInbox() -> Inbox {
            inbox.withLock { inbox in
                let taken = inbox
                inbox.starting = []
                inbox.abandoned = []
                inbox.isWoken = false
                return taken
            }
        }

        /// Begins a call, or, where it cannot begin, those that wait behind it.
        private func begin(_ call: CurlCall) {
            var next: CurlCall? = call
            while let call = next { next = isBegun(call) ? nil : queue.end(at: call.origin) }
        }

        private func isBegun(_ call: CurlCall) -> Bool {
            guard !call.exchange.hasEnded else { return false }
            guard let transfer = CurlTransfer(call, library: library, handles: handles), transfer.configure() else {
                calls.take(call.id)?.fail(
                    FreshworksError(
                        .connectionFailed, "libcurl cannot set the call up",
                        advice: "See which libcurl this machine has."))
                return false
            }
            // A libcurl that does not ask before it sends leaves nothing to say but that it may have sent.
            guard library.asksBeforeSending || call.exchange.markSent() else { return false }
            guard fw_multi_add(multi, transfer.easy) == 0 else {
                calls.take(call.id)?.fail(FreshworksError.lostConnection(wasSent: false))
                return false
            }
            transfers[call.id] = transfer
            return true
        }

        /// Stops a call whose caller has gone.
        private func giveUp(_ id: UInt64) {
            guard let transfer = transfers[id] else { return queue.forget { $0.id == id } }
            // Before 7.87, taking it out now would make all wait for the resolver. It ends by itself when it wants to send.
            if !library.leavesResolversAlone && library.asksBeforeSending && !transfer.isResolved { return }
            remove(transfer)
        }

        private func beginTurn() {
            for transfer in transfers.values where !transfer.beginTurn() {
                end(transfer, .failure(transfer.failure(CurlFailure.writeError)))
            }
        }

        /// Whether anything has come or gone in this turn.
        private func takeMovements() -> Bool {
            transfers.values.reduce(false) { $1.takeMovement() || $0 }
        }

        private var isAnyPaused: Bool { transfers.values.contains { $0.budget.isPaused } }

        private func endFinished() {
            while case let finished = fw_multi_next(multi), finished.found {
                guard let context = finished.context else { continue }
                let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
                let isAnswer = finished.result == 0 && transfer.head.isComplete
                end(transfer, isAnswer ? .success(transfer.head) : .failure(transfer.failure(finished.result)))
            }
        }

        private func end(_ transfer: CurlTransfer, _ outcome: Result<AnswerHead, any Error>) {
            let exchange = calls.take(transfer.call.id)
            if case .success = outcome { transfer.isAnswered = true }
            // After the caller is told, who goes on meanwhile.
            defer { remove(transfer) }
            switch outcome {
            case .success(let head):
                exchange?.finish(status: head.status, headers: HeaderFields(received: head.fields))
            case .failure(let error):
                exchange?.fail(error)
            }
        }

        /// Takes a transfer out. libcurl closes a connection that is in the middle of something.
        private func remove(_ transfer: CurlTransfer) {
            _ = fw_multi_remove(multi, transfer.easy)
            transfers[transfer.call.id] = nil
            if let next = queue.end(at: transfer.call.origin) { begin(next) }
        }

        private func failAll() {
            for transfer in transfers.values {
                end(transfer, .failure(FreshworksError.lostConnection(wasSent: transfer.call.exchange.wasSent)))
            }
        }
    }
#endif
