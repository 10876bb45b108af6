import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Forms for connections")
struct FormTests {
    @Test("there is one for each product and kind, with all that a screen needs")
    func all() throws {
        #expect(CredentialForm.all(for: .freshdesk).map(\.kind) == [.key, .password, .header])
        #expect(CredentialForm.all(for: .freshchat).map(\.kind) == [.key, .accessToken, .header])
        #expect(CredentialForm.all(for: .freshsales).map(\.kind) == [.key, .accessToken, .header])
        for product in [FreshworksProduct.freshdesk, .freshchat, .freshsales] {
            for form in CredentialForm.all(for: product) {
                #expect(Set(form.fields.map(\.key)).count == form.fields.count)
                #expect(form.fields.first { $0.key == "name" }?.isRequired == true)
                #expect(form.fields.contains { $0.isSecret })
                for field in form.fields {
                    #expect(!field.label.isEmpty && field.help?.isEmpty == false)
                    #expect(field.isSecret == (field.warning != nil))
                }
            }
        }
        let prefix = try CredentialForm(for: .freshsales, kind: .header).fields.first { $0.key == "prefix" }
        #expect(prefix?.choices.map(\.value) == ["Basic", "Bearer", "Token", "None"] && prefix?.value == "Token")
        let token = CredentialForm(for: .freshchat).fields.last
        #expect(token?.warning?.contains("one live token") == true)
        #expect(throws: FreshworksError.self) { try CredentialForm(for: .freshdesk, kind: .accessToken) }
        #expect(throws: FreshworksError.self) { try CredentialForm(for: .freshchat, kind: .password) }
    }

    @Test("make a connection of what people paste, and say what was mended, by field")
    func mended() async throws {
        let world = try World()
        let draft = try CredentialForm(for: .freshchat).connection(from: [
            "name": " Acme chat ", "description": " ", "tags": "eu, sales,,eu",
            "subdomain": "https://Acme.freshchat.com/a/inbox",
            "api_token": " Bearer \(world.sandbox.freshchat.apiToken)\n", "csrf": "x",
        ])
        #expect(draft.name == "Acme chat" && draft.description == nil && draft.tags == ["eu", "sales"])
        #expect(draft.account.baseURL == "https://acme.freshchat.com/v2")
        #expect(
            Set(draft.repairs.map { "\($0.field) \($0.repair.name)" }) == [
                "subdomain url", "subdomain case", "subdomain suffix", "api_token whitespace", "api_token prefix",
            ])
        let added = try await world.registry.add(draft)
        #expect(added.connection.verdict == .valid)
        #expect(added.connection.provenance.source == "form")
        #expect(Set(added.connection.provenance.repairs) == ["url", "case", "suffix", "whitespace", "prefix"])
    }

    @Test("make a new credential of their secret fields alone, mended for the account that is known")
    func replaced() throws {
        for product in [FreshworksProduct.freshdesk, .freshchat, .freshsales] {
            for form in CredentialForm.all(for: product) {
                #expect(form.secretFields == form.fields.suffix(form.secretFields.count))
                #expect(!form.secretFields.contains { ["name", "description", "tags", "subdomain"].contains($0.key) })
            }
        }
        let account = try FreshworksAccount.freshchat("acme")
        let form = CredentialForm(for: .freshchat)
        let pasted = try form.credential(from: ["api_token": " Bearer FAKE.token.value1 ", "name": ""], for: account)
        #expect(
            pasted.repairs
                == (try Credential.freshchat(token: " Bearer FAKE.token.value1 ").normalized(for: account)).repairs)
        #expect(!pasted.repairs.isEmpty)
        for (values, fields) in [([:], ["api_token"]), (["api_token": "two words"], ["api_token"])] {
            let error = #expect(throws: FreshworksError.self) { try form.credential(from: values, for: account) }
            #expect(error?.fieldErrors.map(\.field) == fields)
        }
        let login = try CredentialForm(for: .freshdesk, kind: .password)
        let error = #expect(throws: FreshworksError.self) {
            try login.credential(from: ["email": "nobody"], for: .freshdesk("acme"))
        }
        #expect(error?.fieldErrors.map(\.field) == ["email", "password"])
    }

    @Test("tell all that is wrong at once, by field and in the order of the form")
    func problems() throws {
        func problems(_ form: CredentialForm, _ values: [String: String]) -> [String] {
            do {
                _ = try form.connection(from: values)
                return []
            } catch {
                let error = error as? FreshworksError
                #expect(error?.code == .invalidArgument)
                return error?.fieldErrors.map { "\($0.field ?? "?") \($0.code ?? "?")" } ?? []
            }
        }
        let key = CredentialForm(for: .freshdesk)
        #expect(
            problems(key, [:]) == ["name missing_field", "subdomain missing_field", "api_key missing_field"])
        #expect(
            problems(
                key,
                [
                    "name": "a\nb", "tags": "x\u{7}y", "subdomain": "freshdesk.com.attacker.example",
                    "api_key": "YOUR_API_KEY",
                ]) == [
                    "name invalid_value", "tags invalid_value", "subdomain foreign_host",
                    "api_key credential_placeholder",
                ])
        #expect(
            problems(key, ["name": "a", "subdomain": "acme.freshchat.com", "api_key": "a@example.com"]) == [
                "subdomain wrong_product", "api_key credential_looks_like_email",
            ])
        let login = try CredentialForm(for: .freshdesk, kind: .password)
        #expect(
            problems(login, ["name": "a", "subdomain": "acme", "email": "ines", "password": "a\nb"]) == [
                "email invalid_value", "password credential_control_character",
            ])
        let header = try CredentialForm(for: .freshdesk, kind: .header)
        #expect(
            problems(header, ["name": "a", "subdomain": "acme", "header": "Host", "username": "k123456"]) == [
                "header credential_header_field"
            ])
        #expect(problems(header, ["name": "a", "subdomain": "acme", "prefix": "Digest"]) == ["prefix invalid_value"])
        #expect(problems(header, ["name": "a", "subdomain": "acme"]) == ["username credential_empty"])
        #expect(
            problems(
                header,
                ["name": "a", "subdomain": "acme", "username": "ines@example.com", "password": "abcdefghij0123456789"])
                == ["password credential_swapped"])
        #expect(
            problems(header, ["name": "a", "subdomain": "acme", "prefix": "none", "password": "a\nb"]) == [
                "password credential_control_character"
            ])
    }

    @Test("read every kind of credential", arguments: [FreshworksProduct.freshdesk, .freshchat, .freshsales])
    func kinds(product: FreshworksProduct) async throws {
        let values = [
            "name": "A", "subdomain": "acme", "api_key": "abcdef123456", "api_token": "abcdef123456",
            "email": " ines@example.com", "password": "w0rd-abc-xyz", "access_token": "Bearer abcdef123456",
            "username": "abcdef123456",
        ]
        for form in CredentialForm.all(for: product) {
            let draft = try form.connection(from: values)
            let registry = try ConnectionRegistry(store: InMemoryStore())
            #expect(try await registry.add(draft, verifies: false).connection.kind == form.kind)
        }
    }
}
