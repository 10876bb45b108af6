import Freshdesk
import TestSupport
import Testing

@Suite("What is done to Freshdesk contacts and agents, field by field")
struct ContactActionTests {
    @Test("what an agent made of a contact may have, and a contact after a merge")
    func fields() throws {
        // Freshdesk API v2: make agent, merge contacts.
        try FieldSheet(
            """
            occasional    sentInitial  bool    isOccasional
            signature     sentInitial  text
            ticket_scope  sentInitial  number  | sample 3 | refuses [0, 4]
            skill_ids     sentInitial  ids
            group_ids     sentInitial  ids
            role_ids      sentInitial  ids
            type          sentInitial  word    | sample "collaborator" | refuses [" "]
            focus_mode    sentInitial  bool    isFocusModeOn
            """
        ).expectFields(of: Contact.AgentFields.self)
        try FieldSheet(
            """
            email               sentInitial  text  | sample "a@b.test" | refuses ["", "a"]
            phone               sentInitial  text  | refuses [" "]
            mobile              sentInitial  text  | refuses [" "]
            twitter_id          sentInitial  text  | refuses [" "]
            unique_external_id  sentInitial  text  | refuses [" "]
            other_emails        sentInitial  texts
            company_ids         sentInitial  ids
            """
        ).expectFields(of: Contact.MergeFields.self)
    }

    @Test("where an agent is there for customers, field by field")
    func availability() throws {
        // Freshdesk API v2, agent availability.
        try FieldSheet(
            """
            agent_ref             read   id       agentID
            channel_availability  later  objects  channels  | sample [{"channel":"Email queue","assignment_limit":3}] | refuses [[{"channel":" "}],[{"channel":"a","assignment_limit":-1}]]
            idle_enabled          read   bool     isIdleEnabled
            status_updated_at     read   time
            availability_control  later  text     control   | refuses [" "]
            """
        ).expectFields(of: AgentAvailability.Fields.self)
        try FieldSheet(
            """
            channel                   read  text
            assignment_limit          read  number
            current_assignment_load   read  number  currentLoad
            available                 read  bool    isAvailable
            logged_in                 read  bool    isLoggedIn
            round_robin_enabled       read  bool    isRoundRobinEnabled
            availability_updated_at   read  time    updatedAt
            status_id                 read  id
            pause_assignment          read  bool    isPaused
            """
        ).expectFields(of: ChannelAvailability.Fields.self)
        try FieldSheet(
            """
            contact               read  object
            availability          read  object
            availability_control  read  text    control
            deactivated           read  bool    isDeactivated
            legacy_routing        read  bool    usesLegacyRouting
            user_data             read  object
            """
        ).expectFields(of: AvailableAgent.Fields.self)
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(200, "{}"))
        let client = try freshdesk(wire)
        for (fields, call) in [
            (["primary_contact_id", "secondary_contact_ids"], { try await client.contacts.merge([], into: 0) }),
            (
                ["ticket_scope"],
                { _ = try await client.contacts.makeAgent(5, MakeAgentDraft { $0.ticketScope = .init(rawValue: 9) }) }
            ),
            (["agents"], { _ = try await client.agents.create([AgentDraft]()) }),
            (["email"], { _ = try await client.agents.create([AgentDraft(email: "x", ticketScope: .global)]) }),
            (["term"], { _ = try await client.agents.autocomplete("") }),
            (["name"], { _ = try await client.companies.autocomplete(" ") }),
        ] as [([String], () async throws -> Void)] {
            let error = await #expect(throws: FreshworksError.self) { try await call() }
            #expect(error?.code == .invalidArgument)
            #expect(error?.fieldErrors.map(\.field) == fields)
        }
        #expect(wire.requests.isEmpty)
    }
}
