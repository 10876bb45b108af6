import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshchat outbound messages")
struct OutboundWireTests {
    @Test("the service's own form of errors is told")
    func refusal() async throws {
        let wire = ScriptedTransport(
            .json(400, #"{"success":false,"error_code":400,"error_message":"template is not approved"}"#))
        let draft = OutboundDraft(
            from: "+1", to: ["+2"], template: WhatsAppTemplate("t", namespace: "n", language: "en"))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(wire).outboundMessages.send(draft)
        }
        #expect(error?.description.contains("template is not approved") == true)
    }

    @Test("what the service would refuse is refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(202, #"{"request_id":"r1"}"#))
        let messages = try freshchat(wire).outboundMessages
        func refuse(_ from: String, _ to: [String], _ name: String) async {
            await expectRefusal(.invalidArgument) {
                let template = WhatsAppTemplate(name, namespace: "n", language: "en")
                _ = try await messages.send(OutboundDraft(from: from, to: to, template: template))
            }
        }
        await refuse("15550100", ["+1"], "t")
        await refuse("+1", [], "t")
        await refuse("+1", (1...11).map { "+\($0)" }, "t")
        await refuse("+1", ["+1"], " ")
        await expectRefusal(.invalidArgument) { _ = try await messages.messages(ofRequest: " ") }
        #expect(wire.requests.isEmpty)
    }

    @Test("a template is read with one button or several, and with its values as they were sent before")
    func templates() throws {
        func template(_ text: String) throws -> WhatsAppTemplate? {
            WhatsAppTemplate(json: ["message_template": try JSONValue(parsing: Data(text.utf8))])
        }
        let several = try template(
            #"{"rich_template_data":{"button":[{"subType":"url","params":[{"data":"7"}]},{"subType":"call"}]}}"#)
        #expect(several?.buttons?.map(\.subtype) == ["url", "call"])
        #expect(several?.buttons?.map(\.values) == [["7"], nil])
        #expect(several?.body == nil)
        let older = try template(#"{"template_data":[{"data":"a"},{"data":"b"}]}"#)
        #expect(older?.body == ["a", "b"])
        #expect(older?.header == nil)
        #expect(older?.buttons == nil)
        // No value is left out of several.
        #expect(try template(#"{"template_data":[{"data":"a"},{"text":"b"}]}"#)?.body == nil)
    }

    @Test("what is sent above the text is read back", arguments: WhatsAppTemplate.HeaderType.all)
    func headers(type: WhatsAppTemplate.HeaderType) throws {
        let url = try #require(URL(string: "https://img.example.org/a"))
        let header: WhatsAppTemplate.Header =
            switch type {
            case .text: .text("a", "b")
            case .image: .image(url)
            case .video: .video(url)
            default: .document(url, filename: "a.pdf")
            }
        let template = WhatsAppTemplate("t", namespace: "n", language: "en", header: header)
        #expect(template.header == header)
        #expect(header.type == type)
        #expect(header.mediaURL == (type == .text ? nil : url))
        #expect(header.values == (type == .text ? ["a", "b"] : nil))
        #expect(header.filename == (type == .document ? "a.pdf" : nil))
    }

    @Test("in the sandbox a message appears a second after it was sent")
    func sandbox() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let template = WhatsAppTemplate("t", namespace: "n", language: "en", header: .text("a"), body: ["b"])
        let receipt = try await client.outboundMessages.send(
            OutboundDraft(from: "+1", to: ["+2", "+3"], template: template))
        #expect(try await client.outboundMessages.messages(ofRequest: receipt.requestID).isEmpty)
        clock.advance(by: .seconds(1))
        let messages = try await client.outboundMessages.messages(ofRequest: receipt.requestID)
        #expect(messages.map(\.recipient) == ["+2", "+3"])
        #expect(messages.first?.status == .accepted)
        #expect(messages.first?.template == template)
    }
}

extension WhatsAppTemplate.HeaderType {
    /// As the service documents them.
    fileprivate static let all = ["text", "image", "video", "document"].map(Self.init(rawValue:))
}
