import Foundation
package import FreshworksCore

/// One etcd or a cluster of several on 127.0.0.1, each with a folder in memory, that can be killed, stopped and started again.
///
/// It wants the program `etcd`. Mark its suites `.enabled(if: EtcdServers.canRun, EtcdServers.reason)`.
package final class EtcdServers: Sendable {
    private let nodes: [EtcdNode]
    private let folder: TemporaryFolder
    private let transport = TransportChoice.automatic.make(
        maximumConnections: 4, certificateAuthorities: nil, clock: SystemClock())

    /// Whether there is the program, or its lack is a failure of the test: `FRESHWORKS_REQUIRE_ETCD` is 1.
    package static let canRun =
        ProcessInfo.processInfo.environment["FRESHWORKS_REQUIRE_ETCD"] == "1"
        || EtcdNode.searchPath.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/etcd")
        }

    /// Why the tests are skipped where ``canRun`` is false.
    package static let reason = "etcd is not installed (Debian's package is etcd-server)"

    /// Starts a cluster. It ends with its last reference, with this process, or after 15 minutes.
    /// - Throws: What etcd said, if it does not come up.
    package static func start(_ count: Int = 1) async throws -> EtcdServers {
        // Another program may take a free port before etcd does.
        for _ in 0..<4 {
            if let servers = try? await EtcdServers(count) { return servers }
        }
        return try await EtcdServers(count)
    }

    private init(_ count: Int) async throws {
        let folder = try TemporaryFolder(inMemory: true)
        self.folder = folder
        let ports = try FreePorts.find(2 * count)
        let peers = (0..<count).map { "n\($0)=http://127.0.0.1:\(ports[count + $0])" }.joined(separator: ",")
        nodes = (0..<count).map { number in
            EtcdNode(
                name: "n\(number)", port: ports[number], peerPort: ports[count + number], peers: peers,
                folder: folder.url)
        }
        for node in nodes { try node.start() }
        for number in nodes.indices { try await untilHealthy(number) }
    }

    deinit { stop() }

    /// Ends all members for good.
    package func stop() {
        for node in nodes { node.close() }
    }

    /// The members' client addresses.
    package var endpoints: [String] { nodes.map { "http://127.0.0.1:\($0.port)" } }

    /// The ports of these, for what stands before them.
    package var ports: [Int] { nodes.map(\.port) }

    /// The address of a store in this cluster.
    package func address(prefix: String) -> String {
        "etcd://" + nodes.map { "127.0.0.1:\($0.port)" }.joined(separator: ",") + "/\(prefix)"
    }

    // MARK: - Members

    /// Ends a member as `kill -9` does.
    package func kill(_ number: Int) async throws { try await nodes[number].kill() }

    /// Starts a member that was killed, with what it had stored, and waits until it takes part again.
    package func restart(_ number: Int) async throws {
        for attempt in 1... {
            try nodes[number].start()
            do {
                return try await untilHealthy(number)
            } catch let refusal as Refusal where attempt < 50 && refusal.text.contains("address already in use") {
                // A connection of somebody else's had been given its port meanwhile.
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    /// Stops a member as `SIGSTOP` does: it accepts connections and says nothing.
    package func suspend(_ number: Int) async throws { try await nodes[number].signal(SIGSTOP) }

    /// Lets it go on.
    package func resume(_ number: Int) async throws { try await nodes[number].signal(SIGCONT) }

    /// The member that leads.
    package func leader() async throws -> Int {
        while true {
            for number in nodes.indices {
                let status = try? await call("maintenance/status", [:], at: number)
                if let status, let leader: String = status["leader"], leader != "0",
                    leader == status["header"]?["member_id"]?.stringValue
                {
                    return number
                }
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Calls a function of the gateway, without the code under test.
    package func call(
        _ function: String, _ body: JSONValue, token: String? = nil, at number: Int = 0
    ) async throws
        -> JSONValue
    {
        guard let url = URL(string: "http://127.0.0.1:\(nodes[number].port)/v3/\(function)") else {
            throw CocoaError(.fileNoSuchFile)
        }
        var request = TransportRequest(.post, url, body: .bytes(body.serialized()), timeout: .seconds(10))
        if let token { try request.headers.set("Authorization", to: token) }
        let response = try await transport.send(request)
        guard response.status == 200 else { throw Refusal(text: String(decoding: response.body, as: UTF8.self)) }
        return try JSONValue(parsing: response.body)
    }

    /// A call that etcd did not carry out.
    package struct Refusal: Error {
        package let text: String
    }

    private func untilHealthy(_ number: Int) async throws {
        while true {
            do {
                // A read that most members have to agree to.
                _ = try await call("kv/range", ["key": "AA=="], at: number)
                return
            } catch let refusal as Refusal where refusal.text.contains("user name is empty") {
                return
            } catch {
                if nodes[number].hasEnded { throw Refusal(text: nodes[number].log) }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}
