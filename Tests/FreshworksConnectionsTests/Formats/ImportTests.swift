import Foundation
import FreshworksConnections
import TestSupport
import Testing

@Suite("What other platforms wrote down")
struct ImportTests {
    /// As the platforms' documentation prints them, with invented values.
    static let published: [(format: ConnectionFormat, text: String, base: String, secret: String)] = [
        (
            .cloudElements,
            """
            {"element":{"key":"freshdeskv2"},"configuration":{"subdomain":"acme","username":"FAKEkey0123456789abcd",
            "filter.response.nulls":true},"tags":["Docs"],"name":"API Instance"}
            """, "https://acme.freshdesk.com/api/v2", "FAKEkey0123456789abcd"
        ),
        (
            .nexla,
            """
            {"Credential Name":"Chat","Credential Description":"Ours","API Token":"aaa.bbb.ccc123","Account Subdomain":"acme"}
            """, "https://acme.freshchat.com/v2", "aaa.bbb.ccc123"
        ),
        (
            .basicForm,
            """
            {"application":"Freshdesk","name":"Desk","description":"Ours","host":"acme","username":"FAKEkey0123456789abcd",
            "password":"X","header":"Authorization","header_prefix":"Basic"}
            """, "https://acme.freshdesk.com/api/v2", "FAKEkey0123456789abcd"
        ),
        (
            .nango,
            """
            {"id":1,"connection_id":"c-1","provider_config_key":"freshdesk","provider":"freshdesk","errors":[],"metadata":{},
            "connection_config":{"subdomain":"acme"},"tags":{},"created_at":"2026-01-01T00:00:00.000Z",
            "credentials":{"type":"BASIC","username":"FAKEkey0123456789abcd","password":"X"}}
            """, "https://acme.freshdesk.com/api/v2", "FAKEkey0123456789abcd"
        ),
        (
            .nango,
            """
            {"connection_id":"c-2","provider":"freshsales","connection_config":{"bundleAlias":"acme.myfreshworks.com/crm/sales"},
            "credentials":{"type":"API_KEY","apiKey":"sfg999666t673t7t82"}}
            """, "https://acme.myfreshworks.com/crm/sales/api", "sfg999666t673t7t82"
        ),
        (
            .airbyte,
            #"{"api_key":"FAKEkey0123456789abcd","domain":"acme.freshdesk.com","start_date":"2026-01-01T00:00:00Z"}"#,
            "https://acme.freshdesk.com/api/v2", "FAKEkey0123456789abcd"
        ),
        (
            .airbyte, #"{"account_name":"acme","api_key":"aaa.bbb.ccc123","start_date":"2026-01-01T00:00:00Z"}"#,
            "https://acme.freshchat.com/v2", "aaa.bbb.ccc123"
        ),
        (
            .airbyte, #"{"domain_name":"acme.myfreshworks.com","api_key":"sfg999666t673t7t82"}"#,
            "https://acme.myfreshworks.com/crm/sales/api", "sfg999666t673t7t82"
        ),
        (
            .n8n,
            #"[{"id":"1","name":"Desk","type":"freshdeskApi","data":{"apiKey":"FAKEkey0123456789abcd","domain":"acme"}}]"#,
            "https://acme.freshdesk.com/api/v2", "FAKEkey0123456789abcd"
        ),
        (
            .n8n,
            #"[{"id":"2","name":"CRM","type":"freshworksCrmApi","data":{"apiKey":"sfg999666t673t7t82","domain":"acme"}}]"#,
            "https://acme.myfreshworks.com/crm/sales/api", "sfg999666t673t7t82"
        ),
        (
            .nango,
            """
            {"connection_id":"c-3","provider":"freshsales","connection_config":{"subdomain":"acme"},
            "credentials":{"type":"API_KEY","apiKey":"sfg999666t673t7t82"}}
            """, "https://acme.freshsales.io/api", "sfg999666t673t7t82"
        ),
        (
            .activepieces, #"{"base_url":"https://acme.freshdesk.com","access_token":"FAKEkey0123456789abcd"}"#,
            "https://acme.freshdesk.com/api/v2", "FAKEkey0123456789abcd"
        ),
        (
            .pipedream, #"{"chat_url":"acme.freshchat.com/v2","api_key":"aaa.bbb.ccc123"}"#,
            "https://acme.freshchat.com/v2", "aaa.bbb.ccc123"
        ),
    ]

