import FreshworksCore
import Testing

@Suite("Templates of the app SDK")
struct FDKTemplateTests {
    private func clientID(_ template: String) throws -> String {
        let asked: JSONValue = [
            "name": ["display_name": "N", "type": "text"], "b_2": ["display_name": "B", "type": "text"],
        ]
        let file = try FDKSamples.version2([
            "client_id": .string(template), "authorize_url": "https://a.example", "token_url": "https://a.example",
            "oauth_iparams": asked,
        ])
        return try file.configuration(iparams: ["name": "N", "b_2": "<%= x %>"], redirectURI: FDKSamples.callback())
            .clientID
    }

    @Test(
        "lookups are filled in, with any white space and with defaults",
        arguments: [
            ("plain", "plain"), ("<%= oauth_iparams.name %>", "N"), ("<%=oauth_iparams.name%>", "N"),
            ("<%=\n\toauth_iparams.name  %>", "N"), ("{{ oauth_iparams.name }}", "N"), ("{{oauth_iparams.name}}", "N"),
            ("a<%= oauth_iparams.name %>b{{oauth_iparams.name}}c", "aNbNc"), ("<%= oauth_iparams.name || 'd' %>", "N"),
            ("<%= oauth_iparams.name||\"d\" %>", "N"), ("100% {safe} %> }}", "100% {safe} %> }}"),
        ])
    func lookups(template: String, text: String) throws {
        #expect(try clientID(template) == text)
    }

    @Test("a value that looks like a template is not evaluated")
    func once() throws {
        #expect(try clientID("<%= oauth_iparams.b_2 %>") == "<%= x %>")
    }

    @Test(
        "everything else between the marks is refused",
        arguments: [
            "<%= oauth_iparams.unknown %>", "<%= iparam.name %>", "<%= oauth_iparams['name'] %>",
            "<%= oauth_iparams.name",
            "<%= oauth_iparams.name.length %>", "<%= oauth_iparams.name + 'x' %>", "<%= encode(oauth_iparams.name) %>",
            "<%= oauth_iparams.name || oauth_iparams.b_2 %>", "<%= oauth_iparams.name || 'a' || 'b' %>",
            "<%= oauth_iparams.name || 'it\\'s' %>", "<%= oauth_iparams.name || 'a\" %>", "<%= oauth_iparams. %>",
            "<%= %>", "<%",
            "{{", "{{{ oauth_iparams.name }}}", "<% oauth_iparams.name; process.exit() %>", "<%- oauth_iparams.name %>",
            "<%= oauth_iparams.__proto__ %>", "<%= oauth_iparams.name\u{301} %>", "{{ oauth_iparams.name %>",
            "<%= oauth_iparams.<%= oauth_iparams.name %> %>",
        ])
    func refusals(template: String) throws {
        #expect(try FDKSamples.refusals { _ = try clientID(template) } == ["$.client_id invalid_value"])
    }
}
