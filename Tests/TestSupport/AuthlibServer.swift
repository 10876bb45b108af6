package import Foundation

/// The OAuth server of `Tests/Authlib/server.py` as a child process: Authlib's judgment of what a client sends.
///
/// It wants a Python with the packages of `Tests/Authlib/requirements.txt`: the one that `FRESHWORKS_PYTHON` names, else
/// `python3`. Mark its suites `.enabled(if: AuthlibServer.isRequired || AuthlibServer.isAvailable)`.
package struct AuthlibServer: Sendable {
    package let baseURL: URL
    package let clientID: String
    package let clientSecret: String
    package let username: String
    package let password: String
    private let tool: RunningTool

    /// Whether the lack of such a Python is a failure of the test: `FRESHWORKS_REQUIRE_AUTHLIB` is 1.
    package static let isRequired = environment["FRESHWORKS_REQUIRE_AUTHLIB"] == "1"

    /// Whether there is such a Python.
    package static let isAvailable: Bool = {
        let trial = Spawn(
            executable: launcher.path, arguments: [python, "-c", "import authlib, flask"], environment: environment)
        guard let child = try? trial.start() else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }()

    /// Starts a server with a client and a user of its own. It ends with this process, or after an hour.
    /// - Throws: ``DidNotStart``.
    package init() async throws {
        tool = try CommandLineTool(executable: Self.launcher).start(
            [Self.python, Self.script.path], environment: Self.environment, input: nil, limit: .seconds(3600))
        guard let line = await tool.firstLine() else {
            throw DidNotStart(diagnostics: await tool.result().diagnostics)
        }
        let announcement = try JSONDecoder().decode(Announcement.self, from: Data(line.utf8))
        baseURL = announcement.baseURL
        clientID = announcement.clientID
        clientSecret = announcement.clientSecret
        username = announcement.username
        password = announcement.password
    }

    /// Ends the server.
    package func stop() { tool.closeInput() }

    /// There is no such Python, or the script failed.
    package struct DidNotStart: Error, CustomStringConvertible {
        package let diagnostics: String
        package var description: String {
            "Tests/Authlib/server.py did not start with \(AuthlibServer.python). Install the packages of "
                + "Tests/Authlib/requirements.txt and name that Python in FRESHWORKS_PYTHON.\n\(diagnostics)"
        }
    }

    private struct Announcement: Decodable {
        let baseURL: URL
        let clientID, clientSecret, username, password: String

        enum CodingKeys: String, CodingKey {
            case baseURL = "base_url"
            case clientID = "client_id"
            case clientSecret = "client_secret"
            case username, password
        }
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let python = environment["FRESHWORKS_PYTHON"].flatMap { $0.isEmpty ? nil : $0 } ?? "python3"
    /// Finds a program by its name as well as by its path.
    private static let launcher = URL(filePath: "/usr/bin/env")
    private static let script = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Authlib/server.py")
}
