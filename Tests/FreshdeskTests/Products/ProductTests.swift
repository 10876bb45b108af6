import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk products, business hours and SLA policies")
struct ProductTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name           read  text
            description    read  text
            primary_email  read  text
            default        read  bool  isDefault
            created_at     read  time
            updated_at     read  time
            """
        ).expectFields(of: Product.Fields.self)
        try FieldSheet(
            """
            name                   read  text
            description            read  text
            is_default             read  bool
            time_zone              read  text
            business_hours         read  object  days      | sample {"monday":{"start_time":"8:00 am"}}
            source_business_hours  read  objects channels
            holidays               read  any
            created_at             read  time
            updated_at             read  time
            """
        ).expectFields(of: BusinessHours.Fields.self)
        try FieldSheet(
            """
            start_time  read  text  start
            end_time    read  text  end
            """
        ).expectFields(of: WorkingHours.Fields.self)
        try FieldSheet(
            """
            name                 settable   text    required  | refuses [" "]
            description          clearable  text
            active               settable   bool    isActive
            is_default           read       bool
            position             read       number
            sla_target           settable   object  targets required  | sample {"priority_4":{"respond_within":900}} | refuses [{"priority_5":{}}, {"priority_1":{"respond_within":90}}, {"priority_1":{"next_respond_within":29}}]
            applicable_to        settable   object  appliesTo required
            escalation           settable   object
            advanced_conditions  read       any
            created_at           read       time
            updated_at           read       time
            """
        ).expectFields(of: SLAPolicy.Fields.self)
    }

    @Test("ids come as texts, hours by their day, times by their priority")
    func reading() throws {
        let hours = try RecordProbe<BusinessHours>(
            #"{"id":"7","name":"Day","business_hours":{"monday":{"start_time":"8:00 am","end_time":"5:00 pm"}}}"#)
        #expect(hours.record.id == 7)
        #expect(hours.record.days?["monday"]?.start == "8:00 am")
        #expect(hours.record.days?["sunday"] == nil)
        let policy = try RecordProbe<SLAPolicy>(
            #"{"id":"9","sla_target":{"priority_1":{"respond_within":900,"next_respond_within":30,"resolve_within":1800}}}"#
        )
        let low = SLATarget(respondWithin: 900, nextRespondWithin: 30, resolveWithin: 1800)
        policy.reads(\.targets, ["priority_1": low])
    }

    @Test("the sandbox serves them to an administrator, and refuses what the service refuses")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        let desk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        #expect(try await desk.products.list().all().map(\.name) == ["Chairs"])
        let hours = try await desk.businessHours.list().all()
        #expect(hours.first?.days?["monday"]?.end == "5:00 pm")
        #expect(try await desk.businessHours.get(hours[0].id).name == "Default")
        let day = SLATarget(respondWithin: 900, resolveWithin: 86400, countsBusinessHours: true, escalates: false)
        let gold = try await desk.slaPolicies.create(
            SLAPolicyDraft(name: "Gold", targets: ["priority_4": day], appliesTo: ["ticket_types": ["Incident"]]))
        #expect(gold.targets == ["priority_4": day])
        #expect(try await desk.slaPolicies.update(gold.id, SLAPolicyUpdate { $0.isActive = false }).isActive == false)
        #expect(try await desk.slaPolicies.list().all().map(\.name) == ["Default", "Gold"])
        let hasty = SLATarget(respondWithin: 60, resolveWithin: 900, countsBusinessHours: true, escalates: false)
        let error = await #expect(throws: FreshworksError.self) {
            try await desk.slaPolicies.create(
                SLAPolicyDraft(name: "Hasty", targets: ["priority_4": hasty], appliesTo: ["sources": [1]]))
        }
        #expect(error?.fieldErrors.map(\.field) == ["sla_target.priority_4.respond_within"])
        let agent = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.agentKey), runtime: sandbox.runtime)
        let denied = await #expect(throws: FreshworksError.self) { try await agent.slaPolicies.list().all() }
        #expect(denied?.advice?.contains("administrator") == true)
    }
}
