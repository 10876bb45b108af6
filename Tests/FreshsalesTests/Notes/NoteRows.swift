import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, notes.
extension EndpointFolder {
    static let notes = EndpointFolder(
        "Notes", 3,
        """
        POST notes
        PUT notes/{id}
        DELETE notes/{id}
        """,
        calls: [

            .reading(
                "POST notes", "notes",
                #"{"note":{"description":"<p>Hi</p>","targetable_type":"SalesAccount","targetable_id":70060001001}}"#,
                answer: .json(200, #"{"note":{"id":8}}"#)
            ) { try await $0.notes.create(NoteDraft("<p>Hi</p>", about: .salesAccount(70_060_001_001))).id == 8 },
            .reading(
                "PUT notes/{id}", "notes/8", #"{"note":{"description":"<p>Ho</p>"}}"#,
                answer: .json(200, #"{"note":{"id":8}}"#)
            ) { try await $0.notes.update(8, NoteUpdate { $0.description = "<p>Ho</p>" }).id == 8 },
            .silent("DELETE notes/{id}", "notes/8", answer: .json(200, #"{"success":"200"}"#)) {
                try await $0.notes.delete(8)
            },
        ])
}
