import Freshchat
import TestSupport
import Testing

@Suite("Freshchat records inside others")
struct NestedRecordReadingTests {
    @Test("a choice of a conversation field is read, null or not")
    func choice() throws {
        let probe = try RecordProbe<ConversationField.Choice>(#"{"id":"12","value":"Billing"}"#, required: [])
        probe.reads(\.id, "12")
        probe.reads(\.value, "Billing")
    }

    @Test("a section of a template is read, null or not")
    func section() throws {
        let probe = try RecordProbe<TemplatePart.Section>(
            #"{"name":"header","parts":[{"text":{"content":"Hello"}}]}"#, required: [])
        probe.reads(\.name, "header")
        probe.reads(\.parts, [.text("Hello")])
    }
}
