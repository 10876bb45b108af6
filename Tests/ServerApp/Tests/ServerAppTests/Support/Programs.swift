import AsyncHTTPClient
import Foundation
import Freshdesk
import NIOCore
import NIOHTTP1
import Testing

/// `freshworks sandbox`, as a child process.
struct ServedSandbox: Sendable {
    /// What Freshdesk's addresses start with.
    let baseURL: String
    let apiKey: String

    /// A client that asks the sandbox itself, past the app.
    var freshdesk: FreshdeskClient {
        get throws {
            try FreshdeskClient(
                account: FreshworksAccount(.freshdesk, baseURL: baseURL), credential: .apiKey(apiKey))
        }
    }
}

/// The app, as a child process.
struct ServedApp: Sendable {
    let process: ChildProcess
    let port: Int

    struct Reply: Sendable {
        var status: Int
        var json: JSONValue?
    }

    func get(_ path: String) async throws -> Reply {
        try await send(HTTPClientRequest(url: "http://127.0.0.1:\(port)/\(path)"), over: .shared)
    }

    /// - Parameter id: Stands in the app's log of requests.
    func post(
        _ path: String, _ body: JSONValue, id: String = "", over client: HTTPClient = .shared
    ) async throws -> Reply {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/\(path)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "X-Request-Id", value: id)
        request.body = .bytes(ByteBuffer(bytes: body.serialized()))
        return try await send(request, over: client)
    }

    private func send(_ request: HTTPClientRequest, over client: HTTPClient) async throws -> Reply {
        let response = try await client.execute(request, timeout: .seconds(60))
        let body = try await response.body.collect(upTo: 1_000_000)
        return Reply(
            status: Int(response.status.code), json: try? JSONValue(parsing: Data(body.readableBytesView)))
    }
}

/// What carries the app's calls.
enum AppTransport: String, CaseIterable, CustomTestStringConvertible {
    case asyncHTTPClient = "asynchttpclient"
    /// The library's, over libcurl on Linux.
    case own

    var testDescription: String { rawValue }
}

/// Transports that are held to the same laws.
enum HTTPClientChoice: String, CaseIterable, CustomTestStringConvertible {
    case asyncHTTPClient = "asynchttpclient"
    case urlSession = "urlsession"

    var testDescription: String { rawValue }
}

/// Runs a test against a sandbox.
func withSandbox(callsPerMinute: Int = 1_000_000, _ test: (ServedSandbox) async throws -> Void) async throws {
    let process = try ChildProcess(Programs.command, ["sandbox", "--rate", String(callsPerMinute)])
    let line = await process.firstOutput { try? JSONValue(parsing: Data($0.utf8)) }
    let freshdesk = try #require(line?["freshdesk"])
    let sandbox = ServedSandbox(
        baseURL: try #require(freshdesk["base_url"]?.stringValue),
        apiKey: try #require(freshdesk["api_key"]?.stringValue))
    try await ending(process) { try await test(sandbox) }
}

/// Runs a test against the app.
func withApp(
    _ choice: AppTransport, baseURL: String, apiKey: String, environment: [String: String] = [:],
    _ test: (ServedApp) async throws -> Void
) async throws {
    let own = [
        "FRESHDESK_BASE_URL": baseURL, "FRESHDESK_API_KEY": apiKey, "HTTP_CLIENT": choice.rawValue, "PORT": "0",
        "LOG_LEVEL": "debug",
    ]
    let process = try ChildProcess(Programs.app, environment: own.merging(environment) { $1 })
    try await ending(process) {
        let port = await process.firstDiagnostic { line -> Int? in
            line.contains("listening") ? line.firstMatch(of: /port=(\d+)/).flatMap { Int($0.output.1) } : nil
        }
        try await test(ServedApp(process: process, port: try #require(port)))
    }
}

private func ending(_ process: ChildProcess, _ test: () async throws -> Void) async throws {
    defer { process.terminate() }
    try await test()
}

enum Programs {
    /// The command of the package two folders up, which has to be built before: `swift build` there.
    static var command: URL {
        if let path = ProcessInfo.processInfo.environment["FRESHWORKS_COMMAND"], !path.isEmpty {
            return URL(filePath: path)
        }
        // Support, ServerAppTests, Tests, ServerApp, Tests, and the file itself.
        var root = URL(filePath: #filePath)
        for _ in 0..<6 { root.deleteLastPathComponent() }
        return root.appending(path: ".build/debug/freshworks")
    }

    /// The app, as built beside the tests.
    static var app: URL {
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        let folder = bundle ?? URL(filePath: CommandLine.arguments[0])
        return folder.deletingLastPathComponent().appending(path: "ServerApp")
    }
}
