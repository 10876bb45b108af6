import AsyncHTTPClient
import Foundation
import FreshworksConnections
import FreshworksSandbox
import NIOCore
import NIOHTTP1
import Testing

@Suite("The app's /instances, for tooling of integration platforms", .timeLimit(.minutes(2)))
struct InstanceRouteTests {
    private static let environment = ["INSTANCES_USER": "FAKEuser0123+/=", "INSTANCES_ORGANIZATION": "FAKEorg0123"]
    private static let header = "User FAKEuser0123+/=, Organization FAKEorg0123"

    @Test("creates, lists, disables and deletes instances of whoever is known, and refuses everybody else")
    func life() async throws {
        try await SettingsVisit.with(environment: Self.environment) { visit in
            let key = "FAKEkey0123456789abcd"
            let body = """
                {"element":{"key":"freshdeskv2"},"configuration":{"subdomain":"acme@evil.example","username":"\(key)"},"name":"A"}
                """
            for header in ["", "User x, Organization FAKEorg0123", "User FAKEuser0123+/="] {
                let refused = try await call(visit, .GET, "/instances", as: header)
                #expect(refused.status == 401 && refused.json?["message"]?.stringValue?.isEmpty == false)
            }
            let wrong = try await call(visit, .POST, "/instances", body)
            #expect(wrong.status == 400 && wrong.json?["requestId"] != nil)
            #expect(wrong.json?["message"]?.stringValue?.contains(key) == false)

            // What users have connected to Freshdesk is an instance too.
            let registry = try ConnectionRegistry(store: FileStore(directory: visit.folder))
            let account = try FreshworksAccount(.freshdesk, baseURL: visit.freshdeskBaseURL)
            let added = try await registry.add(
                ConnectionDraft(
                    name: "Desk", account: account, credential: .freshdesk(apiKey: visit.sandbox.freshdesk.apiKey)))
            let listed = try await call(visit, .GET, "/instances")
            #expect(try InstanceAnswer.list(#require(listed.json)).map(\.id) == [added.connection.id])
            let tagged = try await call(visit, .PATCH, "/instances/\(added.connection.id)", #"{"tags":["eu"]}"#)
            #expect(tagged.status == 200 && tagged.json?["tags"] == ["eu"])

            let element = "\(Self.header), Element \(added.instanceToken.reveal())"
            #expect(try await call(visit, .DELETE, "/instances/enabled", as: element).json?["disabled"] == true)
            #expect(try await registry.get(added.connection.id).isEnabled == false)
            let deleted = try await call(visit, .DELETE, "/instances/\(added.connection.id)")
            #expect(deleted.status == 200 && deleted.json == nil)
            #expect(try await call(visit, .GET, "/instances").json == [])
            #expect(try await call(visit, .GET, "/hubs/helpdesk/incidents").status == 404)
        }
    }

    @Test("is not there unless it was configured")
    func unconfigured() async throws {
        try await SettingsVisit.with { visit in
            let answer = try await call(visit, .GET, "/instances")
            #expect(answer.status == 404)
        }
    }

    private func call(
        _ visit: SettingsVisit, _ method: HTTPMethod, _ path: String, _ body: String = "", as header: String = header
    ) async throws -> (status: Int, json: JSONValue?) {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(visit.app.port)/platform\(path)")
        request.method = method
        request.headers.add(name: "Authorization", value: header)
        request.body = .bytes(ByteBuffer(string: body))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let answer = try await response.body.collect(upTo: 1_000_000)
        return (Int(response.status.code), try? JSONValue(parsing: Data(answer.readableBytesView)))
    }
}
