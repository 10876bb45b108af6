import Freshsales
import TestSupport
import Testing

@Suite("Phone calls of Freshsales")
struct PhoneCallTests {
    /// Freshworks CRM API, phone calls: the keys, and what may be sent.
    private static let call = #"""
        call_direction      initial      bool    isIncoming  required
        targetable          initial      object  target | sample {"type":"Contact","id":7} | sends {"targetable_type":"Contact","targetable":{"id":7}}
        note                sentInitial  text    noteText | sample "Hi" | sends {"note":{"description":"Hi"}} | refuses [" "]
        note_id             read         id
        call_duration       read         number
        recording_duration  read         number
        status              read         text
        recording           read         text
        conversation_time   read         time
        cost                read         decimal
        is_manual           read         bool
        phone_number_id     read         id
        phone_caller_id     read         id
        """#

    @Test("every key as the service documents it")
    func fields() throws {
        try FieldSheet(anyOf: ["targetable_type"], Self.call).expectFields(of: PhoneCall.Fields.self)
    }

    @Test("a call about nobody is refused before anything is sent, in both ways of saying it")
    func refusals() async throws {
        let wire = ScriptedTransport(.json(200, #"{"phone_call":{"id":8}}"#))
        for encoding in [PhoneCallEncoding.json, .form] {
            let error = await #expect(throws: FreshworksError.self) {
                try await wire.freshsales().phoneCalls.create(
                    PhoneCallDraft(incoming: true, with: .contact(0), note: " "), as: encoding)
            }
            #expect(Set(error?.fieldErrors.compactMap(\.field) ?? []) == ["targetable_id", "note"])
        }
        #expect(wire.requests.isEmpty)
    }
}
