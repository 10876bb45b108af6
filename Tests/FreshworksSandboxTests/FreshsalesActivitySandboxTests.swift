import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshsales notes, tasks, appointments and files in the sandbox")
struct FreshsalesActivitySandboxTests {
    let clock = ManualClock()
    let caller: SandboxCaller

    init() {
        var options = Sandbox.Options(clock: clock)
        options.freshsalesHasLeads = true
        caller = SandboxCaller(options)
    }

    @Test("a note is created with 200, is about a record, and is read through it")
    func note() async throws {
        let created = try await caller.freshsales(
            .post, "notes",
            #"{"note":{"description":"<p>Hi</p>","targetable_type":"Contact","targetable_id":70050001001,"id":1}}"#)
        #expect(created.status == 200)
        let note = try #require(try created.json["note"])
        #expect(note["targetable"] == ["type": "Contact", "id": 70_050_001_001])
        #expect(note["targetable_type"] == nil)
        #expect(note["creater_id"] == 70_010_000_001)
        #expect(note["collab_context"] == ["hasSlackViewAccess": false, "messageId": ""])
        #expect(note["custom_field"] == nil)
        #expect(note["tags"] == nil)
        let id = try #require(note["id"]?.int64Value)
        let list = try await caller.freshsales("contacts/70050001001/notes")
        #expect(try list.json["notes"]?.arrayValue?.map { $0["id"] } == [.number(JSONNumber(id))])
        #expect(try await caller.freshsales("deals/70070001001/notes").json["notes"] == [])
        #expect(try await caller.freshsales("notes/\(id)").status == 404)
        let gone = try await caller.freshsales(.delete, "notes/\(id)")
        #expect(gone.text == #"{"success":"200"}"#)
        #expect(try await caller.freshsales(.delete, "notes/\(id)").status == 404)
    }

    @Test(
        "what is about nothing, lacks what is needed or is spelled otherwise is refused",
        arguments: [
            ("notes", #"{"note":{"targetable_type":"Contact","targetable_id":70050001001}}"#),
            ("notes", #"{"note":{"description":"a","targetable_type":"contact","targetable_id":70050001001}}"#),
            ("notes", #"{"note":{"description":"a","targetable_type":"Deal","targetable_id":70050001001}}"#),
            ("notes", #"{"note":{"description":"a"}}"#),
            ("tasks", #"{"task":{"title":"a","owner_id":70010000001}}"#),
            ("tasks", #"{"task":{"title":"a","due_date":"2025-06-03","owner_id":70010000001}}"#),
            ("tasks", #"{"task":{"title":"a","due_date":"2025-06-03T00:00:00Z","owner_id":5}}"#),
            ("tasks", #"{"task":{"title":"a","due_date":"2025-06-03T00:00:00Z","owner_id":70010000001,"status":2}}"#),
            (
                "appointments",
                #"{"appointment":{"title":"a","from_date":"2025-06-03T00:00:00Z","end_date":"2025-06-02T00:00:00Z"}}"#
            ),
            (
                "sales_activities",
                #"{"sales_activity":{"title":"a","sales_activity_type_id":70000000721,"owner_id":70010000001}}"#
            ),
            ("document_links", #"{"url":"https://a.example","name":"","targetable_type":"Deal","targetable_id":1}"#),
            ("phone_calls", #"{"phone_call":{"call_direction":true,"targetable_type":"contact"}}"#),
            ("lists", "{}"), ("cpq/products", #"{"product":{}}"#), ("custom_module/cm_orders", #"{"cm_orders":{}}"#),
            ("leads", #"{"lead":{"first_name":"a"}}"#),
        ])
    func refusals(path: String, body: String) async throws {
        let answer = try await caller.freshsales(.post, path, body)
        #expect(answer.status == 400)
        #expect(try answer.json.value(at: ["errors", "code"]) == 400)
    }

    @Test("tasks are listed by what is due in the account's zone, and a list without a word is refused")
    func tasks() async throws {
        // It is 17:30 on 2 June where the account is.
        for (title, due) in [
            ("late", "2025-06-02T11:00:00Z"), ("tonight", "2025-06-02T18:29:00Z"),
            ("tomorrow", "2025-06-02T18:31:00Z"), ("later", "2025-06-05T00:00:00Z"),
        ] {
            let answer = try await caller.freshsales(
                .post, "tasks",
                #"{"task":{"title":"\#(title)","due_date":"\#(due)","owner_id":70010000001,"targetable_type":"Deal","#
                    + #""targetable_id":70070001001,"task_users_attributes":[{"user_id":70010000002}]}}"#)
            #expect(answer.status == 201)
        }
        func titles(_ filter: String) async throws -> [String?] {
            try (await caller.freshsales("tasks?filter=\(filter)").json["tasks"]?.arrayValue ?? []).map {
                $0.text("title")
            }
        }
        #expect(try await titles("open") == ["late", "tonight", "tomorrow", "later"])
        #expect(try await titles("overdue") == ["late"])
        #expect(try await titles("due_today") == ["late", "tonight"])
        #expect(try await titles("due%20tomorrow") == ["tomorrow"])
        #expect(try await titles("completed") == [])
        #expect(try await caller.freshsales("tasks").status == 400)
        #expect(try await caller.freshsales("tasks?filter=mine").status == 400)

        let row = try await caller.freshsales("tasks?filter=overdue&include=users,targetable,owner").json
        #expect(row["tasks"]?.arrayValue?.first?["user_ids"] == [70_010_000_002])
        #expect(row["tasks"]?.arrayValue?.first?["targetables"] == [["id": 70_070_001_001, "type": "Deal"]])
        #expect(row["deals"]?.arrayValue?.first?["name"] == "Renewal 1")
        #expect(row["users"]?.arrayValue?.count == 2)
        let id = try #require(row["tasks"]?.arrayValue?.first?["id"]?.int64Value)
        let done = try await caller.freshsales(.put, "tasks/\(id)", #"{"task":{"status":1}}"#).json
        #expect(done["task"]?.text("completed_date") == "2025-06-02T17:30:00+05:30")
        #expect(try await titles("completed") == ["late"])
    }

    @Test("an appointment tells who takes part when asked, and is over when its end has passed")
    func appointment() async throws {
        let created = try await caller.freshsales(
            .post, "appointments",
            #"{"appointment":{"title":"Demo","from_date":"2025-06-02T13:00:00Z","end_date":"2025-06-02T14:00:00Z","#
                + #""targetable_type":"Contact","targetable_id":70050001001,"#
                + #""appointment_attendees_attributes":[{"attendee_type":"Contact","attendee_id":"70050001001"}]}}"#)
        #expect(created.status == 201)
        #expect(try created.json["notes"] == [])
        #expect(try created.json["appointment"]?["attendees"] == nil)
        #expect(try created.json["appointment"]?.text("from_date") == "2025-06-02T18:30:00+05:30")
        let rows = try await caller.freshsales("appointments?filter=upcoming&include=appointment_attendees").json
        #expect(rows["appointment_attendees"]?.arrayValue?.first?.text("attendee_id") == "70050001001")
        let own = try await caller.freshsales("contacts/70050001001/appointments").json
        #expect(own["appointments"]?.arrayValue?.count == 1)
        let included = try await caller.freshsales("contacts/70050001001?include=appointments").json
        #expect(included["appointments"]?.arrayValue?.first?["title"] == "Demo")
        clock.advance(by: .seconds(7201))
        #expect(try await caller.freshsales("appointments?filter=upcoming").json["appointments"] == [])
        #expect(try await caller.freshsales("appointments?filter=past").json["appointments"]?.arrayValue?.count == 1)
    }

    @Test("an activity's outcome comes beside it when asked, under an id of its own name")
    func outcome() async throws {
        let made = try await caller.freshsales(
            .post, "sales_activities?include=outcome",
            #"{"sales_activity":{"title":"a","sales_activity_type_id":70000000721,"owner_id":70010000001,"#
                + #""start_date":"2025-06-03T00:00:00Z","end_date":"2025-06-03T01:00:00Z","targetable_type":"Deal","#
                + #""targetable_id":70070001001,"sales_activity_outcome_id":70000000731}}"#)
        let activity = try #require(try made.json["sales_activity"])
        #expect(activity["outcome_id"] == activity["sales_activity_outcome_id"])
        #expect(try made.json["outcomes"]?.arrayValue?.map { $0["id"] } == [activity["outcome_id"]])
        let plain = try await caller.freshsales("sales_activities/\(activity["id"] ?? .null)")
        #expect(try plain.json["sales_activity"]?["outcome_id"] == nil)
    }

    @Test("a call is taken as JSON and as a form, and fails over a text where an object belongs")
    func calls() async throws {
        let json = try await caller.freshsales(
            .post, "phone_calls",
            #"{"phone_call":{"call_direction":false,"targetable_type":"contact","targetable":{"id":"70050001001"},"#
                + #""note":{"description":"Hi"}}}"#)
        #expect(json.status == 200)
        #expect(try json.json["phone_call"]?["call_direction"] == false)
        #expect(try json.json["phone_call"]?["note_id"] == json.json["notes"]?.arrayValue?.first?["id"])
        let broken = try await caller.freshsales(
            .post, "phone_calls", #"{"phone_call":{"call_direction":true,"targetable":"70050001001"}}"#)
        #expect(broken.status == 500)
        #expect(broken.text.hasPrefix("<!DOCTYPE html>"))
    }

    @Test("an account without leads does not know their paths, one with them makes contacts of them")
    func leads() async throws {
        let suite = SandboxCaller()
        for path in ["leads/filters", "leads/1", "leads/view/70000000131", "settings/leads/fields"] {
            let answer = try await suite.freshsales(path)
            #expect(answer.status == 404)
            #expect(answer.text.hasPrefix("<!DOCTYPE html>"))
        }
        let lead = try await caller.freshsales(
            .post, "leads",
            #"{"lead":{"email":"lea@lead.example","first_name":"Lea","company":{"name":"Lead Works"},"#
                + #""deal":{"name":"First","amount":12.5}}}"#)
        #expect(lead.status == 201)
        let id = try #require(try lead.json["lead"]?["id"]?.int64Value)
        #expect(try await caller.freshsales("leads/view/70000000131").json["leads"]?.arrayValue?.count == 1)
        let made = try await caller.freshsales(.post, "leads/\(id)/convert", #"{"lead":{}}"#).json
        #expect(made["contact"]?.text("email") == "lea@lead.example")
        #expect(made["sales_account"]?.text("name") == "Lead Works")
        #expect(made["deal"]?.text("amount") == "12.5")
        #expect(made["deal"]?["sales_account_id"] == made["sales_account"]?["id"])
        #expect(try await caller.freshsales("leads/\(id)").status == 404)
    }

    @Test("a copy of a lead needs a way to reach it, too")
    func clonedLead() async throws {
        let lead = try await caller.freshsales(
            .post, "leads", #"{"lead":{"email":"lea@lead.example","first_name":"Lea"}}"#)
        let id = try #require(try lead.json["lead"]?["id"]?.int64Value)
        let mute = try await caller.freshsales(.post, "leads/\(id)/clone", #"{"lead":{"first_name":"Leo"}}"#)
        #expect(mute.status == 400)
        #expect(try mute.json.value(at: ["errors", "code"]) == 400)
        let copy = try await caller.freshsales(
            .post, "leads/\(id)/clone", #"{"lead":{"mobile_number":"+33600000003"}}"#)
        #expect(copy.status == 201)
        #expect(try copy.json["lead"]?.text("first_name") == "Lea")
    }
}
