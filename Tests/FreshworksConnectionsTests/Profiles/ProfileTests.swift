import Freshsales
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Authorization profiles")
struct ProfileTests {
    private let check = "https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters"

    private func profile(
        _ mode: AuthorizationProfile.Mode, base: String = "https://{tenant}.myfreshworks.com",
        header: String = "Authorization", value: String = "{{key}}", check: String? = nil
    ) throws -> AuthorizationProfile {
        try AuthorizationProfile(
            "CRM", for: .freshsales, mode: mode, baseURL: base, header: header, value: value,
            checkURL: check ?? self.check, expects: [["filters"]])
    }

    @Test("find the user's own connection, or the one for everybody, and say which")
    func resolving() async throws {
        let world = try World()
        let key = world.sandbox.freshsales.apiKey
        let own = try profile(.perUser(fallsBack: false))
        let falling = try profile(.perUser(fallsBack: true))
        let shared = try profile(.preAuthorized)
        #expect(await code { try await world.registry.resolve(own, user: "ines") } == .connectionNotFound)
        let everybody = try await world.registry.add(shared.draft(tenant: "acme", key: "Token token=\(key)"))
        let ines = try await world.registry.add(
            own.draft(tenant: "https://Acme.myfreshworks.com/crm/sales", key: key, user: "ines"))
        #expect(everybody.connection.name == "CRM" && ines.connection.name == "CRM: ines")

        let found = try await world.registry.resolve(own, user: "ines")
        #expect(found.owner == .user("ines") && found.connection.id == ines.connection.id)
        #expect(await code { try await world.registry.resolve(own, user: "omar") } == .connectionNotFound)
        #expect(await code { try await world.registry.resolve(own) } == .connectionNotFound)
        let fallback = try await world.registry.resolve(falling, user: "omar")
        #expect(fallback.owner == .everybody && fallback.connection.id == everybody.connection.id)
        #expect(try await world.registry.resolve(falling, user: "ines").owner == .user("ines"))
        #expect(try await world.registry.resolve(shared, user: "ines").owner == .everybody)
        let freshsales = try FreshsalesClient(found.connection, runtime: world.sandbox.runtime)
        #expect(try await freshsales.contacts.views().isEmpty == false)

        let sent = world.sandbox.requests.count
        for title in [nil, "2"] {
            let again = try own.draft(tenant: "acme", key: key, user: "ines", title: title)
            #expect(await code { try await world.registry.add(again) } == .connectionProfileTaken)
        }
        #expect(world.sandbox.requests.count == sent)
        try await world.registry.delete(ines.connection.id)
        #expect(try await world.registry.resolve(falling, user: "ines").owner == .everybody)
        #expect(throws: FreshworksError.self) { try shared.draft(tenant: "acme", key: key, user: "ines") }
    }

    @Test("do not pass over a user's own connection that is disabled for the one for everybody")
    func disabledOwn() async throws {
        let world = try World()
        let key = world.sandbox.freshsales.apiKey
        let falling = try profile(.perUser(fallsBack: true))
        _ = try await world.registry.add(falling.draft(tenant: "acme", key: key))
        let own = try await world.registry.add(falling.draft(tenant: "acme", key: key, user: "ines")).connection
        try await world.registry.disable(own.id)
        let found = try await world.registry.resolve(falling, user: "ines")
        #expect(found.owner == .user("ines"))
        let freshsales = try FreshsalesClient(found.connection)
        #expect(await code { try await freshsales.contacts.views() } == .connectionDisabled)
    }

    @Test("verify by their own check, on the same host alone")
    func ownCheck() async throws {
        let world = try World()
        let own = try profile(.preAuthorized)
        _ = try await world.registry.add(own.draft(tenant: "acme", key: world.sandbox.freshsales.apiKey))
        #expect(world.sandbox.requests.map(\.path) == ["/crm/sales/api/contacts/filters"])
        for foreign in [
            "https://evil.example.com/x", "https://other.myfreshworks.com/x", "http://{tenant}.myfreshworks.com/x",
        ] {
            #expect(throws: FreshworksError.self) { try profile(.preAuthorized, check: foreign) }
        }
    }

    @Test("take {tenant} as the first label only, of hosts of the product only, and mend what is pasted for it")
    func tenants() throws {
        let profile = try profile(.preAuthorized)
        #expect(profile.needsTenant)
        #expect(try profile.account(tenant: " Acme ").baseURL == "https://acme.myfreshworks.com/crm/sales/api")
        for wrong in [
            "acme/../x", "acme@evil.example", "", "a.b", "acme.myfreshworks.com.evil.example",
            // The same label may be somebody else's under another domain.
            "acme.freshsales.io", "https://acme.freshsales.io/contacts",
        ] {
            #expect(throws: FreshworksError.self, "\(wrong)") { try profile.account(tenant: wrong) }
        }
        let classic = try self.profile(
            .preAuthorized, base: "https://{tenant}.freshsales.io", check: "https://{tenant}.freshsales.io/api/x")
        #expect(try classic.account(tenant: "acme.freshsales.io").origin.description == "https://acme.freshsales.io")
        #expect(throws: FreshworksError.self) { try classic.account(tenant: "acme.myfreshworks.com") }
        #expect(throws: FreshworksError.self) { try profile.account(tenant: nil) }
        for wrong in [
            "https://{tenant}.freshwork.com", "https://<domain>.myfreshworks.com", "https://x{tenant}.myfreshworks.com",
            "https://{tenant}.{tenant}.myfreshworks.com", "https://{tenant}.evil.example",
            "http://{tenant}.myfreshworks.com",
            "https://acme.myfreshworks.com/{tenant}",
        ] {
            #expect(throws: FreshworksError.self, "\(wrong)") { try self.profile(.preAuthorized, base: wrong) }
        }
        let fixed = try AuthorizationProfile(
            "Fixed", for: .freshsales, mode: .preAuthorized, baseURL: "https://acme.myfreshworks.com")
        #expect(!fixed.needsTenant)
        #expect(throws: FreshworksError.self) { try fixed.account(tenant: "acme") }
    }

    @Test(
        "put {{key}} into the header, with its prefix once, however the key was pasted",
        arguments: [
            ("Authorization", "{{key}}", "Token token=sfg999666t673t7t82"),
            ("Authorization", "Token token={{ key }}", "Token token=sfg999666t673t7t82"),
            ("authorization", "Bearer {{key}}", "Bearer sfg999666t673t7t82"),
            ("Authorization", "Key={{key}};v=1", "Key=sfg999666t673t7t82;v=1"),
            ("X-Api-Auth", "{{key}}", "sfg999666t673t7t82"),
        ])
    func headers(field: String, value: String, sent: String) async throws {
        let profile = try profile(.preAuthorized, header: field, value: value)
        for pasted in ["sfg999666t673t7t82", "Token token=sfg999666t673t7t82", " \"sfg999666t673t7t82\"\n"] {
            let draft = try profile.draft(tenant: "acme", key: pasted)
            let signer = try RequestSigner(account: draft.account, credential: draft.credential)
            let headers = try await signer.headers(for: draft.account.url("contacts/filters"))
            #expect(headers[field] == sent)
        }
    }

    @Test(
        "refuse other templates in a header's value",
        arguments: ["", "key", "{{key}}{{key}}", "{{key}} {tenant}", "{key}"])
    func wrongValues(value: String) {
        #expect(throws: FreshworksError.self) { try profile(.preAuthorized, value: value) }
    }
}
