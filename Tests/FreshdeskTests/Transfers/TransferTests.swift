import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk exports and imports")
struct TransferTests {
    @Test("what exports and imports tell of themselves, and suggestions")
    func fields() throws {
        // Freshdesk API v2: export contacts, import contacts, autocomplete.
        try FieldSheet(
            """
            status        read  word
            download_url  read  url   downloadURL
            """
        ).expectFields(of: Export.Fields.self)
        try FieldSheet(
            """
            status                    read  word
            total_records             read  number
            completed_records         read  number
            estimated_time_remaining  read  number
            failures                  read  any
            created_at                read  time
            """
        ).expectFields(of: Import.Fields.self)
        try FieldSheet(
            """
            name    read  text
            email   read  text
            avatar  read  object  | sample {"id":1}
            """
        ).expectFields(of: Suggestion.Fields.self)
    }

    @Test("an export is waited for until it has an address, and one that fails is an error")
    func export() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"id":"x"}"#), .json(200, #"{"id":"x","status":"in_progress"}"#),
            .json(200, #"{"id":"x","status":"completed","download_url":"https://files.example/x.csv"}"#))
        let exports = try freshdesk(wire).contacts.exports
        let done = try await exports.wait(for: try await exports.start(fields: ["name"]))
        #expect(done.downloadURL?.absoluteString == "https://files.example/x.csv")
        #expect(wire.lines.suffix(2) == Array(repeating: "GET /api/v2/contacts/export/x", count: 2))
        let failing = try freshdesk(ScriptedTransport(.json(200, #"{"id":"x","status":"failed"}"#))).companies.exports
        let error = await #expect(throws: FreshworksError.self) { try await failing.wait(for: done) }
        #expect(error?.code == .jobFailed)
        #expect(error?.operation == "companies.exports.wait")
        #expect(error?.mayHaveBeenExecuted == false)
        let slow = try freshdesk(ScriptedTransport(.json(200, #"{"id":"x","status":"queued"}"#))).companies.exports
        await expectRefusal(.jobUnfinished) { _ = try await slow.wait(for: done, deadline: .seconds(5)) }
    }

    @Test("an import is waited for, and tells how many rows it has read")
    func importing() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"id":5,"status":"in_progress","completed_records":1}"#),
            .json(200, #"{"id":5,"status":"completed","completed_records":2,"failures":{"count":1}}"#))
        var seen: [Int?] = []
        let run = try Import(json: ["id": 5])
        let done = try await freshdesk(wire).contacts.imports.wait(for: run) { seen.append($0.completedRecords) }
        #expect(seen == [1, 2])
        #expect(done.failures == ["count": 1])
        let cancelled = ScriptedTransport(.json(200, #"{"id":5,"status":"cancelled"}"#))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk(cancelled).companies.imports.wait(for: run)
        }
        #expect(error?.code == .jobFailed)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(error?.advice?.contains("Look what was made") == true)
    }

    @Test("an export without columns and an import without any is refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(200, #"{"id":5}"#))
        let contacts = try freshdesk(wire).contacts
        await expectRefusal(.invalidArgument) { _ = try await contacts.exports.start(fields: []) }
        await expectRefusal(.invalidArgument) {
            _ = try await contacts.imports.start(.data(Data(), filename: "a.csv"), columns: [:])
        }
        await expectRefusal(.invalidPath) { _ = try await contacts.imports.get(0) }
        await expectRefusal(.invalidArgument) { _ = try await contacts.autocomplete(" ") }
        #expect(wire.requests.isEmpty)
    }
}
