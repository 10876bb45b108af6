import Foundation
import FreshworksCore
import Testing

@Suite("OAuth configurations of the app SDK")
struct FDKOAuthConfigTests {
    private func refusals(_ text: String) throws -> [String] {
        try FDKSamples.refusals { _ = try FDKOAuthConfig(json: Data(text.utf8)) }
    }

    @Test("a file of platform 2.x is one integration without a name")
    func version2() throws {
        let file = try FDKOAuthConfig(json: Data(FDKSamples.version2.utf8))
        let integration = try #require(file.integrations.first)
        #expect(file.integrations.count == 1)
        #expect(file.warnings.isEmpty)
        #expect(integration.name == nil)
        #expect(integration.displayName == nil)
        #expect(integration.tokenLevel == .account)
        #expect(integration.usedParameters == ["domain"])
        let parameter = try #require(integration.parameters.first)
        #expect(parameter.name == "domain")
        #expect(parameter.displayName == "Domain")
        #expect(parameter.description == "Enter domain")
        #expect(parameter.isRequired)
        #expect(!parameter.isSecret)
    }

    @Test("a file of platform 3.0 names its integrations")
    func version3() throws {
        let file = try FDKOAuthConfig(json: Data(FDKSamples.version3.utf8))
        #expect(file.integrations.map(\.name) == ["freshservice", "drive"])
        #expect(file.integrations.map(\.displayName) == ["Freshservice", "Drive"])
        #expect(file.integrations.map(\.tokenLevel) == [.account, .agent])
        #expect(file.integrations[0].parameters.isEmpty)
        #expect(file.integrations[1].parameters.map(\.isSecret) == [false, true, false, false])
        #expect(file.integrations[1].usedParameters == ["client_id", "client_secret", "region", "team"])
    }

    @Test("all problems are told at once, each with its path")
    func allProblems() throws {
        let text = """
            { "integrations": {
                "one": { "client_id": 7, "client_secret": "", "authorize_url": "http://acme.example/a",
                  "token_url": "https://10.0.0.1/t", "token_type": "user", "options": { "scope": ["a"], "deep": {} },
                  "oauth_iparams": { "a": { "type": "number", "required": "yes" }, "": 1 } },
                "my app": [] } }
            """
        #expect(
            try refusals(text).sorted() == [
                "$.integrations.one.authorize_url invalid_value",
                "$.integrations.one.client_id datatype_mismatch",
                "$.integrations.one.client_secret invalid_value",
                "$.integrations.one.display_name missing_field",
                "$.integrations.one.oauth_iparams.a.display_name missing_field",
                "$.integrations.one.oauth_iparams.a.required datatype_mismatch",
                "$.integrations.one.oauth_iparams.a.type invalid_value",
                "$.integrations.one.oauth_iparams[''] datatype_mismatch",
                "$.integrations.one.options.deep datatype_mismatch",
                "$.integrations.one.options.scope datatype_mismatch",
                "$.integrations.one.token_type invalid_value",
                "$.integrations.one.token_url invalid_value",
                "$.integrations['my app'] datatype_mismatch",
            ])
    }

    @Test("every required member is missed", arguments: ["client_secret", "authorize_url", "token_url", "token_type"])
    func required(key: String) throws {
        #expect(
            try FDKSamples.refusals { _ = try FDKSamples.version2([key: nil]) } == ["$.\(key) missing_field"])
    }

    @Test("the version is told by integrations or client_id, but not by both or none")
    func versionDetection() throws {
        #expect(try refusals("{}") == ["$ invalid_value"])
        #expect(try refusals(#"{"integrations": {}, "client_id": "a"}"#) == ["$ invalid_value"])
        #expect(try refusals("[]") == ["$ datatype_mismatch"])
    }

    @Test("a file has one to three integrations, at most one of them for agents")
    func counts() throws {
        func file(_ levels: [String]) -> String {
            let entries = levels.enumerated().map { index, level in
                """
                "i\(index)": { "display_name": "I", "client_id": "a", "client_secret": "b", "token_type": "\(level)",
                  "authorize_url": "https://a.example/a", "token_url": "https://a.example/t" }
                """
            }
            return #"{"integrations": {\#(entries.joined(separator: ","))}}"#
        }
        #expect(try refusals(file([])) == ["$.integrations invalid_value"])
        #expect(try refusals(file(["account", "agent", "account"])) == [])
        #expect(try refusals(file(["account", "account", "account", "account"])) == ["$.integrations invalid_value"])
        #expect(
            try refusals(file(["agent", "account", "agent"])) == ["$.integrations.i2.token_type invalid_value"])
    }

    @Test("unknown members are left out with a warning")
    func unknownMembers() throws {
        let file = try FDKSamples.version2([
            "notes": "x",
            "options": [
                "scope": "read", "state": "fixed", "client_secret": "q8Nb4cXw7ZtR2mKd",
                "customHeaders": ["content-type": "text/plain"],
            ],
            "oauth_iparams": ["domain": ["display_name": "D", "type": "text", "regex": [:]]],
        ])
        #expect(
            file.warnings.map(\.path).sorted() == [
                "$.notes", "$.oauth_iparams.domain.regex", "$.options.client_secret",
                "$.options.customHeaders['content-type']", "$.options.state",
            ])
        let configuration = try file.configuration(
            iparams: ["domain": "acme.example"], redirectURI: FDKSamples.callback())
        #expect(configuration.authorizeParameters.isEmpty)
    }

    @Test("a file that is too big, too deep or no JSON is refused without quoting it")
    func limits() throws {
        let big = Data(repeating: UInt8(ascii: " "), count: 4 * 1024 * 1024) + Data("{}".utf8)
        let deep = Data(
            (String(repeating: #"{"client_id":"#, count: 65) + "1" + String(repeating: "}", count: 65)).utf8)
        for data in [big, deep, Data(#"{"client_secret": "q8Nb4cXw7ZtR2mKd" "#.utf8), Data()] {
            let error = try #require(throws: FreshworksError.self) { try FDKOAuthConfig(json: data) }
            #expect(error.code == .invalidImport)
            #expect(error.fieldErrors.isEmpty)
            #expect(!"\(error)".contains("q8Nb4cXw7ZtR2mKd"))
        }
    }

    @Test("a hostile file cannot make an error of a million lines")
    func mostFindings() throws {
        let options = (0..<20_000).map { #""\#($0)": {}"# }.joined(separator: ",")
        let text = FDKSamples.version2.replacing(#""scope": "read""#, with: options)
        #expect(try refusals(text).count == 100)
        let name = String(repeating: "k", count: 1_000_000)
        let long = try #require(try refusals(text.replacing(options, with: #""\#(name)": {}"#)).first)
        #expect(long == "$.options['\(String(repeating: "k", count: 64))…'] datatype_mismatch")
    }
}
