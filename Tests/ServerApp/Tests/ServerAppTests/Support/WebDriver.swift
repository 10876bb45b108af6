import AsyncHTTPClient
import Foundation
import FreshworksCore
import NIOCore
import NIOHTTP1
import Testing

/// A real browser without a window, driven by chromedriver (W3C WebDriver).
struct WebDriver {
    private let client: HTTPClient
    private let address: String

    /// Where chromedriver is; `nil` where the tests of the browser do not run.
    static let program = ProcessInfo.processInfo.environment["FRESHWORKS_CHROMEDRIVER"].map { URL(filePath: $0) }

    /// Runs a test with a browser of its own.
    static func with(_ client: HTTPClient, _ test: (WebDriver) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = try ChildProcess(
            try #require(program), ["--port=0"], environment: ["HOME": folder.path, "PATH": "/usr/bin:/bin"])
        defer { process.terminate() }
        let port = try #require(
            await process.firstOutput { $0.firstMatch(of: /started successfully on port (\d+)/).map { String($0.1) } })
        let root = "http://127.0.0.1:\(port)/session"
        // Everything on this machine; as root a browser runs without its own sandbox only.
        let options: JSONValue = ["args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"]]
        let session = try await call(
            client, .POST, root, ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]])
        let driver = WebDriver(client: client, address: root + "/" + (try #require(session["sessionId"]?.stringValue)))
        do {
            try await test(driver)
        } catch {
            try? await driver.quit()
            throw error
        }
        try await driver.quit()
    }

    func open(_ url: String) async throws { _ = try await post("/url", ["url": .string(url)]) }
    func click(_ selector: String) async throws { _ = try await post("/element/\(find(selector))/click", [:]) }
    func type(_ text: String, into selector: String) async throws {
        _ = try await post("/element/\(find(selector))/value", ["text": .string(text)])
    }
    /// Whether an element comes to show a text: a page that a click leads to takes a moment.
    func shows(_ text: String, at selector: String) async throws -> Bool {
        for _ in 0..<200 {
            if let element = try await element(selector) {
                let shown = try await Self.call(client, .GET, "\(address)/element/\(element)/text").stringValue
                if shown?.contains(text) == true { return true }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    func source() async throws -> String? { try await Self.call(client, .GET, address + "/source").stringValue }

    private func quit() async throws { _ = try await Self.call(client, .DELETE, address) }

    private func find(_ selector: String) async throws -> String {
        try #require(await element(selector), "nothing is \(selector)")
    }

    private func element(_ selector: String) async throws -> String? {
        let found = try await post("/element", ["using": "css selector", "value": .string(selector)])
        // The key is the standard's mark of an element.
        return found["element-6066-11e4-a52e-4f735466cecf"]?.stringValue
    }

    private func post(_ path: String, _ body: JSONValue) async throws -> JSONValue {
        try await Self.call(client, .POST, address + path, body)
    }

    private static func call(
        _ client: HTTPClient, _ method: HTTPMethod, _ url: String, _ body: JSONValue? = nil
    ) async throws -> JSONValue {
        var request = HTTPClientRequest(url: url)
        request.method = method
        if let body { request.body = .bytes(ByteBuffer(bytes: body.serialized())) }
        let response = try await client.execute(request, timeout: .seconds(60))
        let data = try await response.body.collect(upTo: 10_000_000)
        return try JSONValue(parsing: Data(data.readableBytesView))["value"] ?? .null
    }
}
