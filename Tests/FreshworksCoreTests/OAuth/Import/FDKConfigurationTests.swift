import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Integrations of the app SDK as OAuth configurations")
struct FDKConfigurationTests {
    private let drive = [
        "client_id": "cid", "client_secret": "p4ssForDrive0815", "region": "us", "team": "a/b?c#d%e f",
    ]

    private func configuration(
        _ changes: [String: JSONValue?] = [:], iparams: [String: String] = ["domain": "acme.example"]
    ) throws -> OAuthConfiguration {
        try FDKSamples.version2(changes).configuration(iparams: iparams, redirectURI: FDKSamples.callback())
    }

    private func refusals(
        _ changes: [String: JSONValue?] = [:], iparams: [String: String] = ["domain": "acme.example"]
    ) throws -> [String] {
        try FDKSamples.refusals { _ = try configuration(changes, iparams: iparams) }
    }

    @Test("a file of platform 2.x becomes a configuration")
    func version2() throws {
        let made = try configuration()
        #expect(made.authorizeURL.absoluteString == "https://acme.example/authorize.srf")
        #expect(made.tokenURL.absoluteString == "https://acme.example/token.srf")
        #expect(made.clientID == "5e000000-0000-0000-0000-00000000c8d1")
        #expect(made.clientSecret == Secret("q8Nb4cXw7ZtR2mKd"))
        #expect(made.clientAuthentication == .body)
        #expect(made.scopes == ["read"])
        #expect(made.tokenLevel == .account)
        #expect(made.redirectURI.absoluteString == "https://app.example/callback")
        #expect(made.customHeaders["authorization"] == "Basic QVBJX0tFWV9vZl9hY21l")
        #expect(made.authorizeParameters.isEmpty)
    }

    @Test("a file of platform 3.0 becomes a configuration for each of its integrations")
    func version3() throws {
        let file = try FDKOAuthConfig(json: Data(FDKSamples.version3.utf8))
        let freshservice = try file.configuration("freshservice", redirectURI: FDKSamples.callback())
        #expect(freshservice.scopes == ["freshservice.tickets.view", "freshservice.tickets.create"])
        #expect(freshservice.authorizeParameters == ["prompt": "consent"])
        #expect(freshservice.clientAuthentication == .basic)

        let drive = try file.configuration("drive", iparams: drive, redirectURI: FDKSamples.callback())
        #expect(drive.clientID == "cid")
        #expect(drive.clientSecret == Secret("p4ssForDrive0815"))
        #expect(drive.authorizeURL.absoluteString == "https://us.drive.example/a%2Fb%3Fc%23d%25e%20f/authorize")
        #expect(drive.tokenURL.absoluteString == "https://us.drive.example/token?team=a%2Fb%3Fc%23d%25e%20f")
        #expect(drive.authorizeParameters == ["team": "a/b?c#d%e f"])
        #expect(drive.customHeaders["X-Client"] == "p4ssForDrive0815")
        #expect(drive.tokenLevel == .agent)
        #expect(!Exposure(of: drive).shows(["p4ssForDrive0815"]))
    }

