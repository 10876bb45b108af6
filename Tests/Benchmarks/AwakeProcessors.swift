import Foundation
import Synchronization

#if os(Linux)
    import Glibc

    /// Keeps the processors from sleeping while something is measured, by a thread for each that gives way to every other.
    ///
    /// A call that is alone waits four times for a processor to wake, on its way to the server and back. On a virtual machine that
    /// can take longer than all else, over any transport, and is the machine's figure and not the transport's.
    final class AwakeProcessors: Sendable {
        private let hasEnded = Atomic(false)

        init() {
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                Thread.detachNewThread { [self] in
                    var parameter = sched_param()
                    // SCHED_IDLE, which has no name here. A thread that cannot have it would take a processor from what is measured.
                    guard sched_setscheduler(0, 5, &parameter) == 0 else { return }
                    while !hasEnded.load(ordering: .relaxed) {}
                }
            }
        }

        func end() { hasEnded.store(true, ordering: .relaxed) }
    }
#endif
