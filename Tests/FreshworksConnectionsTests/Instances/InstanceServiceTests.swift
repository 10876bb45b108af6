import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The /instances calls of retired platforms")
struct InstanceServiceTests {
    private let world: World
    private let service: InstanceService
    private let caller = "User dXNlcg==, Organization b3Jn"

    init() throws {
        let world = try World()
        self.world = world
        service = InstanceService { user, organization in
            user.reveal() == "dXNlcg==" && organization.reveal() == "b3Jn" ? world.registry : nil
        }
    }

    private func call(
        _ method: TransportRequest.Method, _ path: String, _ body: String = "", as header: String? = nil
    ) async throws -> InstanceService.Response {
        try await service.respond(
            to: .init(method, path, authorization: header ?? caller, body: Data(body.utf8)))
    }

    private func body(key: String? = nil, name: String = "API Instance") -> String {
        """
        {"element":{"key":"freshdeskv2"},"configuration":{"subdomain":"acme","username":"\(key ?? world.sandbox.freshdesk.apiKey)",
        "filter.response.nulls":true},"tags":["Docs"],"name":"\(name)"}
        """
    }

    @Test("create, get, list, change, disable, enable and delete an instance")
    func life() async throws {
        let created = try await call(.post, "/instances", body())
        #expect(created.status == 200)
        let id = try #require(created.body?["id"]?.stringValue)
        let token = try #require(created.body?["token"]?.stringValue)
        #expect(created.body?["element"]?["key"] == "freshdeskv2" && created.body?["valid"] == true)
        #expect(created.body?["configuration"] == ["filter.response.nulls": true, "subdomain": "acme"])
        #expect(!"\(created) \(String(describing: created.body))".contains(world.sandbox.freshdesk.apiKey))
        #expect(!"\(created)".contains(token))

        let got = try await call(.get, "/instances/\(id)")
        #expect(got.body?["name"] == "API Instance" && got.body?["token"] == nil && got.body?["tags"] == ["Docs"])
        #expect(try await call(.get, "/instances").body == .array([try #require(got.body)]))
        #expect(try await call(.get, "/elements/freshdeskv2/instances").body?.arrayValue?.count == 1)
        #expect(try await call(.get, "/elements/zendesk/instances").body == [])

        let patched = try await call(.patch, "/instances/\(id)", #"{"tags":["t1"]}"#)
        #expect(patched.body?["tags"] == ["t1"] && patched.body?["name"] == "API Instance")
        #expect(patched.body?["configuration"]?["filter.response.nulls"] == true)
        // What was read may be sent back as it is.
        let back = try await call(.put, "/instances/\(id)", "\(try #require(patched.body))")
        #expect(back.body == patched.body)
        let put = try await call(.put, "/instances/\(id)", #"{"name":"New","configuration":{"subdomain":"acme"}}"#)
        #expect(put.status == 200 && put.body?["name"] == "New" && put.body?["tags"] == [])
        #expect(put.body?["configuration"] == ["subdomain": "acme"] && put.body?["valid"] == true)

        let element = "\(caller), Element \(token)"
        #expect(try await call(.delete, "/instances/enabled", as: element).body?["disabled"] == true)
        #expect(try await call(.get, "/instances/\(id)").body?["valid"] == false)
        #expect(try await call(.put, "/instances/enabled", as: element).body?["disabled"] == false)
        #expect(try await call(.put, "/instances/enabled").status == 401)

        let deleted = try await call(.delete, "/instances/\(id)")
        #expect(deleted.status == 200 && deleted.body == nil)
        #expect(try await call(.get, "/instances/\(id)").status == 404)
        #expect(try await call(.delete, "/instances/\(id)").status == 404)
    }

    @Test("a new key is verified before it replaces the old one")
    func rotation() async throws {
        let id = try #require(try await call(.post, "/instances", body()).body?["id"]?.stringValue)
        let wrong = #"{"configuration":{"subdomain":"acme","username":"FAKEkey0123456789abcd"}}"#
        let refused = try await call(.patch, "/instances/\(id)", wrong)
        #expect(refused.status == 400 && refused.body?["message"]?.stringValue?.contains("FAKEkey") == false)
        #expect(try await world.registry.verify(id).verdict == .valid)
    }

    @Test("tells a service that gives no verdict from a key that does not work")
    func noVerdict() async throws {
        let transport = ScriptedTransport { _ in .json(500, "{}") }
        let registry = try ConnectionRegistry(
            store: InMemoryStore(), runtime: FreshworksRuntime(.quiet, transport: transport, clock: ManualClock()))
        let service = InstanceService { _, _ in registry }
        let response = try await service.respond(
            to: .init(.post, "/instances", authorization: caller, body: Data(body().utf8)))
        #expect(response.status == 502)
        #expect(try await registry.page().connections.isEmpty)
    }

    @Test("does not leave an instance that cannot be read out of a list without a word")
    func unreadable() async throws {
        let id = try #require(try await call(.post, "/instances", body()).body?["id"]?.stringValue)
        let key = "connections/record/\(id)"
        let version = try #require(try await world.store.store.load(key)).version
        _ = try await world.store.store.save(Data("{".utf8), for: key, expecting: version)
        let listed = try await call(.get, "/instances")
        #expect(listed.status == 500 && listed.body?["message"] != nil)
    }

    @Test(
        "takes back what was read of an account on a host of its own, whose subdomain is none, and leaves it there",
        arguments: [
            "http://127.0.0.1:1/api/v2", "https://desk.example.com/api/v2", "https://acme.freshdesk.com/api/v2",
        ])
    func ownHost(address: String) async throws {
        let account = try FreshworksAccount(.freshdesk, baseURL: address, allowsForeignHost: true)
        let draft = ConnectionDraft(
            name: "Desk", account: account, credential: .freshdesk(apiKey: world.sandbox.freshdesk.apiKey))
        let id = try await world.registry.add(draft, verifies: false).connection.id
        let read = try #require(try await call(.get, "/instances/\(id)").body)
        for method in [TransportRequest.Method.put, .patch] {
            let back = try await call(method, "/instances/\(id)", "\(read)")
            #expect(back.status == 200 && back.body == read)
        }
        #expect(try await world.registry.get(id).account.baseURL == account.baseURL)
        // Neither host nor key is new, so nobody is asked.
        #expect(world.sandbox.requests.isEmpty)
        let other = #"{"configuration":{"subdomain":"acme@evil.example"}}"#
        #expect(try await call(.patch, "/instances/\(id)", other).status == 400)
    }

    @Test("refuses in the platform's shape, and stores nothing")
    func refusals() async throws {
        let changes = world.store.changes
        for (status, response) in [
            (401, try await call(.get, "/instances", as: "User x, Organization b3Jn")),
            (401, try await call(.get, "/instances", as: "Bearer x")),
            (401, try await call(.get, "/instances", as: "")),
            (401, try await call(.get, "/instances", as: "User dXNlcg==")),
            (400, try await call(.post, "/instances", "{")),
            (400, try await call(.post, "/instances", #"{"name":"A","configuration":{"subdomain":"acme"}}"#)),
            (400, try await call(.post, "/instances", body(key: "FAKEkey0123456789abcd"))),
            (400, try await call(.post, "/elements/zendesk/instances", body())),
            (404, try await call(.get, "/instances/7")), (404, try await call(.patch, "/instances/7", "{}")),
            (404, try await call(.get, "/hubs/helpdesk/incidents")), (405, try await call(.delete, "/instances")),
        ] {
            #expect(response.status == status)
            #expect(response.body?.objectValue?.keys == ["requestId", "message"])
            #expect(!String(describing: response.body).contains("FAKEkey0123456789abcd"))
        }
        #expect(world.store.changes == changes)
        _ = try await call(.post, "/instances", body())
        #expect(try await call(.post, "/instances", body()).status == 409)
    }

    @Test("the header is read and written as the platforms print it, and never printed")
    func header() throws {
        for text in ["User a+/=, Organization b", "User a, Element c", "User a, Organization b, Element c"] {
            let read = try InstanceAuthorization(header: text)
            #expect(read.header.reveal() == text)
            #expect(!"\(read)".contains("a+/="))
        }
        for text in ["", "User", "User a b", "Organization b", "User a, User b", "User a,", "User a, Basic b"] {
            #expect(throws: FreshworksError.self) { try InstanceAuthorization(header: text) }
        }
    }
}
