import Foundation
import Synchronization

/// One etcd process, which can be started again after it was ended.
final class EtcdNode: Sendable {
    let port: Int
    private let name: String
    private let peerPort: Int
    private let peers: String
    private let folder: URL
    private let life = Mutex(Life())

    private struct Life {
        var tool: RunningTool?
        var processID: Int32?
        var hasEnded = true
    }

    /// Root's programs are not in everybody's path.
    static let searchPath = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin") + ":/usr/sbin:/sbin"

    init(name: String, port: Int, peerPort: Int, peers: String, folder: URL) {
        self.name = name
        self.port = port
        self.peerPort = peerPort
        self.peers = peers
        self.folder = folder
    }

    var hasEnded: Bool { life.withLock { $0.hasEnded } }

    /// What it has said last, for a test that fails.
    var log: String {
        let all = (try? String(contentsOf: folder.appending(path: "\(name).log"), encoding: .utf8)) ?? ""
        return String(all.suffix(2000))
    }

    func start() throws {
        let (client, peer) = ("http://127.0.0.1:\(port)", "http://127.0.0.1:\(peerPort)")
        let tool = try CommandLineTool(executable: URL(filePath: "/usr/bin/env")).start(
            [
                "bash", "-c", Self.script, "etcd", folder.path, name, "--name", name, "--data-dir", name,
                "--listen-client-urls", client, "--advertise-client-urls", client, "--listen-peer-urls", peer,
                "--initial-advertise-peer-urls", peer, "--initial-cluster", peers, "--logger", "zap",
                "--log-outputs", "stderr",
            ], environment: ["PATH": Self.searchPath], input: nil, limit: .seconds(2000))
        life.withLock { $0 = Life(tool: tool, processID: nil, hasEnded: false) }
        Task { [weak self] in
            // The task keeps the tool, which would otherwise be killed before it can end what it started.
            for await line in tool.lines {
                self?.life.withLock { $0.processID = Int32(line) }
            }
            self?.life.withLock { if $0.tool === tool { $0.hasEnded = true } }
        }
    }

    /// Ends it without waiting.
    func close() { life.withLock { $0.tool }?.closeInput() }

    /// Ends it as `kill -9` does, also when it is stopped.
    func kill() async throws {
        close()
        try await eventually { hasEnded }
    }

    func signal(_ number: Int32) async throws {
        // A task of its own reads the id, and may be late.
        try await eventually { life.withLock { $0.processID != nil || $0.hasEnded } }
        life.withLock { if let id = $0.processID, !$0.hasEnded { _ = Foundation.kill(id, number) } }
    }

    /// Ends etcd with the standard input, and the system does if this shell is killed. Says its process id.
    private static let script = """
        cd "$1" || exit 1
        log=$2.log
        shift 2
        setpriv --pdeathsig KILL etcd "$@" > "$log" 2>&1 & etcd=$!
        echo $etcd
        while kill -0 $etcd 2> /dev/null; do
            read -r -t 1
            [ $? -gt 128 ] || break
        done
        kill -9 $etcd 2> /dev/null
        wait
        """
}