    @Test("is recognized by itself, and its secret stands nowhere but in the credential", arguments: published.indices)
    func recognized(index: Int) async throws {
        let shape = Self.published[index]
        let found = try ConnectionImport(Data(shape.text.utf8))
        #expect(found.format == shape.format)
        let draft = try #require(found.drafts.first)
        #expect(draft.account.baseURL == shape.base)
        #expect(draft.provenance.source == shape.format.rawValue)
        #expect(!"\(draft.options) \(found.notes)".contains(shape.secret))

        let registry = try World().registry
        let id = try #require(try await registry.add(found).first).connection.id
        let hidden = try await registry.export([id])
        #expect(!hidden.description.contains(shape.secret))
        let open = try await registry.export([id], secrets: .inPlainText)
        #expect(open.description.contains(shape.secret))
        let again = try ConnectionImport(open)
        #expect(again.format == .native && again.drafts.first?.account.baseURL == shape.base)
        #expect(again.drafts.first?.options == draft.options)
    }

    @Test("is written back equal", arguments: [ConnectionFormat.cloudElements, .nexla, .basicForm])
    func writtenBack(format: ConnectionFormat) async throws {
        let text = try #require(Self.published.first { $0.format == format }).text
        let registry = try World().registry
        let id = try #require(try await registry.add(ConnectionImport(Data(text.utf8))).first).connection.id
        let written = try await registry.export([id], as: format, secrets: .inPlainText)
        #expect(written == .array([try JSONValue(parsing: Data(text.utf8))]))
    }

    @Test("of this library's own export is read with all that it says, and exported again equal")
    func nativeRoundTrip() async throws {
        let account = try FreshworksAccount.freshsales("acme").verifying(
            at: "https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters", expects: [["filters"]])
        var draft = ConnectionDraft(
            name: "CRM", account: account, credential: .freshsales(apiKey: "sfg999666t673t7t82"), description: "Ours",
            tags: ["eu", "sales"], options: ["filter.response.nulls": true],
            profile: ProfileKey(profile: "CRM", user: "ines"),
            provenance: Connection.Provenance(source: "form", repairs: ["case"]))
        draft.isEnabled = false
        let (registry, other) = (try World().registry, try World().registry)
        let id = try await registry.add(draft, verifies: false).connection.id
        let first = try await registry.export([id], secrets: .inPlainText)
        let again = try #require(try await other.add(ConnectionImport(first)).first).connection.id
        let second = try await other.export([again], secrets: .inPlainText)
        // Another registry has another id for it, and adds it at another time.
        var facts: [JSONObject] = []
        for exported in [first, second] {
            var json = try #require(exported.arrayValue?.first?.objectValue)
            json["id"] = nil
            json["created_at"] = nil
            facts.append(json)
        }
        #expect(facts[0]["profile"] == ["name": "CRM", "user": "ines"] && facts[0]["enabled"] == false)
        #expect(facts[0]["description"] == "Ours" && facts[0]["check"]?.isNull == false)
        #expect(facts[1] == facts[0])
    }

