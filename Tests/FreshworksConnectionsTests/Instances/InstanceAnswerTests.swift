import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Answers of instances")
struct InstanceAnswerTests {
    /// As the platforms' documentation prints it, with an invented token.
    private static let published = """
        {"id":12345,"name":"API Instance","createdDate":"2017-08-07T18:46:38Z","token":"ABC/Dxxxxinvented","element":{"id":491,
        "name":"Freshdesk V2","hookName":"Freshdeskv2","key":"freshdeskv2","description":"Add a Freshdesk instance",
        "image":"elements/provider_freshdesk.png","active":true,"deleted":false,"typeOauth":false,"trialAccount":false,
        "resources":[],"transformationsEnabled":true,"bulkDownloadEnabled":true,"bulkUploadEnabled":true,"cloneable":true,
        "extendable":true,"beta":false,"authentication":{"type":"basic"},"extended":false,"hub":"helpdesk",
        "protocolType":"http","parameters":[]},"elementId":491,"tags":["Docs"],"provisionInteractions":[],"valid":true,
        "disabled":false,"maxCacheSize":0,"cacheTimeToLive":0,"configuration":{},"eventsEnabled":false,
        "traceLoggingEnabled":false,"cachingEnabled":false,"externalAuthentication":"none","user":{"id":12345}}
        """
    private static let secrets = ["ABC/Dxxxxinvented"]

    private var published: JSONValue { get throws { try JSONValue(parsing: Data(Self.published.utf8)) } }

    @Test("are read, and written back equal")
    func roundTrip() throws {
        let read = try InstanceAnswer(published)
        #expect(read.id == "12345" && read.name == "API Instance" && read.element == "freshdeskv2")
        #expect(read.token?.reveal() == "ABC/Dxxxxinvented" && read.tags == ["Docs"] && read.isUsable)
        #expect(read.createdAt == Date(timeIntervalSince1970: 1_502_131_598) && read.subdomain == nil)
        #expect(try read.json(secrets: .inPlainText) == published)
        #expect(
            try InstanceAnswer.list([published, published]).map { $0.json(secrets: .inPlainText) } == [
                published, published,
            ])
        let hidden = read.json()
        #expect(!Exposure(of: read).shows(Self.secrets) && !hidden.description.contains(Self.secrets[0]))
        #expect(hidden["user"] == ["id": 12345] && hidden["element"]?["hub"] == "helpdesk")
    }

    @Test("are usable where the credential is good and nobody has disabled the instance")
    func usable() throws {
        let states = try [(true, false), (true, true), (false, false), (false, true)].map { valid, disabled in
            var object = try #require(try published.objectValue)
            (object["valid"], object["disabled"]) = (.bool(valid), .bool(disabled))
            return try InstanceAnswer(.object(object)).isUsable
        }
        #expect(states == [true, false, false, false])
    }

    @Test("of a list have fewer members")
    func listed() throws {
        let text = """
            [{"id":"7","name":"A","element":{"key":"freshdeskv2"},"tags":[],"valid":false,"disabled":true,
            "configuration":{"subdomain":"acme","username":"FAKEkey0123456789abcd"}}]
            """
        let json = try JSONValue(parsing: Data(text.utf8))
        let read = try #require(try InstanceAnswer.list(json).first)
        #expect(!read.isUsable && read.token == nil && read.createdAt == nil && read.subdomain == "acme")
        #expect(read.json(secrets: .inPlainText) == json.arrayValue?[0])
        #expect(read.json()["configuration"] == ["subdomain": "acme"])
    }

    @Test("of this library's service have the members of the published ones, and read back equal")
    func ownService() async throws {
        let world = try World()
        let service = InstanceService { _, _ in world.registry }
        let body = """
            {"element":{"key":"freshdeskv2"},"configuration":{"subdomain":"acme","username":"\(world.sandbox.freshdesk.apiKey)"},
            "tags":["Docs"],"name":"API Instance"}
            """
        let header = "User dXNlcg==, Organization b3Jn"
        let created = try #require(
            try await service.respond(
                to: .init(.post, "/instances", authorization: header, body: Data(body.utf8))
            ).body)
        let known = try #require(try published.objectValue)
        // Whose instance it is the platform knows by a number, and this library not at all.
        #expect(Set(created.objectValue?.keys ?? []) == Set(known.keys).subtracting(["user"]))
        #expect(Set(created["element"]?.objectValue?.keys ?? []) == Set(known["element"]?.objectValue?.keys ?? []))
        for (key, value) in known
        where !["id", "createdDate", "token", "configuration", "user", "element"].contains(key) {
            #expect(created[key] == value, "\(key)")
        }
        let read = try InstanceAnswer(created)
        #expect(try await world.registry.find(token: try #require(read.token))?.id == read.id)
        #expect(read.json(secrets: .inPlainText) == created)
        let listed = try #require(try await service.respond(to: .init(.get, "/instances", authorization: header)).body)
        #expect(try InstanceAnswer.list(listed).map { $0.json(secrets: .inPlainText) } == listed.arrayValue)
    }

    @Test("that are damaged are refused with paths, and tell no secret")
    func mutations() throws {
        var random = SeededGenerator(seed: 12)
        var refused = 0
        for _ in 0..<200 {
            let damaged = Mutation.of(try published, &random)
            do {
                let read = try InstanceAnswer(damaged)
                #expect(read.json(secrets: .inPlainText) == damaged)
                #expect(!Exposure(of: read).shows(Self.secrets))
                if read.token?.reveal() == Self.secrets[0] {
                    #expect(!read.json().description.contains(Self.secrets[0]), "\(damaged)")
                }
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty)
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                #expect(!"\(error)".contains(Self.secrets[0]))
            }
        }
        #expect(refused > 5 && refused < 200)
    }
}
