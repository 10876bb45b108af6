import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Images that stand in a body")
struct InlineImageTests {
    @Test(
        "their addresses come in order, each once, however the tag is written",
        arguments: [
            (
                #"<p><img src="https://a.example/1?x=1&amp;y=2" alt="A > B"><IMG SRC='https://a.example/2'/></p>"#,
                ["https://a.example/1?x=1&y=2", "https://a.example/2"]
            ),
            ("<img\n class=inline-image data-src='no' src = https://a.example/3 >", ["https://a.example/3"]),
            (#"<img src="//a.example/4"><img src="https://a.example/4">"#, ["https://a.example/4"]),
            (
                #"<!-- <img src="https://a.example/5"> --><image src="https://a.example/6"><img/src="https://a.example/7">"#,
                ["https://a.example/7"]
            ),
            (#"<img src="cid:1"><img src="data:image/png;base64,AA=="><img src="/relative"><img alt=x>"#, []),
            (#"<img src="https://a.example/8" src="https://a.example/9">"#, ["https://a.example/8"]),
            (#"text with < and <img src="https://a.example/10"#, ["https://a.example/10"]), ("", []),
            (#"<img src="javascript:alert(1)"><img =x src=''><img"#, []),
        ] as [(String, [String])])
    func found(html: String, addresses: [String]) throws {
        let ticket = try Ticket(json: ["id": 1, "description": .string(html)])
        #expect(ticket.inlineImages.map(\.absoluteString) == addresses)
        let note = try Conversation(json: ["id": 1, "body": .string(html)])
        #expect(note.inlineImages.map(\.absoluteString) == addresses)
    }

    @Test("a record without a body has none, and text made to take long does not")
    func others() throws {
        #expect(try Ticket(json: ["id": 1]).inlineImages == [])
        for text in ["<img ", "<img src=\"", "<!--", "<", "<img src='https://a.example/1'>"] {
            let ticket = try Ticket(json: ["id": 1, "description": .string(String(repeating: text, count: 50_000))])
            #expect(ticket.inlineImages.count <= 1)
        }
    }

    @Test("one is fetched without the credential")
    func download() async throws {
        let wire = ScriptedTransport(.text(200, "GIF89a", type: "image/gif"))
        let address = "https://attachment.freshdesk.com/inline/attachment?token=t"
        let note = try Conversation(json: ["id": 1, "body": .string(#"<img src="\#(address)">"#)])
        let image = try #require(note.inlineImages.first)
        #expect(try await freshdesk(wire).attachments.download(inlineImage: image) == Data("GIF89a".utf8))
        #expect(wire.requests.map(\.url.absoluteString) == [address])
        #expect(wire.requests.allSatisfy { $0.headers["Authorization"] == nil })
    }

    @Test("a host that the writer of a mail has chosen is asked only where it was named")
    func strangers() async throws {
        let wire = ScriptedTransport(.text(200, "GIF89a", type: "image/gif"))
        let attachments = try freshdesk(wire).attachments
        for text in [
            "https://10.0.0.7/1", "https://internal.example/1", "https://freshdesk.com.evil.example/1",
            "https://evilfreshdesk.com/1", "https://CDN.example/1",
        ] {
            let address = try #require(URL(string: text))
            await expectRefusal(.invalidArgument) { _ = try await attachments.download(inlineImage: address) }
        }
        #expect(wire.requests.isEmpty)
        let named = try #require(URL(string: "https://CDN.example/1"))
        _ = try await attachments.download(inlineImage: named, alsoFrom: ["cdn.example"])
        #expect(wire.requests.count == 1)
    }
}
