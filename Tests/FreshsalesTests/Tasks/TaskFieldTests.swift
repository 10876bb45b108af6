import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales tasks")
struct TaskFieldTests {
    /// Freshworks CRM API, tasks: the attributes and who may write them.
    private static let task = #"""
        title                  settable   text    required  | refuses ["", " "]
        description            clearable  text
        due_date               settable   time    required
        owner_id               settable   id      required
        targetable             settable   object  target | sample {"type":"Contact","id":7} | sends {"targetable_type":"Contact","targetable_id":7} | refuses [{"type":"Deal","id":-1}]
        targetables            read       objects  targets | sample [{"id":7,"type":"Contact"}]
        status                 settable   number
        completed_date         read       time
        outcome_id             clearable  id
        task_type_id           clearable  id
        task_users_attributes  sent       ids     collaboratorIDs | sample [7,8] | sends {"task_users_attributes":[{"user_id":7},{"user_id":8}]}
        user_ids               read       ids
        creater_id             read       id      creatorID
        updater_id             read       id
        is_deleted             read       bool
        created_at             read       time
        updated_at             read       time
        """#

    @Test("every field as the service documents it")
    func task() throws { try FieldSheet(Self.task).expectFields(of: SalesTask.Fields.self) }

    @Test("who does a task and what it is about come from beside it; what did not come along is nil")
    func related() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"users":[{"id":7,"display_name":"Sam"},{"id":9}],"contacts":[{"id":5,"first_name":"Ines"}],
                "task":{"id":8,"status":0,"owner_id":7,"user_ids":[9,7],"creater_id":9,
                "targetables":[{"id":6,"type":"Deal"},{"id":5,"type":"Contact"}]}}
                """#))
        let task = try await wire.freshsales().tasks.get(8, include: [.owner, .users, .target, .creator])
        #expect(task.owner?.displayName == "Sam")
        #expect(task.users?.map(\.id) == [9, 7])
        #expect(task.creator?.id == 9)
        #expect(task.contact?.firstName == "Ines")
        #expect(task.deal == nil)
        #expect(task.target == .deal(6))
        #expect(task.targets == [.deal(6), .contact(5)])
        #expect(task.status == .open)
        #expect(wire.lines == ["GET /crm/sales/api/tasks/8?include=creater%2Cowner%2Ctargetable%2Cusers"])
    }

    @Test("tasks that an answer names only by a total are read until a page is empty, each once")
    func pages() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"tasks":[{"id":1},{"id":2}],"meta":{"total":3}}"#),
            .json(200, #"{"tasks":[{"id":3}],"meta":{"total":3}}"#), .json(200, #"{"tasks":[],"meta":{"total":3}}"#))
        #expect(try await wire.freshsales().tasks.list(.open, pageSize: 2).all().map(\.id) == [1, 2, 3])
        #expect(wire.lines.last == "GET /crm/sales/api/tasks?filter=open&per_page=2&page=3")
    }

    @Test("a contact shows its tasks, notes and appointments when they were included")
    func included() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"tasks":[{"id":1}],"notes":[{"id":2}],"appointments":[{"id":3}],
                "contact":{"id":8,"task_ids":[1],"note_ids":[2],"appointment_ids":[3]}}
                """#))
        let contact = try await wire.freshsales().contacts.get(8, include: [.tasks, .notes, .appointments])
        #expect(contact.tasks?.map(\.id) == [1])
        #expect(contact.notes?.map(\.id) == [2])
        #expect(contact.appointments?.map(\.id) == [3])
        #expect(try Contact(json: ["id": 8, "task_ids": [1]]).tasks == nil)
    }
}
