import FreshworksCore
import Testing

@Suite("Pasted credentials")
struct CredentialRepairTests {
    @Test(
        "what is clearly a key is reduced to it, and every mend is reported",
        arguments: [
            ("KEY1234567", []),
            ("KEY1234567\n", ["whitespace"]),
            ("KEY1234567\r\n", ["whitespace"]),
            (" \tKEY1234567\u{A0}", ["whitespace"]),
            ("\u{FEFF}KEY1234567\u{200B}", ["whitespace"]),
            ("Token token=KEY1234567", ["prefix"]),
            ("token=KEY1234567", ["prefix"]),
            ("Token token=\"KEY1234567\"", ["prefix", "quotes"]),
            ("Bearer KEY1234567", ["prefix"]),
            ("bearer  KEY1234567", ["prefix", "whitespace"]),
            ("Authorization: Bearer KEY1234567", ["prefix", "whitespace"]),
            ("authorization:Token token=KEY1234567", ["prefix"]),
            ("\"KEY1234567\"", ["quotes"]),
            ("'KEY1234567'", ["quotes"]),
            ("\" KEY1234567 \"", ["quotes", "whitespace"]),
            ("KEY1234567:X", ["dummy_password"]),
            ("KEY1234567:x", ["dummy_password"]),
            ("Basic S0VZMTIzNDU2NzpY", ["basic"]),
            ("Basic S0VZMTIzNDU2NzphbnkgdGhpbmc=", ["basic"]),
        ] as [(String, [String])])
    func accepts(_ pasted: String, _ repairs: [String]) throws {
        for product in [FreshworksProduct.freshdesk, .freshchat, .freshsales] {
            let account = try FreshworksAccount(product, subdomain: "acme")
            let credential = try Credential.apiKey(pasted, for: product).normalized(for: account)
            guard case .key(let key) = credential.form else { throw UnexpectedForm() }
            #expect(key.reveal() == "KEY1234567")
            #expect(credential.repairs.map(\.name) == repairs)

            let again = try credential.normalized(for: account)
            guard case .key(let same) = again.form else { throw UnexpectedForm() }
            #expect(same.reveal() == "KEY1234567")
            #expect(again.repairs.map(\.name) == repairs)
            #expect(again.revision == credential.revision)
        }
    }

    private struct UnexpectedForm: Error {}