    @Test("keeps what it does not know, but for what looks like a secret")
    func unknown() throws {
        let found = try ConnectionImport(
            Data(
                """
                {"element":{"key":"freshdeskv2"},"name":"A","team":{"floor":3,"db_password":"hunter2-hunter2"},
                "configuration":{"subdomain":"acme","username":"FAKEkey0123456789abcd","event.poller.refresh_interval":"15",
                "event.notification.signature.key":"sig-0123456789"},"copy":"was FAKEkey0123456789abcd",
                "hook":"https://a:b-secret@x.example/","token":"ABC/Dxxxx"}
                """.utf8))
        #expect(
            found.drafts[0].options["cloud_elements"] == [
                "team": ["floor": 3], "configuration": ["event.poller.refresh_interval": "15"],
            ])
        #expect(
            Set(found.notes.map(\.path)) == [
                "$.team.db_password", "$.configuration['event.notification.signature.key']", "$.hook", "$.token",
            ])
    }

    @Test(
        "keeps no secret by another name, however it is spelled",
        arguments: [
            "auth_key", "authKey", "AUTH-KEY", "Auth Key", "signing_key", "signingKey", "encryption_key",
            "encryptionKey",
            "decryption_key", "master_key", "shared_key", "sharedKey", "shared_access_key", "session_key", "app_key",
            "applicationKey", "client_key", "subscription-key", "webhook_key", "ssh_key", "security_key", "licenseKey",
            "key_passphrase", "passPhrase", "passcode", "db_pwd", "dbPwd", "PWD", "smtp_pass", "smtpPass", "credential",
            "userCredentials", "bearer", "bearer_value", "httpBearer", "jwt", "jwt_assertion", "myJWT", "totp_seed",
            "hmac",
            "connection_string", "connectionString", "SMTP pass", "DB pwd", "JWT value", "OTP seed", "Bearer value",
            "SMTPPass", "DBPwd", "auth_code", "authCode", "passkey", "apiKeyValue", "apikeyvalue", "userKeyWordpress",
            "userkeywordpress",
        ])
    func secretNames(name: String) throws {
        #expect(try kept([name: "hunter2-hunter2"]).isEmpty)
        #expect(try kept(["team": [.object([name: ["hunter2-hunter2"]])]]) == ["team": [[:]]])
        for format in [ConnectionFormat.nexla, .basicForm] {
            let kept = try kept([name: "hunter2-hunter2", "Cost Centre": "7"], byForm: format)
            #expect(kept == ["Cost Centre": "7"], "\(format)")
        }
    }

    @Test("keeps a key that is a name, and words that only begin as a secret does")
    func plainNames() throws {
        let plain: JSONObject = [
            "provider_config_key": "freshdesk", "providerConfigKey": "freshdesk", "public_key": "ssh-ed25519 AAAA",
            "primary_key": "id", "sort.key": "name", "key": "OPS", "keyboard": "us", "monkey": "a",
            "postal_code": "1011",
            "pass_through": "a", "passenger": "a", "compass": "a", "group_wday": "1", "author": "a",
            "auth_type": "basic",
            "forbearer": "a", "certificate": "-----BEGIN CERTIFICATE-----", "user_keyboard": "us",
            "service_keywords": "a", "serviceKeyword": "a", "jwt_issuer": "a", "signature_algorithm": "a",
            "tokenFormat": "a", "otp_length": 6, "password_size": 8, "Token TTL": 60,
            "userkeyboard": "us", "servicekeywords": "a", "APPKEYBOARD": "us",
            "docs": "https://x.example/a?sign=1&signals=2&postal_code=1011&keys=a&monkey=b",
        ]
        #expect(try kept(plain) == plain)
        for kind in ["EC PRIVATE KEY", "PRIVATE KEY", "PGP PRIVATE KEY BLOCK"] {
            #expect(try kept(["certificate": "-----BEGIN \(kind)-----\nMHcC"]).isEmpty)
        }
    }

    @Test(
        "keeps no address or connection string with a secret among its parameters",
        arguments: [
            "https://x.blob.example/a?sv=2020&sig=hunter2-hunter2", "https://x.example/a?auth_key=hunter2-hunter2",
            "https://x.example/a?authKey=hunter2-hunter2&b=1", "https://x.example/?X-Amz-Signature=hunter2-hunter2",
            "https://x.example/a?subscription-key=hunter2-hunter2", "https://x.example/a?client_secret=hunter2-hunter2",
            "sig=hunter2-hunter2&sv=2020", "Endpoint=sb://x.example/;SharedAccessKey=hunter2-hunter2",
            "AccountName=x;AccountKey=hunter2-hunter2", "https://x.example/a?code=hunter2-hunter2",
        ])
    func secretAddresses(text: String) throws {
        #expect(try kept(["hook": .string(text)]).isEmpty)
    }

    /// What an import keeps of a form's further members.
    private func kept(_ members: JSONObject, byForm format: ConnectionFormat) throws -> JSONObject {
        let text = try #require(Self.published.first { $0.format == format }).text
        var form = try #require(try JSONValue(parsing: Data(text.utf8)).objectValue)
        for (key, value) in members { form[key] = value }
        let found = try ConnectionImport(.object(form))
        #expect(!"\(found.notes)".contains("hunter2"))
        return found.drafts[0].options[format.rawValue]?.objectValue ?? [:]
    }

    /// What an import keeps of an instance's further members.
    private func kept(_ members: JSONObject) throws -> JSONObject {
        var instance: JSONObject = [
            "element": ["key": "freshdeskv2"], "name": "A",
            "configuration": ["subdomain": "acme", "username": "FAKEkey0123456789abcd"],
        ]
        for (key, value) in members { instance[key] = value }
        let found = try ConnectionImport(.object(instance))
        #expect(!"\(found.notes)".contains("hunter2"))
        return found.drafts[0].options["cloud_elements"]?.objectValue ?? [:]
    }

    @Test(
        "is refused with the paths of all that is wrong, and never with a guess of the product",
        arguments: [
            (#"[{"name":"A","configuration":{"subdomain":"acme"}}]"#, ["$[0].configuration.username", "$[0]"]),
            (
                #"{"element":{"key":"zendesk"},"name":"A","configuration":{"subdomain":"a","username":"k"}}"#,
                ["$.element.key"]
            ),
            (#"{"api_key":"**********","domain_name":"acme.myfreshworks.com"}"#, ["$.api_key", "$.api_key"]),
            (#"{"type":"freshdeskApi","name":"A","data":"U2FsdGVkX1"}"#, ["$.data"]),
            (#"{"type":"freshserviceApi","name":"A","data":{"apiKey":"k0123456789","domain":"a"}}"#, ["$.type"]),
            (#"{"provider":"freshdesk","connection_id":"a","connection_config":{"subdomain":"a"}}"#, ["$.credentials"]),
            (#"{"api_key":"FAKEkey0123456789","domain":"acme"}"#, ["$"]), ("[]", ["$"]), ("[3]", ["$[0]"]),
            (#"{"account_name":"acme.freshchat.com.evil.example","api_key":"aaa.bbb.ccc123"}"#, ["$.account_name"]),
        ])
    func refused(text: String, paths: [String]) throws {
        let error = #expect(throws: FreshworksError.self) { try ConnectionImport(Data(text.utf8)) }
        #expect(error?.code == .invalidImport)
        #expect(error?.fieldErrors.compactMap(\.field) == paths)
    }

    @Test("stores nothing where one of the names is taken")
    func allOrNone() async throws {
        let world = try World()
        _ = try await world.registry.add(draft("B"), verifies: false)
        let entry = { (name: String) in
            #"{"type":"freshdeskApi","name":"\#(name)","data":{"apiKey":"FAKEkey0123456789abcd","domain":"acme"}}"#
        }
        let found = try ConnectionImport(Data("[\(entry("A")),\(entry("b"))]".utf8))
        let error = await #expect(throws: FreshworksError.self) { try await world.registry.add(found) }
        #expect(error?.code == .connectionNameTaken && error?.message.hasPrefix("entry 2 of 2: ") == true)
        #expect(try await world.registry.page().connections.map(\.name) == ["B"])
        let twice = #expect(throws: FreshworksError.self) {
            try ConnectionImport(Data("[\(entry("A")),\(entry("a"))]".utf8))
        }
        #expect(twice?.fieldErrors.map(\.field) == ["$[1]"])
    }

    @Test("an export has no shape for what a platform cannot hold, and a disabled connection stays one")
    func exported() async throws {
        let registry = try World().registry
        let text =
            #"{"element":{"key":"freshdeskv2"},"name":"A","disabled":true,"configuration":{"subdomain":"acme","username":"FAKEkey0123456789abcd"}}"#
        let id = try #require(try await registry.add(ConnectionImport(Data(text.utf8))).first).connection.id
        #expect(try await registry.get(id).isEnabled == false)
        let written = try await registry.export([id], as: .cloudElements, secrets: .inPlainText)
        #expect(written == .array([try JSONValue(parsing: Data(text.utf8))]))
        for ids in [[id], []] {
            #expect(await code { try await registry.export(ids, as: .nango) } == .invalidArgument)
        }
        let chat = try await registry.add(World().chat(), verifies: false).connection.id
        #expect(await code { try await registry.export([chat], as: .cloudElements) } == .invalidArgument)
    }

    @Test("is written with a host where a name would lead a key to somebody else's account, or not at all")
    func otherHosts() async throws {
        let registry = try World().registry
        let key = Credential.freshsales(apiKey: "sfg999666t673t7t82")
        let proxy = try FreshworksAccount(.freshsales, baseURL: "https://acme.example.com/x", allowsForeignHost: true)
        for format in [ConnectionFormat.nexla, .basicForm, .kore] {
            let classic = try await registry.add(
                ConnectionDraft(name: "\(format)", account: .freshsales("acme.freshsales.io"), credential: key),
                verifies: false
            ).connection
            let written = try await registry.export([classic.id], as: format, secrets: .inPlainText)
            let again = try ConnectionImport(written, product: .freshsales).drafts
            #expect(again.map(\.account.baseURL) == ["https://acme.freshsales.io/api"], "\(format)")
            let other = try await registry.add(
                ConnectionDraft(name: "\(format) proxy", account: proxy, credential: key), verifies: false
            ).connection
            #expect(await code { try await registry.export([other.id], as: format) } == .invalidArgument, "\(format)")
        }
    }

    @Test(
        "is refused an account on this machine unless that is allowed in a word, in every spelling of one",
        arguments: ["http://127.0.0.1:8080/api/v2", "http://localhost/api/v2", "https://[::1]:9/api/v2"])
    func loopback(address: String) async throws {
        let registry = try World().registry
        let account = try FreshworksAccount(.freshdesk, baseURL: address)
        let id = try await registry.add(
            ConnectionDraft(name: "A", account: account, credential: .freshdesk(apiKey: "FAKEkey0123456789abcd")),
            verifies: false
        ).connection.id
        let exported = try await registry.export([id], secrets: .inPlainText)
        let error = #expect(throws: FreshworksError.self) { try ConnectionImport(exported) }
        #expect(error?.fieldErrors.map(\.field) == ["$[0].base_url"])
        #expect(error?.fieldErrors.first?.code == "loopback_address")
        #expect(try ConnectionImport(exported, allowsLoopback: true).drafts.first?.account.baseURL == account.baseURL)
    }

    @Test("nulls are dropped in objects, and stay in arrays")
    func nulls() throws {
        let answer = try JSONValue(parsing: Data(#"{"a":null,"b":[null,{"c":null,"d":1}],"e":{"f":null}}"#.utf8))
        #expect(answer.droppingNullMembers() == ["b": [.null, ["d": 1]], "e": [:]])
    }
}
