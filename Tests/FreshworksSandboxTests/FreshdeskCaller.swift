import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

/// Calls the sandbox's Freshdesk in process, with bodies.
struct FreshdeskCaller {
    let clock = ManualClock()
    let sandbox: Sandbox

    init(_ adjust: (inout Sandbox.Options) -> Void = { _ in }) {
        var options = Sandbox.Options(clock: clock)
        adjust(&options)
        sandbox = Sandbox(options)
    }

    typealias Answer = SandboxCaller.Answer

    func call(
        _ method: TransportRequest.Method, _ path: String, _ body: String? = nil, type: String? = "application/json",
        key: String? = nil
    ) async throws -> Answer {
        var request = TransportRequest(method, try #require(URL(string: "https://acme.freshdesk.com/api/v2/" + path)))
        try request.headers.set("Authorization", to: basic("\(key ?? sandbox.freshdesk.apiKey):X"))
        if let body {
            request.body = .bytes(Data(body.utf8))
            if let type { try request.headers.set("Content-Type", to: type) }
        }
        let response = try await sandbox.transport.send(request)
        return Answer(
            status: response.status, headers: response.headers, text: String(decoding: response.body, as: UTF8.self))
    }

    /// Sends a form that is typed out by hand, with `\n` for its line ends.
    func form(_ method: TransportRequest.Method, _ path: String, _ lines: String) async throws -> Answer {
        try await call(
            method, path, lines.replacing("\n", with: "\r\n"), type: "multipart/form-data; boundary=frontier")
    }

    /// Creates a ticket from nothing but what is required.
    func ticket(_ email: String = "new@globex.example") async throws -> Int64 {
        let answer = try await call(
            .post, "tickets", #"{"email":"\#(email)","subject":"S","description":"D"}"#)
        return try #require(try answer.json["id"]?.int64Value)
    }
}

extension SandboxCaller.Answer {
    /// Field and code of every complaint, such as `priority invalid_value`.
    func complaints() throws -> [String] {
        try (json["errors"]?.arrayValue ?? []).map {
            "\($0["field"]?.stringValue ?? "") \($0["code"]?.stringValue ?? "")"
        }
    }

    var keys: Set<String> { get throws { Set(try json.objectValue?.keys ?? []) } }
}
