import Foundation

/// A PostgreSQL of its own in a temporary folder, reached through a socket there and through no network.
///
/// It wants the programs of Debian's package `postgresql`.
final class PostgresServer: Sendable {
    /// What libpq connects by.
    let conninfo: String
    private let input: FileHandle

    /// Whether there are the programs, or their lack is a failure of the test: `FRESHWORKS_REQUIRE_POSTGRESQL` is 1.
    static let canRun =
        ProcessInfo.processInfo.environment["FRESHWORKS_REQUIRE_POSTGRESQL"] == "1"
        || FileManager.default.fileExists(atPath: "/usr/lib/postgresql")

    /// Starts it. It ends with its last reference, and with this process.
    init() async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash", "-c", Self.script]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        input = stdin.fileHandleForWriting
        let line = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: stdout.fileHandleForReading.availableData)
            }
        }
        let folder = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        struct DidNotStart: Error {}
        guard !folder.isEmpty else { throw DidNotStart() }
        conninfo = "host=\(folder) user=app dbname=postgres"
    }

    deinit { try? input.close() }

    /// Says the folder when it answers; ends the server with the standard input. PostgreSQL does not run as root.
    private static let script = """
        bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
        export PATH="$PATH:$bin"
        dir=$(mktemp -d /tmp/freshworks-postgres-XXXXXX) || exit 1
        as=
        if [ "$(id -u)" = 0 ]; then
            user=postgres
            id postgres > /dev/null 2>&1 || user=nobody
            chown $user "$dir"
            as="setpriv --reuid $user --regid $(id -g $user) --clear-groups"
        fi
        cd "$dir"
        $as initdb -D data -U app --auth trust --no-sync > log 2>&1 || { cat log >&2; rm -rf "$dir"; exit 1; }
        $as postgres -D data -k "$dir" -h '' > log 2>&1 & postgres=$!
        until $as pg_isready -q -h "$dir"; do
            kill -0 $postgres 2> /dev/null || { cat log >&2; rm -rf "$dir"; exit 1; }
            sleep 0.05
        done
        echo "$dir"
        read -r -t 900
        kill -QUIT $postgres
        wait
        rm -rf "$dir"
        """
}