    @Test("an integration must be named where there are several")
    func naming() throws {
        let file = try FDKOAuthConfig(json: Data(FDKSamples.version3.utf8))
        for name in [nil, "", "slack"] {
            let error = try #require(throws: FreshworksError.self) {
                try file.configuration(name, redirectURI: FDKSamples.callback())
            }
            #expect(error.code == .invalidArgument)
        }
    }

    @Test("a default stands in for a value that was left out or left empty", arguments: [nil, ""])
    func defaults(region: String?) throws {
        var iparams = drive
        iparams["region"] = region
        iparams["team"] = nil
        let made = try FDKOAuthConfig(json: Data(FDKSamples.version3.utf8))
            .configuration("drive", iparams: iparams, redirectURI: FDKSamples.callback())
        #expect(made.authorizeURL.absoluteString == "https://eu.drive.example//authorize")
        #expect(made.tokenURL.absoluteString == "https://eu.drive.example/token?team=")
    }

    @Test("missing, unknown and hostile values are told together")
    func values() throws {
        let file = try FDKOAuthConfig(json: Data(FDKSamples.version3.utf8))
        let found = try FDKSamples.refusals {
            _ = try file.configuration(
                "drive", iparams: ["client_id": "a\nb", "client_secret": "", "region": "a.b", "tema": "x"],
                redirectURI: FDKSamples.callback())
        }
        #expect(
            found == [
                "$.integrations.drive.oauth_iparams.tema invalid_value",
                "$.integrations.drive.oauth_iparams.client_secret missing_field",
                "$.integrations.drive.authorize_url invalid_value",
                "$.integrations.drive.token_url invalid_value",
                "$.integrations.drive.client_id invalid_value",
            ])
        #expect(try refusals(iparams: [:]) == ["$.oauth_iparams.domain missing_field"])
    }

    @Test(
        "a value in a host is a host name and nothing else",
        arguments: [
            "acme.example:8443", "user@acme.example", "acme.example/x", "acme.example#", "acme.example?a",
            "acme%2eexample",
            "acme example", "acme.example\n", "acmé.example", "10.0.0.1", "0x7f.1", "2130706433", "[::1]", "::1",
            "localhost",
            "127.0.0.1", "acme", "-acme.example", "acme-.example", "a..example", ".example", "acme.example.",
            "acme_x.example",
            "acme.example\\@evil.example", "https://acme.example", #"a","x":"b"#, "аcme.example", "acme.1",
            "acme\u{200B}.example",
            String(repeating: "a", count: 64) + ".example", String(repeating: "a.", count: 126) + "ab",
        ])
    func hostileHosts(value: String) throws {
        #expect(
            try refusals(iparams: ["domain": value]) == ["$.authorize_url invalid_value", "$.token_url invalid_value"])
    }

    @Test(
        "host names of all lengths are taken, in lower case",
        arguments: [
            ("Acme.Example", "acme.example"), ("xn--acm-dma.example", "xn--acm-dma.example"),
            ("1.example", "1.example"),
            (
                String(repeating: "a", count: 63) + ".example",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example"
            ),
        ])
    func goodHosts(value: String, host: String) throws {
        #expect(try configuration(iparams: ["domain": value]).tokenURL.absoluteString == "https://\(host)/token.srf")
    }

    @Test("in front of a written domain a value is one label")
    func labels() throws {
        let address: JSONValue = "https://<%= oauth_iparams.domain %>.acme.example:8443/token"
        let made = try configuration(["token_url": address, "authorize_url": address], iparams: ["domain": "eu-1"])
        #expect(made.tokenURL.absoluteString == "https://eu-1.acme.example:8443/token")
        for value in ["a.b", "", "evil.example/", "evil.example#"] {
            #expect(
                try refusals(["token_url": address, "authorize_url": "https://a.example"], iparams: ["domain": value])
                    == [value.isEmpty ? "$.oauth_iparams.domain missing_field" : "$.token_url invalid_value"])
        }
    }

    @Test("behind a part of a written name a value is one label too, so that it does not choose the domain")
    func gluedHosts() throws {
        for address in ["https://acme<%= oauth_iparams.domain %>/a", "https://acme.test<%= oauth_iparams.domain %>"] {
            let found = try refusals(
                ["token_url": .string(address), "authorize_url": "https://a.example"],
                iparams: ["domain": "x.evil.example"])
            #expect(found == ["$.token_url invalid_value"])
        }
    }

    @Test(
        "an address whose scheme, user, port or path a value could choose is refused",
        arguments: [
            "<%= oauth_iparams.domain %>", "<%= oauth_iparams.domain %>://a.example/",
            "http://<%= oauth_iparams.domain %>/",
            "https:<%= oauth_iparams.domain %>", "https://<%= oauth_iparams.domain %>@a.example/",
            "https://user:<%= oauth_iparams.domain %>@a.example/", "https://a.example:<%= oauth_iparams.domain %>/",
            "https://a.example/?b=https://<%= oauth_iparams.domain %>#c",
            "javascript:alert(1)//<%= oauth_iparams.domain %>",
        ])
    func hostileAddresses(address: String) throws {
        #expect(
            try refusals(["token_url": .string(address)], iparams: ["domain": "8443"]).last
                == "$.token_url invalid_value")
        #expect(
            try refusals(["token_url": .string(address), "authorize_url": "https://a.example"])
                == ["$.token_url invalid_value"])
    }

    @Test("a value cannot walk up a path", arguments: ["..", "."])
    func dots(value: String) throws {
        let address: JSONValue = "https://a.example/apps/<%= oauth_iparams.domain %>/token"
        #expect(
            try refusals(["token_url": address, "authorize_url": address], iparams: ["domain": value])
                == ["$.authorize_url invalid_value", "$.token_url invalid_value"])
    }

    @Test(
        "a written address is checked when the file is read",
        arguments: [
            "http://acme.example/t", "ftp://acme.example/t", "acme.example/t", "https:///t", "https://acme/t",
            "https://10.0.0.1/t", "https://[2001:db8::1]/t", "https://user:pw@acme.example/t",
            "https://acme.example:0/t",
            "https://acme.example:99999/t", "https://acme.example:/t", "https://acme.example/t#f",
            "https://acme.example/a b",
            "https://acme.example/é", "https://acme.example\\@evil.example/", "https://acme.example/a/%2e%2e/t",
        ])
    func writtenAddresses(address: String) throws {
        #expect(
            try FDKSamples.refusals { _ = try FDKSamples.version2(["token_url": .string(address)]) }
                == ["$.token_url invalid_value"])
    }

    @Test(
        "loopback is taken if it is written in the file", arguments: ["http://127.0.0.1:8080/t", "http://localhost/t"])
    func loopback(address: String) throws {
        #expect(try configuration(["token_url": .string(address)]).tokenURL.absoluteString == address)
    }

    @Test("loopback is not taken from a default either")
    func loopbackByDefault() throws {
        let address: JSONValue = "http://<%= oauth_iparams.domain || 'localhost' %>/t"
        let asked: JSONValue = ["domain": ["display_name": "Domain", "type": "text"]]
        let found = try refusals(
            ["token_url": address, "authorize_url": "https://a.example", "oauth_iparams": asked], iparams: [:])
        #expect(found == ["$.token_url invalid_value"])
    }

    @Test("quotation marks in a value change nothing but that value")
    func structure() throws {
        let value = #"a","x":"b"#
        let template: JSONValue = "<%= oauth_iparams.domain %>"
        let made = try configuration(
            [
                "authorize_url": "https://a.example/<%= oauth_iparams.domain %>", "token_url": "https://a.example/",
                "client_id": template, "client_secret": template, "options": ["scope": "read", "team": template],
            ], iparams: ["domain": value])
        #expect(made.authorizeURL.absoluteString == "https://a.example/a%22%2C%22x%22%3A%22b")
        #expect(made.clientID == value)
        #expect(made.clientSecret == Secret(value))
        #expect(made.authorizeParameters == ["team": "a\",\"x\":\"b"])
        #expect(
            try refusals(["options": ["scope": template]], iparams: ["domain": value]).contains(
                "$.options.scope invalid_value"))
    }

    @Test("a line break cannot smuggle in a header field")
    func headerInjection() throws {
        let addresses: [String: JSONValue?] = ["authorize_url": "https://a.example", "token_url": "https://a.example"]
        let options: JSONValue = ["customHeaders": ["X-Team": "<%= oauth_iparams.domain %>"]]
        let found = try refusals(
            addresses.merging(["options": options]) { $1 }, iparams: ["domain": "a\r\nX-Evil: 1"])
        #expect(found == ["$.options.customHeaders['X-Team'] invalid_value"])
        #expect(
            try FDKSamples.refusals { _ = try FDKSamples.version2(["options": ["customHeaders": ["X Team": "a"]]]) }
                == ["$.options.customHeaders['X Team'] invalid_value"])
    }

    @Test("numbers and booleans among the options are their own text")
    func scalars() throws {
        let made = try configuration(["options": ["max_age": 3600, "approval": true]])
        #expect(made.authorizeParameters == ["max_age": "3600", "approval": "true"])
    }

    @Test("a secure value is refused in addresses and taken with a warning in the client's id")
    func secureValues() throws {
        let asked: JSONValue = ["domain": ["display_name": "Domain", "type": "text", "secure": true]]
        let template: JSONValue = "<%= oauth_iparams.domain %>"
        #expect(
            try refusals(["oauth_iparams": asked, "options": ["scope": template, "team": template]]) == [
                "$.authorize_url invalid_value", "$.token_url invalid_value", "$.options.scope invalid_value",
                "$.options.team invalid_value",
            ])
        let file = try FDKSamples.version2([
            "oauth_iparams": asked, "client_id": template, "authorize_url": "https://a.example",
            "token_url": "https://a.example",
        ])
        #expect(file.warnings.map(\.path) == ["$.client_id"])
    }

    @Test("a file that is printed, dumped or reflected shows no secret")
    func redaction() throws {
        let secrets = ["q8Nb4cXw7ZtR2mKd", "QVBJX0tFWV9vZl9hY21l", "s3cr3tQw7Lk2Vn9Xb5T"]
        for text in [FDKSamples.version2, FDKSamples.version3] {
            #expect(!Exposure(of: try FDKOAuthConfig(json: Data(text.utf8))).shows(secrets))
        }
        #expect(!Exposure(of: try configuration()).shows(secrets))
    }
}
