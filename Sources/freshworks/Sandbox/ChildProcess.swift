import Dispatch
import Foundation
import FreshworksCore
import Synchronization

/// A command that runs beside this one, with its standard streams.
///
/// Not with Foundation's `Process`: this command ignores signals that it watches for, and a child would ignore them too.
final class ChildProcess: Sendable {
    private let processID: pid_t
    private let hasEnded = Mutex(false)

    /// Starts a command, found as shells find it.
    /// - Throws: ``Misuse`` when the system cannot start it.
    init(_ words: [String], environment: [String: String]) throws {
        #if canImport(Darwin)
            var attributes: posix_spawnattr_t?
        #else
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // A parent that ignores its children's ends has this process ignore them too.
        _ = signal(SIGCHLD, SIG_DFL)
        for number in [SIGPIPE, SIGINT, SIGTERM, SIGCHLD] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, words[0], nil, &attributes, &arguments, &variables)
        guard code == 0 else { throw Misuse("the command cannot be started: \(String(cString: strerror(code)))") }
        processID = child
    }

    /// What it exits with, or 128 and the signal that ended it, as shells say it. A task that is cancelled asks it to end,
    /// and waits for it all the same.
    var status: Int32 {
        get async throws {
            try await withTaskCancellationHandler {
                try await DispatchQueue(label: "freshworks.child").run { self.wait() }
            } onCancel: {
                hasEnded.withLock { if !$0 { kill(processID, SIGTERM) } }
            }
        }
    }

    private func wait() -> Int32 {
        var info = siginfo_t()
        // It is left to the system until nobody can send it a signal anymore, which another process could get then.
        while waitid(P_PID, id_t(processID), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
        return hasEnded.withLock { hasEnded in
            hasEnded = true
            var status: Int32 = 0
            var ended: pid_t
            repeat { ended = waitpid(processID, &status, 0) } while ended == -1 && errno == EINTR
            // Nobody knows how it ended.
            guard ended == processID else { return 3 }
            let signal = status & 0x7F
            return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        }
    }
}
