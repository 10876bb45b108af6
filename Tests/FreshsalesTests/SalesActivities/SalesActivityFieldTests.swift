import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales sales activities, and of what happened to a record")
struct SalesActivityFieldTests {
    /// Freshworks CRM API, sales activities: the attributes and who may write them.
    private static let activity = #"""
        title                      settable   text    required  | refuses ["", " "]
        sales_activity_type_id     settable   id      required
        start_date                 settable   time    required
        end_date                   settable   time    required
        targetable                 settable   object  target | sample {"type":"Contact","id":7} | sends {"targetable_type":"Contact","targetable_id":7}
        targetables                read       objects  targets | sample [{"id":7,"type":"Contact"}]
        owner_id                   settable   id      required
        sales_activity_outcome_id  clearable  id
        notes                      clearable  text
        latitude                   clearable  text
        longitude                  clearable  text
        location                   clearable  text
        checkedin_at               clearable  time    checkedInAt
        conversation_time          read       time
        creater_id                 read       id      creatorID
        updater_id                 read       id
        remote_id                  read       text
        import_id                  read       text
        created_at                 read       time
        updated_at                 read       time
        """#

    /// Freshworks CRM API, contacts: the keys of an activity.
    private static let event = #"""
        composite_id     read  text  compositeID
        id               read  text
        action_type      read  text
        action_data      read  object
        targetable_type  read  word  targetType
        targetable_id    read  id    targetID
        targetable_name  read  text  targetName
        actionable_type  read  text
        actionable_id    read  id
        user_activity    read  bool  isUserActivity
        automation       read  any
        group            read  any
        created_at       read  time
        """#

    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(anyOf: ["targetable_type"], Self.activity).expectFields(of: SalesActivity.Fields.self)
        try FieldSheet(Self.event).expectFields(of: RecordActivity.Fields.self)
    }

    @Test("how an activity ended comes from beside it")
    func outcome() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"outcomes":[{"id":3,"name":"Interested"}],
                "sales_activity":{"id":8,"sales_activity_outcome_id":3,"start_date":"2025-02-10T10:00:00-06:00"}}
                """#))
        let activity = try await wire.freshsales().salesActivities.get(8, include: [.outcome])
        #expect(activity.outcome?.name == "Interested")
        #expect(activity.owner == nil)
        #expect(wire.lines == ["GET /crm/sales/api/sales_activities/8?include=outcome"])
    }

    @Test("a timeline goes on while the service says so, past a page without entries")
    func timeline() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"timeline_feeds":[],"meta":{"has_next":true}}"#),
            .json(200, #"{"timeline_feeds":[{"a":1}],"meta":{"has_next":false}}"#))
        #expect(try await wire.freshsales().deals.timeline(of: 8).all().count == 1)
        #expect(wire.lines.last == "GET /crm/sales/api/deals/8/timeline_feeds?page=2")
    }
}
