import Freshsales
import TestSupport
import Testing

@Suite("Freshsales calls for many records by their ids")
struct BulkCallTests {
    private let wire = ScriptedTransport(.json(200, #"{"message":"Done"}"#))

    @Test("delete and assign say what the documentation says")
    func bodies() async throws {
        let freshsales = try wire.freshsales()
        let report = try await freshsales.contacts.bulkDelete([5, 6])
        #expect(report.entries.map(\.item) == [5, 6])
        #expect(report.count(.accepted) == 2)
        #expect(report.isSuccess)
        try await freshsales.salesAccounts.bulkDelete([7], deletingAssociated: true)
        try await freshsales.salesAccounts.bulkDelete([7], deletingAssociated: false)
        try await freshsales.deals.bulkDelete([8])
        try await freshsales.contacts.bulkAssign([5, 6], to: 70_010_000_002)
        #expect(
            wire.lines == [
                "POST /crm/sales/api/contacts/bulk_destroy", "POST /crm/sales/api/sales_accounts/bulk_destroy",
                "POST /crm/sales/api/sales_accounts/bulk_destroy", "POST /crm/sales/api/deals/bulk_destroy",
                "POST /crm/sales/api/contacts/bulk_assign_owner",
            ])
        #expect(
            wire.jsonBodies == [
                #"{"selected_ids":[5,6]}"#,
                #"{"selected_ids":[7],"delete_associated_contacts_deals":true}"#,
                #"{"selected_ids":[7],"delete_associated_contacts_deals":false}"#, #"{"selected_ids":[8]}"#,
                #"{"selected_ids":[5,6],"owner_id":70010000002}"#,
            ])
    }

    @Test("more than a hundred are several requests")
    func batches() async throws {
        let report = try await wire.freshsales().contacts.bulkDelete(Array(1...230))
        #expect(wire.requests.count == 3)
        #expect(report.batches.map(\.range) == [0..<100, 100..<200, 200..<230])
    }

    @Test("ids that are none are refused before anything is sent")
    func badInput() async throws {
        let freshsales = try wire.freshsales()
        let error = await #expect(throws: FreshworksError.self) { try await freshsales.deals.bulkDelete([1, 0]) }
        #expect(error?.fieldErrors.map(\.field) == ["selected_ids[1]"])
        await expectRefusal(.invalidArgument) { try await freshsales.contacts.bulkAssign([1], to: 0) }
        #expect(wire.requests.isEmpty)
    }

    @Test("a job is read by its address, and waited for")
    func jobs() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"{"id":"5f0e","status":"SUCCESS","data":"{\"record_status\":{\"succeeded\":2,\"failed\":1},\"detailed_failure_report\":[{\"id\":7}]}"}"#
            ))
        let job = try await wire.freshsales().jobs.get("5f0e")
        #expect(wire.lines == ["GET /crm/sales/api/job_statuses/5f0e"])
        #expect(job.status == .success)
        #expect(job.succeededCount == 2)
        #expect(job.failedCount == 1)
        #expect(job.failures == [["id": 7]])
        try FieldSheet(
            """
            status   read  word
            message  read  text
            """
        ).expectFields(of: BulkJob.Fields.self)
        #expect(throws: FreshworksError.self) { try BulkJob(json: ["message": "Done"]) }
        await expectRefusal(.invalidPath) { _ = try await wire.freshsales().jobs.get("") }
    }

    @Test("a job that is waited for in vain ends with why it could not be asked at last")
    func lateJob() async throws {
        let wire = ScriptedTransport(.json(200, #"{"id":"5f0e","status":"IN_PROGRESS"}"#), .json(503, "{}"))
        let job = try BulkJob(json: ["id": "5f0e", "status": "IN_PROGRESS"])
        let error = await #expect(throws: FreshworksError.self) {
            try await wire.freshsales().jobs.wait(for: job, deadline: .seconds(3))
        }
        #expect(error?.code == .jobUnfinished)
        #expect(error?.message.contains("IN_PROGRESS") == true)
        #expect((error?.underlying as? FreshworksError)?.status == 503)
    }

    @Test("what is printed of records and outcomes holds no customer data")
    func secrecy() async throws {
        let record = BulkUpsert(by: UniqueKey<Contact>.email("ines@example.com"), ContactDraft { $0.city = "Lyon" })
        var text = "\(record)"
        dump(record, to: &text)
        #expect(!text.contains("ines"))
        #expect(!text.contains("Lyon"))
        #expect(text.contains("emails"))
    }
}
