import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A profile of Kore.ai with one key for everybody")
struct KoreImportTests {
    private static let secret = "sfg999666t673t7t82"
    private static let base = "https://acme.myfreshworks.com/crm/sales/api"
    private static let published =
        #"{"mode":"preAuthorized","name":"CRM","domain":"acme","apiKey":"Token token=sfg999666t673t7t82"}"#
    private static let templated = """
        {"mode":"preAuthorized","name":"CRM","domain":"acme","apiKey":"Token token=sfg999666t673t7t82",
        "baseURL":"https://{tenant}.myfreshworks.com","requiresTenant":true,"team":{"floor":3},
        "fields":[{"in":"header","name":"Authorization","value":"Token token={{key}}"}],
        "authCheckURL":"https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters"}
        """
    private static let endUser = """
        {"mode":"endUser","name":"Own","baseURL":"https://{tenant}.myfreshworks.com","requiresTenant":true,
        "fields":[{"in":"header","name":"Authorization","value":"{{key}}"}]}
        """

    private func read(_ text: String) throws -> ConnectionImport {
        try ConnectionImport(Data(text.utf8), product: .freshsales)
    }

    @Test(
        "is recognized by itself, makes the connection that serves the profile, and is written back equal",
        arguments: [published, templated])
    func roundTrip(text: String) async throws {
        let found = try read(text)
        #expect(found.format == .kore && found.notes.isEmpty)
        let draft = try #require(found.drafts.first)
        #expect(draft.account.baseURL == Self.base && draft.provenance.source == "kore")
        #expect(!"\(draft.options)".contains(Self.secret))
        let world = try World()
        let id = try #require(try await world.registry.add(found).first).connection.id
        let profile = try ProfileImport(Data(text.utf8), for: .freshsales).profile
        let used = try await world.registry.resolve(profile, user: "ines")
        #expect(used.owner == .everybody && used.connection.id == id)
        let signer = try RequestSigner(account: used.connection.account, provider: used.connection.credentialProvider)
        let signed = try await signer.headers(for: used.connection.account.url("contacts/filters"))
        #expect(signed["Authorization"] == "Token token=\(Self.secret)")
        let written = try await world.registry.export([id], as: .kore, secrets: .inPlainText)
        #expect(written == .array([try JSONValue(parsing: Data(text.utf8))]))
        #expect(try await !world.registry.export([id], as: .kore).description.contains(Self.secret))
    }

