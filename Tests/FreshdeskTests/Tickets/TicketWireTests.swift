import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk tickets on the wire")
struct TicketWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"id":311}"#))

    @Test("the shortest draft sends what help desks require")
    func create() async throws {
        let ticket = try await freshdesk(wire).tickets.create(
            TicketDraft(
                requester: .email("sample@example.com"), subject: "Sample ticket",
                description: "Create a sample ticket", priority: .urgent, status: .open))
        #expect(ticket.id == 311)
        #expect(wire.lines == ["POST /api/v2/tickets"])
        #expect(wire.requests[0].headers["Content-Type"] == "application/json")
        #expect(
            wire.jsonBodies == [
                """
                {"email":"sample@example.com","subject":"Sample ticket","description":"Create a sample ticket",\
                "priority":4,"status":2}
                """
            ])
    }

    @Test("a full draft sends every property under the service's names")
    func createFully() async throws {
        var draft = TicketDraft(requester: .phone("+34 600", name: "Ana"), subject: "S", description: "<p>D</p>") {
            $0.type = .incident
            $0.tags = ["login", "vip"]
            $0.customFields = ["cf_region": "EMEA", "cf_seats": 12, "cf_none": .null]
        }
        draft.source = .phone
        draft.responderID = 1
        draft.groupID = 2
        draft.companyID = 3
        draft.productID = 4
        draft.emailConfigID = 5
        draft.internalAgentID = 6
        draft.internalGroupID = 7
        draft.ccEmails = ["lead@acme.test"]
        draft.dueBy = utc(2025, 3, 7, 9, 12, 33)
        draft.firstResponseDueBy = utc(2025, 3, 5)
        draft.parentID = 8
        draft.relatedTicketIDs = [9, 10]
        draft.lookupParameter = "display_id"
        _ = try await freshdesk(wire).tickets.create(draft)
        #expect(
            wire.jsonBodies == [
                """
                {"phone":"+34 600","name":"Ana","subject":"S","description":"<p>D</p>","priority":1,"status":2,\
                "source":3,"type":"Incident","responder_id":1,"group_id":2,"company_id":3,"product_id":4,\
                "email_config_id":5,"internal_agent_id":6,"internal_group_id":7,"cc_emails":["lead@acme.test"],\
                "tags":["login","vip"],"custom_fields":{"cf_region":"EMEA","cf_seats":12,"cf_none":null},\
                "due_by":"2025-03-07T09:12:33Z","fr_due_by":"2025-03-05T00:00:00Z","parent_id":8,\
                "related_ticket_ids":[9,10],"lookup_parameter":"display_id"}
                """
            ])
    }

    @Test(
        "each kind of requester has its own key",
        arguments: [
            (Requester.id(7), #""requester_id":7"#),
            (.email("a@b.test", name: "A"), #""email":"a@b.test","name":"A""#),
            (.facebookID("fb"), #""facebook_id":"fb""#),
            (.twitterID("tw", name: "T"), #""twitter_id":"tw","name":"T""#),
            (.uniqueExternalID("crm-881"), #""unique_external_id":"crm-881""#),
        ])
    func requesters(requester: Requester, keys: String) async throws {
        _ = try await freshdesk(wire).tickets.create(
            TicketDraft(requester: requester, subject: "S", description: "D"))
        #expect(
            wire.jsonBodies == [
                JSONText("{\(keys),\"subject\":\"S\",\"description\":\"D\",\"priority\":1,\"status\":2}")
            ])
    }

    @Test("view, delete and restore are plain calls; view names what to embed")
    func plainCalls() async throws {
        _ = try await freshdesk(wire).tickets.get(311)
        _ = try await freshdesk(wire).tickets.get(311, include: [.stats, .requester, .company, .conversations])
        let gone = ScriptedTransport(.empty(204))
        try await freshdesk(gone).tickets.delete(311)
        try await freshdesk(gone).tickets.restore(311)
        #expect(
            wire.lines == [
                "GET /api/v2/tickets/311",
                "GET /api/v2/tickets/311?include=company%2Cconversations%2Crequester%2Cstats",
            ])
        #expect(gone.lines == ["DELETE /api/v2/tickets/311", "PUT /api/v2/tickets/311/restore"])
        #expect(gone.jsonBodies.isEmpty)
    }

    @Test("list sends every parameter")
    func list() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        let tickets = try freshdesk(wire).tickets
        _ = try await tickets.list().all()
        let all = TicketFilter(
            predefined: .newAndMyOpen, requester: .email("ana+1@acme.test"), companyID: 70_000_555_001,
            updatedSince: utc(2025, 3, 4, 9, 12, 33), order: .descending(.dueBy),
            include: [.stats, .requester, .description, .company])
        _ = try await tickets.list(all, pageSize: 7).all()
        _ = try await tickets.list(TicketFilter(predefined: .spam, requester: .id(5), order: .ascending(.status)))
            .all()
        _ = try await tickets.list(TicketFilter(predefined: .deleted, requester: .uniqueExternalID("a b"))).all()
        _ = try await tickets.list(TicketFilter(predefined: .watching, order: .by(.createdAt))).all()
        _ = try await tickets.list(updatedSince: utc(2025, 3, 4), include: [.stats], pageSize: 100).all()
        #expect(
            wire.lines == [
                "GET /api/v2/tickets?per_page=100",
                """
                GET /api/v2/tickets?filter=new_and_my_open&email=ana%2B1%40acme.test&company_id=70000555001\
                &updated_since=2025-03-04T09%3A12%3A33Z&order_by=due_by&order_type=desc\
                &include=company%2Cdescription%2Crequester%2Cstats&per_page=7
                """,
                "GET /api/v2/tickets?filter=spam&requester_id=5&order_by=status&order_type=asc&per_page=100",
                "GET /api/v2/tickets?filter=deleted&unique_external_id=a%20b&per_page=100",
                "GET /api/v2/tickets?filter=watching&order_by=created_at&per_page=100",
                """
                GET /api/v2/tickets?updated_since=2025-03-04T00%3A00%3A00Z&order_by=updated_at&order_type=asc\
                &include=stats&per_page=100
                """,
            ])
    }

    @Test("changes since the distant past are all changes: the earliest time that the service takes is sent")
    func everything() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        _ = try await freshdesk(wire).tickets.list(updatedSince: .distantPast).all()
        _ = try await freshdesk(wire).contacts.list(ContactFilter(updatedSince: .distantPast)).all()
        _ = try await freshdesk(wire).companies.list(updatedSince: .distantPast).all()
        let times = wire.lines.map { $0.split(separator: "updated_since=").last?.prefix(24) }
        #expect(times == Array(repeating: "1970-01-01T00%3A00%3A00Z", count: 3))
    }

    @Test("list follows the Link field, and page 301 is an error that says how to go on")
    func ceiling() async throws {
        let wire = ScriptedTransport { request in
            let page = request.url.query?.split(separator: "page=").last.flatMap { Int($0) } ?? 1
            let next = "<https://acme.freshdesk.com/api/v2/tickets?per_page=1&page=\(page + 1)>; rel=\"next\""
            return .json(200, #"[{"id":\#(page)}]"#, ("Link", next))
        }
        var seen: Int64 = 0
        let error = await #expect(throws: FreshworksError.self) {
            for try await ticket in try freshdesk(wire).tickets.list(pageSize: 1) { seen = ticket.id }
        }
        #expect(seen == 300)
        #expect(error?.code == .pageCeiling)
        #expect(error?.advice?.contains("updated_since") == true)
        #expect(wire.requests.count == 300)
    }

    @Test("update leaves out what is unchanged, clears and sets")
    func update() async throws {
        let tickets = try freshdesk(wire).tickets
        await expectRefusal(.invalidArgument) { _ = try await tickets.update(311, TicketUpdate()) }
        _ = try await tickets.update(
            311,
            TicketUpdate {
                $0.status = .resolved
                $0.responderID = .clear
            })
        _ = try await tickets.update(
            311,
            TicketUpdate {
                $0.subject = .clear
                $0.type = .clear
                $0.responderID = .clear
                $0.groupID = .clear
                $0.companyID = .clear
                $0.productID = .clear
                $0.emailConfigID = .clear
                $0.internalAgentID = .clear
                $0.internalGroupID = .clear
                $0.tags = []
                $0.customFields = ["cf_region": .null]
                $0.dueBy = .clear
                $0.firstResponseDueBy = .clear
            })
        _ = try await tickets.update(
            311,
            TicketUpdate {
                $0.requester = .id(9)
                $0.subject = "S"
                $0.description = "D"
                $0.priority = .high
                $0.status = .waitingOnCustomer
                $0.source = .chat
                $0.type = .set(.problem)
                $0.responderID = 1
                $0.groupID = 2
                $0.companyID = 3
                $0.productID = 4
                $0.emailConfigID = 5
                $0.internalAgentID = 6
                $0.internalGroupID = 7
                $0.tags = ["a"]
                $0.customFields = ["cf_locked": true]
                $0.dueBy = .set(utc(2030, 1, 2))
                $0.firstResponseDueBy = .set(utc(2030, 1, 1))
                $0.parentID = 8
                $0.lookupParameter = "primary_field_value"
            })
        #expect(wire.lines == Array(repeating: "PUT /api/v2/tickets/311", count: 3))
        #expect(
            wire.jsonBodies == [
                #"{"status":4,"responder_id":null}"#,
                """
                {"subject":null,"type":null,"responder_id":null,"group_id":null,"company_id":null,"product_id":null,\
                "email_config_id":null,"internal_agent_id":null,"internal_group_id":null,"tags":[],\
                "custom_fields":{"cf_region":null},"due_by":null,"fr_due_by":null}
                """,
                """
                {"requester_id":9,"subject":"S","description":"D","priority":3,"status":6,"source":7,"type":"Problem",\
                "responder_id":1,"group_id":2,"company_id":3,"product_id":4,"email_config_id":5,\
                "internal_agent_id":6,"internal_group_id":7,"tags":["a"],"custom_fields":{"cf_locked":true},\
                "due_by":"2030-01-02T00:00:00Z","fr_due_by":"2030-01-01T00:00:00Z","parent_id":8,\
                "lookup_parameter":"primary_field_value"}
                """,
            ])
    }

    @Test(
        "a draft that cannot be is refused before anything is sent",
        arguments: [
            TicketDraft(requester: .email(""), subject: "S", description: "D"),
            TicketDraft(requester: .email("ana"), subject: "S", description: "D"),
            TicketDraft(requester: .id(0), subject: "S", description: "D"),
            TicketDraft(requester: .phone("1", name: " "), subject: "S", description: "D"),
            TicketDraft(requester: .uniqueExternalID(""), subject: "S", description: "D"),
            TicketDraft(requester: .id(1), subject: " \n", description: "D"),
            TicketDraft(requester: .id(1), subject: "S", description: ""),
            TicketDraft(requester: .id(1), subject: "S", description: "D", priority: .init(rawValue: 0)),
            TicketDraft(requester: .id(1), subject: "S", description: "D", priority: .init(rawValue: 5)),
        ])
    func badDrafts(draft: TicketDraft) async throws {
        await expectRefusal(.invalidArgument) { _ = try await freshdesk(wire).tickets.create(draft) }
        #expect(wire.requests.isEmpty)
    }

    @Test("other bad input is refused before anything is sent")
    func badInput() async throws {
        let tickets = try freshdesk(wire).tickets
        await expectRefusal(.invalidPath) { _ = try await tickets.get(0) }
        await expectRefusal(.invalidPath) { try await tickets.delete(-1) }
        await expectRefusal(.invalidPath) { try await tickets.restore(-1) }
        await expectRefusal(.invalidPath) { _ = try await tickets.update(-1, TicketUpdate { $0.status = .open }) }
        await expectRefusal(.invalidArgument) { _ = try await tickets.update(1, TicketUpdate { $0.subject = " " }) }
        await expectRefusal(.invalidArgument) { _ = try await tickets.update(1, TicketUpdate { $0.responderID = 0 }) }
        await expectRefusal(.invalidArgument) {
            _ = try await tickets.update(1, TicketUpdate { $0.priority = TicketPriority(rawValue: 9) })
        }
        await expectRefusal(.invalidArgument) { _ = try await tickets.list(pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await tickets.list(pageSize: 101).all() }
        await expectRefusal(.invalidArgument) {
            _ = try await tickets.list(TicketFilter(requester: .email(""))).all()
        }
        #expect(wire.requests.isEmpty)
    }
}
