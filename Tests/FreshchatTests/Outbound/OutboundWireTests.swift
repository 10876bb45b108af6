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