    @Test("has its own check, and is written without templates that do not lead to it any more")
    func moved() async throws {
        let service = ScriptedTransport(.json(200, #"{"filters":[]}"#))
        let registry = try ConnectionRegistry(
            store: InMemoryStore(), runtime: FreshworksRuntime(.quiet, transport: service, clock: ManualClock()))
        let text = Self.templated.replacing("contacts/filters", with: "deals/filters")
        let id = try #require(try await registry.add(read(text)).first).connection.id
        #expect(try await registry.verify(id).verdict == .valid)
        #expect(service.requests.map(\.url.path) == ["/crm/sales/api/deals/filters"])
        try await registry.changeHost(of: id, to: .freshsales("acme.freshsales.io"))
        let written = try await registry.export([id], as: .kore, secrets: .inPlainText)
        let again = try ConnectionImport(written, product: .freshsales)
        #expect(again.drafts.first?.account.baseURL == "https://acme.freshsales.io/api")
        #expect(written.arrayValue?.first?["baseURL"] == nil)
    }

    @Test("hides its key from what it keeps, also where a header has it inside a longer text")
    func hidden() throws {
        let found = try read(
            """
            {"mode":"preAuthorized","name":"CRM","domain":"acme","apiKey":"Token token=sfg999666t673t7t82","team":"a",
            "copy":"was sfg999666t673t7t82","fields":[{"in":"header","name":"X-Key","value":"Key={{key}};v=1"}]}
            """)
        let kept = try #require(found.drafts.first?.options["kore"]?.objectValue)
        #expect(kept.keys.sorted() == ["fields", "team"])
    }

    @Test("is no shape for a key of one user, nor for what is no key")
    func notExported() async throws {
        let registry = try World().registry
        let account = try FreshworksAccount.freshsales("acme")
        var own = ConnectionDraft(name: "Own", account: account, credential: .freshsales(apiKey: Secret(Self.secret)))
        own.profile = ProfileKey(profile: "CRM", user: "ines")
        let header = ConnectionDraft(
            name: "Header", account: account, credential: .header(prefix: .token, username: "", password: "k0123456789")
        )
        for draft in [own, header] {
            let id = try await registry.add(draft, verifies: false).connection.id
            #expect(await code { try await registry.export([id], as: .kore) } == .invalidArgument)
        }
    }

    @Test(
        "is refused with the paths of all that is wrong, and all of a file where one entry is",
        arguments: [
            ("[\(published),\(endUser)]", ["$[1].mode"], "no_credential"), (endUser, ["$.mode"], "no_credential"),
            (
                #"{"mode":"preAuthorized","name":"A","domain":"acme.freshwork.com","apiKey":"**********"}"#,
                ["$.apiKey", "$.domain"], "masked_value"
            ),
            (
                #"{"mode":"preAuthorized","name":"A","apiKey":"sfg999666t673t7t82"}"#,
                ["$.domain", "$.baseURL", "$.fields"], nil
            ),
            (endUser.replacing("endUser", with: "preAuthorized"), ["$.apiKey"], "missing_field"),
            (published.replacing(#""CRM""#, with: #""C\u001bRM""#), ["$.name"], nil),
        ] as [(String, [String], String?)])
    func refused(text: String, paths: [String], first: String?) throws {
        let error = #expect(throws: FreshworksError.self) { try read(text) }
        #expect(error?.code == .invalidImport && error?.fieldErrors.compactMap(\.field) == paths)
        if let first { #expect(error?.fieldErrors.first?.code == first) }
        #expect(!"\(error as Any)".contains(Self.secret))
    }

    @Test("is taken for no product unless somebody says which, and leads to no machine of its own without a word")
    func untold() throws {
        let error = #expect(throws: FreshworksError.self) { try ConnectionImport(Data(Self.published.utf8)) }
        #expect(error?.fieldErrors.map(\.code) == ["unknown_product"])
        // Where no product would mend it, none is asked for.
        let own = #expect(throws: FreshworksError.self) { try ConnectionImport(Data(Self.endUser.utf8)) }
        #expect(own?.fieldErrors.map(\.code) == ["no_credential"])
        let local = Self.templated.replacing("https://{tenant}.myfreshworks.com", with: "http://127.0.0.1:1")
            .replacing(#""requiresTenant":true,"#, with: "")
        let refusal = #expect(throws: FreshworksError.self) { try read(local) }
        #expect(refusal?.fieldErrors.map(\.code).contains("loopback_address") == true)
        let meant = try ConnectionImport(Data(local.utf8), product: .freshsales, allowsLoopback: true)
        #expect(meant.drafts.first?.account.origin.host == "127.0.0.1")
    }

    @Test("that is damaged is read or refused with paths, and tells no secret", arguments: [published, templated])
    func mutations(text: String) throws {
        let whole = try JSONValue(parsing: Data(text.utf8))
        var random = SeededGenerator(seed: 12)
        var refused = 0
        for round in 0..<200 {
            let damaged = Mutation.of(whole, &random)
            do {
                let format: ConnectionFormat? = round.isMultiple(of: 2) ? .kore : nil
                let found = try ConnectionImport(damaged, format: format, product: .freshsales)
                #expect(!Exposure(of: found).shows([Self.secret]))
                #expect(!"\(found.drafts.map(\.options)) \(found.notes)".contains(Self.secret), "\(damaged)")
                #expect(found.drafts.allSatisfy { $0.account.baseURL == Self.base }, "\(damaged)")
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty, "\(damaged)")
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                #expect(!"\(error)\(error.localizedDescription)".contains(Self.secret), "\(damaged)")
            }
        }
        #expect(refused > 20 && refused < 200)
    }
}
