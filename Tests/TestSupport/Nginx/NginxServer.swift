package import Foundation

/// An nginx on 127.0.0.1 that speaks TLS, well at some ports and badly at others, and answers requests with JSON.
///
/// Below `/uploads/` it keeps what is sent, and below `/files/` and `/packed/` it has files, in the latter compressed.
///
/// It wants the programs `nginx` and `openssl`. Mark its suites `.enabled(if: NginxServer.isRequired || NginxServer.isAvailable)`.
package final class NginxServer: Sendable {
    /// A port of the server.
    package enum Place: String, CaseIterable, Sendable {
        /// A good certificate, HTTP/2 and 1.1.
        case http2
        /// A good certificate, HTTP/1.1 only.
        case http1
        case expired, wrongHost, selfSigned
        /// A good certificate, but nothing better than TLS 1.1.
        case oldTLS
        /// Without TLS.
        case plain
    }

    /// What it was asked so far.
    package let log = NginxLog()
    /// The authority of its certificates, as a PEM file. They are for
    /// `localhost`, `acme.localhost` and `acme.freshdesk.com`.
    package let authority: URL
    /// The port of the place ``Place/plain`` at `[::1]`; `nil` where the machine has no such address.
    package let portOfIPv6: Int?
    private let ports: [Place: Int]
    private let folder: TemporaryFolder
    private let tool: RunningTool

    /// What it answers: proof of a Freshdesk credential.
    static let answer = #"{"id":4711,"contact":{"name":"Ana","email":"ana@acme.example"}}"#

    /// Whether the lack of the programs is a failure of the test: `FRESHWORKS_REQUIRE_NGINX` is 1.
    package static let isRequired = ProcessInfo.processInfo.environment["FRESHWORKS_REQUIRE_NGINX"] == "1"

    /// Whether there are the programs.
    package static let isAvailable = ["nginx", "openssl", "bash"].allSatisfy { name in
        searchPath.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    /// Starts a server. It ends with its last reference, with this process, or after 15 minutes.
    /// - Parameter portBehind: A port of 127.0.0.1 to ask below `/behind/`, and below `/v3/` where an etcd is behind it.
    /// - Throws: ``DidNotStart``.
    package static func start(portBehind: Int? = nil) async throws -> NginxServer {
        let folder = try TemporaryFolder()
        let certificates = try await TestCertificates(in: folder.url)
        // Another program may take a free port before nginx does.
        for _ in 0..<4 {
            if let server = try? await NginxServer(folder, certificates, portBehind) { return server }
        }
        return try await NginxServer(folder, certificates, portBehind)
    }

    private init(_ folder: TemporaryFolder, _ certificates: TestCertificates, _ portBehind: Int?) async throws {
        self.folder = folder
        authority = certificates.authority
        let free = try FreePorts.find(Place.allCases.count)
        ports = Dictionary(uniqueKeysWithValues: zip(Place.allCases, free))
        portOfIPv6 = FreePorts.findOfIPv6()
        let configuration = NginxConfiguration(
            certificates: certificates, ports: ports, portOfIPv6: portOfIPv6, portBehind: portBehind)
        try Data(configuration.text.utf8).write(to: folder.url.appending(path: "nginx.conf"))
        tool = try CommandLineTool(executable: URL(filePath: "/usr/bin/env")).start(
            ["bash", "-c", Self.script, "nginx", folder.url.path], environment: ["PATH": Self.searchPath], input: nil,
            limit: .seconds(930))
        guard await tool.firstLine() == "ready" else {
            throw DidNotStart(diagnostics: await tool.result().diagnostics)
        }
        Task { [tool, log] in
            for await line in tool.lines { if let line = NginxLog.Line(line) { log.add(line) } }
            log.end()
        }
    }

    deinit { tool.closeInput() }

    /// The port of a place.
    package func port(_ place: Place) -> Int { ports[place] ?? 0 }

    /// An address at a place.
    package func url(_ place: Place, _ path: String = "/", host: String = "localhost") throws -> URL {
        struct NotAnAddress: Error {}
        let scheme = place == .plain ? "http" : "https"
        guard let url = URL(string: "\(scheme)://\(host):\(port(place))\(path)") else { throw NotAnAddress() }
        return url
    }

    /// Puts a file below `/files/` and `/packed/`.
    package func serve(_ name: String, _ content: Data) throws {
        let files = folder.url.appending(path: "files")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        try content.write(to: files.appending(path: name))
    }

    /// What was sent below `/uploads/`.
    package func uploads() throws -> [Data] {
        let folder = folder.url.appending(path: "client_body")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).map {
            try Data(contentsOf: $0)
        }
    }

    /// nginx or openssl is missing, or did not like what it was told.
    package struct DidNotStart: Error, CustomStringConvertible {
        package let diagnostics: String
        package var description: String {
            "nginx did not start; install nginx-light, openssl and bash. \(diagnostics)"
        }
    }

    /// Root's programs are not in everybody's path.
    private static let searchPath =
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin") + ":/usr/sbin:/sbin"

    /// Ends nginx with the standard input, however this process ends. It writes its process id when it listens.
    private static let script = """
        cd "$1" || exit 1
        # What an attempt has left whose port another program took.
        rm -f nginx.pid answers
        nginx -p "$1/" -c nginx.conf -e errors.log & nginx=$!
        until [ -s nginx.pid ]; do
            kill -0 $nginx 2> /dev/null || { cat errors.log >&2; exit 1; }
            sleep 0.01
        done
        echo ready
        read -r -t 900
        kill -9 $nginx
        wait
        """
}
