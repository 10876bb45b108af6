import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales notes")
struct NoteFieldTests {
    /// Freshworks CRM API, notes: the attributes and who may write them.
    private static let note = #"""
        description     settable  text    required  | refuses ["", " "]
        targetable      settable  object  target | sample {"type":"Deal","id":7} | sends {"targetable_type":"Deal","targetable_id":7} | refuses [{"type":"Deal","id":0},{"type":" ","id":7}]
        creater_id      read      id      creatorID
        url             read      url
        duration        read      text
        has_access      read      bool
        collab_context  read      object  | sample {"hasSlackViewAccess":false,"messageId":""}
        created_at      read      time
        updated_at      read      time
        """#

    @Test("every field as the service documents it")
    func note() throws {
        try FieldSheet(anyOf: ["targetable_type"], Self.note).expectFields(of: Note.Fields.self)
        try FieldSheet(
            """
            hasSlackViewAccess  read  bool
            messageId           read  text  messageID
            """
        ).expectFields(of: NoteCollabContext.Fields.self)
    }

    @Test("a note is read as the service answers it, wherever it says what the note is about")
    func reading() throws {
        let probe = try RecordProbe<Note>(
            #"{"id":70080001001,"description":"<p>Called.</p>","url":null,"has_access":true,"#
                + #""collab_context":{"hasSlackViewAccess":false,"messageId":""},"#
                + #""targetable":{"type":"Contact","id":70050001001},"created_at":"2025-02-04T09:30:00+01:00"}"#)
        probe.reads(\.target, .contact(70_050_001_001))
        #expect(probe.record.collabContext?.messageID == "")
        #expect(probe.record.createdAt == Date(timeIntervalSince1970: 1_738_657_800))
        #expect(try Note(json: ["id": 1, "targetables": [["id": "7", "type": "Deal"]]]).target == .deal(7))
        #expect(
            try Note(json: ["id": 1, "targetable_type": "SalesAccount", "targetable_id": "7"]).target
                == .salesAccount(7))
        #expect(try Note(json: ["id": 1, "targetable": .null]).target == nil)
        #expect("\(probe.record)" == "Note(id: 70080001001)")
    }

    @Test("a note without text, or about nothing, is refused before anything is sent")
    func refusals() async throws {
        let wire = ScriptedTransport(.json(200, #"{"note":{"id":1}}"#))
        let error = await #expect(throws: FreshworksError.self) {
            try await wire.freshsales().notes.create(NoteDraft(" ", about: .deal(0)))
        }
        #expect(Set(error?.fieldErrors.compactMap(\.field) ?? []) == ["description", "targetable_id"])
        #expect(error?.operation == "notes.create")
        #expect(wire.requests.isEmpty)
    }
}
