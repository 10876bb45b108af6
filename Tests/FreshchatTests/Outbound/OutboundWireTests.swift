import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshchat outbound messages")
struct OutboundWireTests {
    @Test("a template goes out with its variables")
    func send() async throws {
        let wire = ScriptedTransport(
            .json(202, #"{"request_id":"r1","request_process_time":"12","link":{"href":"/x","rel":"y","type":"GET"}}"#))
        let url = try #require(URL(string: "https://img.example.org/a.png"))
        let template = WhatsAppTemplate(
            "order_shipped", namespace: "ns_1", language: "en_US", header: .image(url), body: ["Mira", "7"],
            button: ["7"])
        let receipt = try await freshchat(wire).outboundMessages.send(
            OutboundDraft(from: "+15550100", to: ["+15550101", "+15550102"], template: template))
        #expect(receipt.requestID == "r1")
        #expect(receipt.processTime == "12")
        #expect(
            wire.jsonBodies == [
                """
                {"from":{"phone_number":"+15550100"},"to":[{"phone_number":"+15550101"},{"phone_number":"+15550102"}],\
                "provider":"whatsapp","data":{"message_template":{"storage":"conversation","template_name":"order_shipped",\
                "namespace":"ns_1","language":{"policy":"deterministic","code":"en_US"},"rich_template_data":\
                {"header":{"type":"image","media_url":"https://img.example.org/a.png"},\
                "body":{"params":[{"data":"Mira"},{"data":"7"}]},"button":{"subType":"url","params":[{"data":"7"}]}}}}}
                """
            ])
    }

    @Test("a message's fate is read")
    func status() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                """
                {"outbound_messages":[{"message_id":"m1","request_id":"r1","from":{"phone_number":"+1"},\
                "to":{"phone_number":"+2"},"provider":"whatsapp","status":"FAILED","created_on":1709629653,\
                "failure_code":"OBM001","failure_reason":"no such number"}]}
                """))
        let message = try #require(try await freshchat(wire).outboundMessages.messages(ofRequest: "r1").first)
        #expect(message.from == "+1")
        #expect(message.recipient == "+2")
        #expect(message.status == .failed)
        #expect(message.createdAt == time(1_709_629_653))
        #expect(message.failureCode == "OBM001")
    }

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
