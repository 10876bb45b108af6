import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

/// Calls a sandbox in process and reads the answer as text and JSON.
struct SandboxCaller {
    let sandbox: Sandbox

    init(_ options: Sandbox.Options = Sandbox.Options(clock: ManualClock())) { sandbox = Sandbox(options) }

    struct Answer {
        let status: Int
        let headers: HeaderFields
        let text: String

        var json: JSONValue { get throws { try JSONValue(parsing: Data(text.utf8)) } }

        func ids() throws -> [Int64] { try (json.arrayValue ?? []).compactMap { $0["id"] } }
    }

    func call(
        _ method: TransportRequest.Method = .get, _ address: String, _ authorization: String? = nil,
        headers: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        var request = TransportRequest(method, try #require(URL(string: address)))
        if let authorization { try request.headers.set("Authorization", to: authorization) }
        for (name, value) in headers { try request.headers.set(name, to: value) }
        let response = try await sandbox.transport.send(request)
        return Answer(
            status: response.status, headers: response.headers, text: String(decoding: response.body, as: UTF8.self))
    }

    func freshdesk(_ path: String, headers: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await call(
            .get, "https://acme.freshdesk.com/api/v2/" + path, basic("\(sandbox.freshdesk.apiKey):X"), headers: headers)
    }

    func freshchat(_ path: String) async throws -> Answer {
        try await call(.get, "https://acme.freshchat.com/v2/" + path, "Bearer \(sandbox.freshchat.apiToken)")
    }

    func freshsales(_ path: String) async throws -> Answer {
        try await call(
            .get, "https://acme.myfreshworks.com/crm/sales/api/" + path, "Token token=\(sandbox.freshsales.apiKey)")
    }
}

func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }
