import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite(
    "The server that judges by Authlib", .inTurn,
    .enabled(if: AuthlibServer.isRequired || AuthlibServer.isAvailable))
struct AuthlibServerTests {
    @Test("a wrong client secret is answered with 401 invalid_client, over each transport")
    func wrongSecret() async throws {
        let server = try await AuthlibServer()
        defer { server.stop() }
        var request = TransportRequest(
            .post, server.baseURL.appending(path: "org/oauth/v2/token"),
            body: .bytes(Data("grant_type=client_credentials".utf8)))
        let pair = Data("\(server.clientID):wrong".utf8).base64EncodedString()
        try request.headers.set("Authorization", to: "Basic \(pair)")
        try request.headers.set("Content-Type", to: "application/x-www-form-urlencoded")

        for kind in TransportKind.allCases {
            let response = try await kind.make().send(request)
            #expect(response.status == 401)
            #expect(try JSONValue(parsing: response.body)["error"]?.stringValue == "invalid_client")
        }
    }
}