    @Test("a key in endless wrappings is refused at once", arguments: ["token=", "\"", "Bearer ", "Basic QTp="])
    func endlessWrappings(layer: String) throws {
        let pasted = String(repeating: layer, count: 20_000) + "K" + String(repeating: "\"", count: 20_000)
        let error = try #require(
            #expect(throws: FreshworksError.self) {
                try Credential.freshdesk(apiKey: pasted).normalized(for: .freshdesk("acme"))
            })
        #expect(error.code == .credentialMalformed)
    }

    @Test(
        "what is not clearly a key is refused with its own reason, which does not quote it",
        arguments: [
            ("", "credential_empty"), (" \n", "credential_empty"), ("Bearer ", "credential_placeholder"),
            ("\"\"", "credential_empty"),
            ("<KEY>", "credential_placeholder"), ("{{key}}", "credential_placeholder"),
            ("Token token={{key}}", "credential_placeholder"), ("${FRESHDESK_API_KEY}", "credential_placeholder"),
            ("YOUR_API_KEY", "credential_placeholder"), ("your-freshchat-token", "credential_placeholder"),
            ("xxxxxxxx", "credential_placeholder"), ("XXX", "credential_placeholder"),
            ("***", "credential_placeholder"),
            ("abcd********", "credential_placeholder"), ("••••••••abcd", "credential_placeholder"),
            ("abcd…", "credential_placeholder"), ("REDACTED", "credential_placeholder"),
            ("<redacted>", "credential_placeholder"),
            ("abc\r\nX-Evil: 1", "credential_control_character"), ("abc\u{0}", "credential_control_character"),
            ("abc\u{7F}def", "credential_control_character"), ("abc\tdef", "credential_control_character"),
            ("abc def", "credential_inner_whitespace"), ("abc\u{A0}def", "credential_inner_whitespace"),
            ("abc\u{200B}def", "credential_inner_whitespace"),
            ("jane@acme.example", "credential_looks_like_email"),
            ("Basic amFuZUBhY21lLmV4YW1wbGU6cGFzc3dvcmQ=", "credential_looks_like_email"),
            ("kеy1234567", "credential_not_ascii"), ("kéy", "credential_not_ascii"),
            ("Basic !!!", "credential_malformed"), ("Basic bm9jb2xvbg==", "credential_malformed"),
            ("Basic OlgK", "credential_malformed"),
        ])
    func refuses(_ pasted: String, _ code: String) throws {
        for product in [FreshworksProduct.freshdesk, .freshchat, .freshsales] {
            let account = try FreshworksAccount(product, subdomain: "acme")
            let error = try #require(throws: FreshworksError.self) {
                _ = try Credential.apiKey(pasted, for: product).normalized(for: account)
            }
            #expect(error.code.rawValue == code)
            #expect(error.advice != nil)
            for word in ["abc", "Evil", "jane"] { #expect(!error.description.contains(word)) }
        }
    }

    @Test("a colon inside a Freshdesk key is refused, because Basic would split there")
    func colon() throws {
        #expect(try refusal(of: .freshdesk(apiKey: "a:b")) == .colonInUserID)
        #expect(try refusal(of: .freshdesk(email: "a:b@acme.example", password: "long enough")) == .colonInUserID)
        #expect(try refusal(of: .header(prefix: .basic, username: "a:b", password: "")) == .colonInUserID)
    }

    @Test("a key of another product is refused; access tokens and header connections fit all")
    func products() throws {
        let chat = try FreshworksAccount.freshchat("acme")
        let sales = try FreshworksAccount.freshsales("acme")
        #expect(try refusal(of: .freshchat(token: "a.b.c")) == .credentialWrongProduct)
        #expect(try refusal(of: .freshsales(apiKey: "abc123"), for: chat) == .credentialWrongProduct)
        #expect(try refusal(of: .freshdesk(apiKey: "abc123"), for: sales) == .credentialWrongProduct)
        #expect(
            try refusal(of: .freshdesk(email: "a@b.cd", password: "12345678"), for: chat) == .credentialWrongProduct)
        for account in [chat, sales, try .freshdesk("acme")] {
            _ = try Credential.oauth(accessToken: "abc123").normalized(for: account)
            _ = try Credential.header(prefix: .bearer, username: "", password: "abc123").normalized(for: account)
        }
    }

    @Test("a Freshdesk key that looks like a Freshchat token is kept with a note")
    func tokenShape() throws {
        let account = try FreshworksAccount.freshdesk("acme")
        #expect(
            try Credential.freshdesk(apiKey: "a.b.c").normalized(for: account).repairs.map(\.name) == [
                "looks_like_token"
            ])
        let chat = try FreshworksAccount.freshchat("acme")
        #expect(try Credential.freshchat(token: "a.b.c").normalized(for: chat).repairs.isEmpty)
    }

    @Test("the login of a connection form is held to the form's rules")
    func logins() throws {
        func login(_ password: String, _ name: String = "jane.doe@acme.example") -> Credential {
            .header(prefix: .basic, username: name, password: password)
        }
        #expect(try refusal(of: login("1234567")) == .passwordTooShort)
        #expect(try refusal(of: login("")) == .credentialEmpty)
        #expect(try refusal(of: login("my-jane.doe@acme.example-1")) == .passwordContainsUserName)
        #expect(try refusal(of: login("Jane.Doe 2026!")) == .passwordContainsUserName)
        #expect(try refusal(of: login("FAKEkey0123456789abcd")) == .credentialSwapped)
        #expect(try refusal(of: login("12345678\n")) == .credentialControlCharacter)
        #expect(try refusal(of: login("correct-horse-battery")) == nil)
        #expect(try refusal(of: login("a short one", "a@b.example")) == nil)
    }

    @Test("passwords and values with prefix None are never mended")
    func verbatim() throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let login = try Credential.freshdesk(email: " jane@acme.example", password: " 'Bearer x:X' ").normalized(
            for: account)
        guard case .password(let email, let password) = login.form else { throw UnexpectedForm() }
        #expect(email == "jane@acme.example")
        #expect(password.reveal() == " 'Bearer x:X' ")
        let whole = try Credential.header(prefix: .none, username: "", password: "User 'a', Element b:X ")
            .normalized(for: account)
        guard case .header(_, _, _, let value) = whole.form else { throw UnexpectedForm() }
        #expect(value.reveal() == "User 'a', Element b:X ")
        #expect(whole.repairs.isEmpty)
        #expect(
            try refusal(of: .header(prefix: .none, username: "", password: "a\r\nb")) == .credentialControlCharacter)
        #expect(try refusal(of: .header(prefix: .none, username: "", password: "é")) == .credentialNotASCII)
    }

    @Test("normalizing again changes nothing, whatever the kind")
    func idempotent() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let credentials: [Credential] = [
            .freshdesk(apiKey: " 'abc:X:X' "), .freshdesk(email: " jane@acme.example ", password: " 'p' "),
            .oauth(accessToken: "Bearer bearer abc"),
            .header(field: " X-Key ", prefix: .token, username: "", password: "Token token=token=abc"),
            .header(prefix: .basic, username: "Basic YWJjOlg=", password: " Bearer p"),
            .header(prefix: .none, username: "Bearer abc", password: ""),
        ]
        for credential in credentials {
            let once = try credential.normalized(for: account)
            let twice = try once.normalized(for: account)
            #expect(twice.revision == credential.revision)
            #expect(twice.repairs == once.repairs)
            let signers = try [credential, once].map { try RequestSigner(account: account, credential: $0) }
            let values = [
                try await signers[0].headers(for: account.url("x")).map { [$0.name, $0.value] },
                try await signers[1].headers(for: account.url("x")).map { [$0.name, $0.value] },
            ]
            #expect(values[0] == values[1])
        }
    }

    @Test("fields that frame the message cannot carry a credential")
    func framingFields() throws {
        for field in ["Host", "content-length", "Transfer-Encoding", " Connection "] {
            #expect(
                try refusal(of: .header(field: field, prefix: .none, username: "", password: "a"))
                    == .credentialHeaderField)
        }
    }

    @Test("each made credential has its own revision, copies share it")
    func revisions() {
        let credential = Credential.freshdesk(apiKey: "a")
        let copy = credential
        #expect(copy.revision == credential.revision)
        #expect(Credential.freshdesk(apiKey: "a").revision != credential.revision)
    }

    private func refusal(
        of credential: Credential, for account: FreshworksAccount? = nil
    ) throws -> FreshworksError.Code? {
        let account = try account ?? .freshdesk("acme")
        do {
            _ = try credential.normalized(for: account)
            return nil
        } catch let error as FreshworksError {
            return error.code
        }
    }
}
