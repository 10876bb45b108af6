import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

extension SandboxCaller {
    /// Sends a body that was typed by hand.
    func freshchat(
        _ method: TransportRequest.Method, _ path: String, _ body: String = "", type: String = "application/json"
    ) async throws -> Answer {
        try await send(
            method, "https://acme.freshchat.com/v2/" + path, "Bearer \(sandbox.freshchat.apiToken)", body, type)
    }

    /// Sends a body that was typed by hand.
    func freshsales(
        _ method: TransportRequest.Method, _ path: String, _ body: String = "", type: String = "application/json"
    ) async throws -> Answer {
        try await send(
            method, "https://acme.myfreshworks.com/crm/sales/api/" + path,
            "Token token=\(sandbox.freshsales.apiKey)", body, type)
    }

    private func send(
        _ method: TransportRequest.Method, _ address: String, _ authorization: String, _ body: String, _ type: String
    ) async throws -> Answer {
        var request = TransportRequest(method, try #require(URL(string: address)))
        try request.headers.set("Authorization", to: authorization)
        if !body.isEmpty {
            try request.headers.set("Content-Type", to: type)
            request.body = .bytes(Data(body.utf8))
        }
        let response = try await sandbox.transport.send(request)
        return Answer(
            status: response.status, headers: response.headers, text: String(decoding: response.body, as: UTF8.self))
    }
}

extension JSONValue {
    /// The texts under a key of every row of a list.
    func texts(_ list: String, _ key: String) -> [String] {
        (self[list]?.arrayValue ?? []).compactMap { $0[key]?.stringValue }
    }

    func text(_ path: String...) -> String? { value(at: path)?.stringValue }
}
