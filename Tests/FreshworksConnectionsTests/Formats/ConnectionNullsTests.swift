import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Null members of raw answers")
struct ConnectionNullsTests {
    @Test(
        "are dropped for an instance, and for whoever asks for it; in objects, not in arrays",
        arguments: [
            ("{}", true, ["a": 1, "list": [.null, [:]]]),
            ("false", false, ["a": 1, "b": .null, "list": [.null, ["c": .null]]]),
            ("true", true, ["a": 1, "list": [.null, [:]]]),
            (#""false""#, false, ["a": 1, "b": .null, "list": [.null, ["c": .null]]]),
        ] as [(String, Bool, JSONValue)])
    func instance(setting: String, drops: Bool, answer: JSONValue) async throws {
        let member = setting == "{}" ? "" : #","filter.response.nulls":\#(setting)"#
        let text = """
            {"element":{"key":"freshdeskv2"},"name":"A","configuration":{"subdomain":"acme","username":"FAKEkey0123456789abcd"\(member)}}
            """
        let registry = try self.registry()
        let added = try await registry.add(ConnectionImport(Data(text.utf8)))
        let connection = try #require(added.first).connection
        #expect(connection.dropsNullMembers == drops)
        #expect(try await connection.call(.get, "tickets/1") == answer)
    }

    @Test("stay for every other connection unless its options say so, and an empty answer is null")
    func others() async throws {
        let registry = try self.registry()
        let id = try await registry.add(draft("A"), verifies: false).connection.id
        #expect(
            try await registry.get(id).call(.get, "tickets/1") == ["a": 1, "b": .null, "list": [.null, ["c": .null]]])
        let changed = try await registry.setOptions(of: id, to: ["filter.response.nulls": true])
        #expect(try await changed.call(.get, "tickets/1") == ["a": 1, "list": [.null, [:]]])
        #expect(try await changed.call(.delete, "tickets/1") == .null)
        #expect(await code { try await changed.call(.get, "missing") } == .notFound)
    }

    private func registry() throws -> ConnectionRegistry {
        let transport = ScriptedTransport { request in
            if request.url.path.hasSuffix("missing") { return .json(404, "{}") }
            if request.method == .delete { return TransportResponse(status: 204) }
            return .json(200, #"{"a":1,"b":null,"list":[null,{"c":null}]}"#)
        }
        return try ConnectionRegistry(
            store: InMemoryStore(),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: ManualClock()))
    }
}
