import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk custom objects", .inTurn)
struct CustomObjectTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name          read  text
            prefix        read  text
            title         read  text
            description   read  text
            version       read  number
            deleted       read  bool     isDeleted
            fields        read  objects
            created_time  read  time     createdAt
            updated_time  read  time     updatedAt
            """
        ).expectFields(of: CustomObjectSchema.Fields.self)
        try FieldSheet(
            """
            id           read  text
            name         read  text
            label        read  text
            type         read  text
            position     read  number
            required     read  bool  isRequired
            editable     read  bool  isEditable
            visible      read  bool  isVisible
            deleted      read  bool  isDeleted
            filterable   read  bool  isFilterable
            searchable   read  bool  isSearchable
            placeholder  read  text
            hint         read  text
            parent_id    read  text
            choices      read  object  | sample [{"id":1,"value":"A"}]
            """
        ).expectFields(of: CustomObjectField.Fields.self)
        try FieldSheet(
            """
            data          settable  custom  required
            version       later     number
            metadata      read      object
            created_time  read      time    createdAt
            updated_time  read      time    updatedAt
            """
        ).expectFields(of: CustomObjectRecord.Fields.self)
    }

    @Test("records are written, filtered, sorted and counted, over pages named by addresses without a beginning")
    func sandbox() async throws {
        let objects = try SandboxDesk().client.customObjects
        let schema = try #require(try await objects.all().first)
        #expect(schema.fields?.map(\.name) == ["customer_id", "customer_name", "age", "notes"])
        let records = objects.records(of: schema.id)
        for age in [41, 35, 9, 70] {
            try await records.create(
                CustomObjectRecordDraft {
                    $0["customer_id"] = "C\(age)"
                    $0["age"] = age
                })
        }
        #expect(try await records.list(pageSize: 3).all().map(\.id) == ["BKG-1", "BKG-2", "BKG-3", "BKG-4"])
        let old = try await records.list([.atLeast("age", 35)], sortedBy: "age", pageSize: 2).all()
        #expect(old.map { $0.data["age"] } == [35, 41, 70])
        #expect(try await records.count([.less("age", 41), .greater("age", 9)]) == 1)
        #expect(try await records.count([.equal("customer_id", "C9")]) == 1)
        #expect(try await records.count([.atLeast("updated_time", Date.distantFuture)]) == 0)
        let first = try await records.get("BKG-1")
        #expect(first.version == 1)
        #expect(first.data["notes"] == JSONValue.null)
        let update = CustomObjectRecordUpdate {
            $0.data["notes"] = "VIP"
            $0.version = 1
        }
        #expect(try await records.update("BKG-1", update).version == 2)
        #expect(try await records.get("BKG-1").data["age"] == 41)
        let late = await #expect(throws: FreshworksError.self) { try await records.update("BKG-1", update) }
        #expect(late?.fieldErrors.map(\.field) == ["version"])
        #expect(late?.serviceCode == "CONSTRAINT_VIOLATION")
        try await records.delete("BKG-1")
        await expectRefusal(.notFound) { _ = try await records.get("BKG-1") }
        await expectRefusal(.notFound) { _ = try await objects.records(of: 31).list().all() }
    }

    @Test("what the service refuses names the field; too many conditions are refused before")
    func refusals() async throws {
        let records = try SandboxDesk().client.customObjects.records(of: 30)
        let error = await #expect(throws: FreshworksError.self) {
            try await records.create(CustomObjectRecordDraft { $0["nobody"] = 1 })
        }
        #expect(error?.fieldErrors.map(\.field) == ["nobody"])
        await #expect(throws: FreshworksError.self) { _ = try await records.list([.equal("notes", "x")]).all() }
        let many = Array(repeating: CustomObjectCondition.equal("age", 1), count: 11)
        await expectRefusal(.invalidArgument) { _ = try await records.count(many) }
        await expectRefusal(.invalidArgument) { _ = try await records.list(many).all() }
        await expectRefusal(.invalidArgument) { _ = try await records.list([.equal(" ", 1)]).all() }
        await expectRefusal(.invalidArgument) { try await records.create(CustomObjectRecordDraft { _ in }) }
        await expectRefusal(.invalidArgument) { try await records.update("BKG-1", CustomObjectRecordUpdate()) }
    }
}
