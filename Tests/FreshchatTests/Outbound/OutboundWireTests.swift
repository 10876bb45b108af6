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

    @Test(
        "a 2xx that says that the call failed is the error that its own status would be",
        arguments: [
            (#","error_code":400"#, 400, .requestRefused), (#","error_code":"403""#, 403, .forbidden),
            (#","error_code":503"#, 503, .serviceFailed), ("", 400, .requestRefused),
            (#","error_code":202"#, 400, .requestRefused),
        ] as [(String, Int, FreshworksError.Code)])
    func refusedWithSuccess(more: String, status: Int, code: FreshworksError.Code) async throws {
        let body = #"{"success":false\#(more),"error_message":"template is not approved"}"#
        let draft = OutboundDraft(from: "+1", to: ["+2"], template: WhatsAppTemplate("t", language: "en"))
        let sent = await #expect(throws: FreshworksError.self) {
            try await freshchat(ScriptedTransport(.json(202, body))).outboundMessages.send(draft)
        }
        let asked = await #expect(throws: FreshworksError.self) {
            try await freshchat(ScriptedTransport(.json(200, body))).outboundMessages.messages(ofRequest: "r1")
        }
        for error in [sent, asked] {
            #expect(error?.code == code)
            #expect(error?.status == status)
            #expect(error?.message.hasSuffix(": template is not approved") == true)
            #expect(error?.body?["success"] == false)
        }
        #expect(sent?.operation == "outbound_messages.send")
        // As after a 5xx nobody knows.
        #expect(sent?.mayHaveBeenExecuted == (status == 503))
    }

    @Test("a 2xx that says that it is one is one, and a refusal in it does not show the token that it quotes")
    func successes() async throws {
        let draft = OutboundDraft(from: "+1", to: ["+2"], template: WhatsAppTemplate("t", language: "en"))
        let success = ScriptedTransport(.json(202, #"{"success":true,"error_code":400,"request_id":"r1"}"#))
        #expect(try await freshchat(success).outboundMessages.send(draft).requestID == "r1")
        let token = "FAKEhead.FAKEbody0123456789abcdefghijkl.FAKEsignature"
        let quoting = ScriptedTransport(.json(200, #"{"success":false,"error_message":"\#(token) is no good"}"#))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(quoting).outboundMessages.send(draft)
        }
        #expect(error?.message.hasSuffix("is no good") == true)
        #expect(!Exposure(of: error as Any).shows([token]))
        #expect(error?.body?.description.contains(token) == false)
    }

    @Test("a template needs no namespace, also one that was read, but a blank one is refused")
    func namespaces() async throws {
        let wire = ScriptedTransport(.json(202, #"{"request_id":"r1"}"#))
        let messages = try freshchat(wire).outboundMessages
        func send(_ template: WhatsAppTemplate?) async throws {
            _ = try await messages.send(OutboundDraft(from: "+1", to: ["+2"], template: try #require(template)))
        }
        try await send(WhatsAppTemplate("t", language: "en"))
        #expect(
            wire.jsonBodies.first == """
                {"from":{"phone_number":"+1"},"to":[{"phone_number":"+2"}],"provider":"whatsapp",\
                "data":{"message_template":{"storage":"conversation","template_name":"t",\
                "language":{"policy":"deterministic","code":"en"}}}}
                """)
        let read: JSONValue = [
            "message_template": ["storage": "none", "template_name": "t", "language": ["code": "en"]]
        ]
        try await send(WhatsAppTemplate(json: read))
        await expectRefusal(.invalidArgument) { try await send(WhatsAppTemplate("t", namespace: " ", language: "en")) }
        #expect(wire.requests.count == 2)
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
        let bare = OutboundDraft(from: "+1", to: ["+2"], template: WhatsAppTemplate("t", language: "en"))
        _ = try await client.outboundMessages.send(bare)
    }
}

extension WhatsAppTemplate.HeaderType {
    /// As the service documents them.
    fileprivate static let all = ["text", "image", "video", "document"].map(Self.init(rawValue:))
}
