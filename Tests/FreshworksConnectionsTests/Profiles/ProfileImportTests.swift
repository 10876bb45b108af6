import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Profiles as Kore.ai describes them")
struct ProfileImportTests {
    private static let perUser = """
        {"mode":"endUser","name":"CRM","baseURL":"https://{tenant}.myfreshworks.com","requiresTenant":true,
        "fields":[{"in":"header","name":"Authorization","value":"{{key}}"}],
        "authCheckURL":"https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters"}
        """
    private static let shared =
        #"{"mode":"preAuthorized","name":"CRM","domain":"acme","apiKey":"Token token=sfg999666t673t7t82"}"#
    private static let secret = "sfg999666t673t7t82"

    private func read(_ text: String) throws -> ProfileImport {
        try ProfileImport(Data(text.utf8), for: .freshsales)
    }

    @Test("are read, written back equal, and resolve to connections that verify by their own check")
    func roundTrip() async throws {
        let found = try read(Self.perUser)
        #expect(found.profile.json == (try JSONValue(parsing: Data(Self.perUser.utf8))) && found.draft == nil)
        #expect(found.profile.mode == .perUser(fallsBack: false) && found.profile.needsTenant)
        let world = try World()
        let draft = try found.profile.draft(tenant: "acme", key: world.sandbox.freshsales.apiKey, user: "ines")
        let added = try await world.registry.add(draft)
        #expect(added.connection.verdict == .valid)
        #expect(try await world.registry.resolve(found.profile, user: "ines").connection.id == added.connection.id)
        for text in [
            Self.perUser.replacing(#""name":"CRM""#, with: #""name":"CRM","fallsBack":true"#),
            Self.perUser.replacing("{{key}}", with: "Token token={{key}}"),
        ] {
            #expect(try read(text).profile.json == (try JSONValue(parsing: Data(text.utf8))))
        }
    }

    @Test("of the kind that one key serves for everybody give the connection with it")
    func preAuthorized() throws {
        let found = try read(Self.shared)
        let draft = try #require(found.draft)
        #expect(draft.account.baseURL == "https://acme.myfreshworks.com/crm/sales/api")
        #expect(draft.profile == ProfileKey(profile: "CRM"))
        guard case .key(let key) = try draft.credential.normalized(for: draft.account).form else {
            Issue.record("It was a key.")
            return
        }
        #expect(key.reveal() == Self.secret)
        #expect(!found.profile.json.description.contains(Self.secret))
        // What is written has no secret, and is read as the same profile.
        let again = try ProfileImport(found.profile.json, for: .freshsales)
        #expect(again.profile.json == found.profile.json && again.draft == nil)
        #expect(try again.profile.account(tenant: "acme").baseURL == draft.account.baseURL)
    }

    @Test(
        "are refused with the paths of all that is wrong",
        arguments: [
            ("[]", ["$"]), ("{}", ["$.name", "$.mode", "$.baseURL", "$.fields"]),
            (
                #"{"mode":"x","name":"A","baseURL":"https://{tenant}.freshwork.com","fields":[]}"#,
                ["$.mode", "$.fields"]
            ),
            (
                #"{"mode":"endUser","name":"A","baseURL":"https://{tenant}.freshwork.com","fields":[{"in":"header","name":"A","value":"{{key}}"}]}"#,
                ["$.baseURL"]
            ),
            (
                #"{"mode":"endUser","name":"A","baseURL":"https://{tenant}.myfreshworks.com","fields":[{"in":"query","name":"A","value":"sfg999666t673t7t82"}]}"#,
                ["$.fields[0].in", "$.fields[0].value"]
            ),
            (
                #"{"mode":"endUser","name":"A","baseURL":"https://{tenant}.myfreshworks.com","requiresTenant":false,"authCheckURL":"https://evil.example.com/x","fields":[{"in":"header","name":"A","value":"{{key}}"}]}"#,
                ["$.authCheckURL"]
            ),
            (
                #"{"mode":"endUser","name":"A","baseURL":"https://{tenant}.myfreshworks.com","requiresTenant":false,"fields":[{"in":"header","name":"A","value":"{{key}}"}]}"#,
                ["$.requiresTenant"]
            ),
            (#"{"mode":"endUser","name":"A","domain":"acme","apiKey":"sfg999666t673t7t82"}"#, ["$.apiKey"]),
            (
                #"{"mode":"preAuthorized","name":"A","domain":"acme.freshwork.com","apiKey":"**********"}"#,
                ["$.apiKey", "$.domain"]
            ),
            (#"{"mode":"preAuthorized","name":"A","domain":"acme"}"#, ["$.apiKey"]),
        ])
    func refused(text: String, paths: [String]) throws {
        let error = #expect(throws: FreshworksError.self) { try read(text) }
        #expect(error?.code == .invalidImport && error?.fieldErrors.compactMap(\.field) == paths)
        #expect(!"\(error as Any)".contains(Self.secret))
    }

    @Test("that are damaged are read or refused with paths, and tell no secret", arguments: [perUser, shared])
    func mutations(text: String) throws {
        let whole = try JSONValue(parsing: Data(text.utf8))
        var random = SeededGenerator(seed: 5)
        var refused = 0
        for _ in 0..<200 {
            let damaged = Mutation.of(whole, &random)
            do {
                let found = try ProfileImport(damaged, for: .freshsales)
                #expect(!Exposure(of: found).shows([Self.secret]) && !"\(found.profile.json)".contains(Self.secret))
                if let draft = found.draft { #expect(draft.account.origin.host == "acme.myfreshworks.com") }
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty, "\(damaged)")
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                #expect(!"\(error)\(error.localizedDescription)".contains(Self.secret), "\(damaged)")
            }
        }
        #expect(refused > 20 && refused < 200)
    }

    @Test("that name this machine are refused unless that is meant", arguments: ["127.0.0.1:2379", "localhost"])
    func loopback(host: String) throws {
        let text = Self.perUser.replacing("https://{tenant}.myfreshworks.com", with: "http://\(host)")
            .replacing(#""requiresTenant":true"#, with: #""requiresTenant":false"#)
        let error = #expect(throws: FreshworksError.self) { try read(text) }
        #expect(error?.fieldErrors.map(\.code).contains("loopback_address") == true)
        let meant = try ProfileImport(Data(text.utf8), for: .freshsales, allowsLoopback: true)
        #expect(meant.profile.name == "CRM")
    }
}
