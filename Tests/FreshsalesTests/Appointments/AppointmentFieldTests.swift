import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales appointments")
struct AppointmentFieldTests {
    /// Freshworks CRM API, appointments: the attributes and who may write them.
    private static let appointment = #"""
        title                             settable   text    required  | refuses ["", " "]
        from_date                         settable   time    required
        end_date                          settable   time    required
        description                       clearable  text
        location                          clearable  text
        time_zone                         clearable  text
        is_allday                         settable   bool    isAllDay
        targetable                        settable   object  target | sample {"type":"Contact","id":7} | sends {"targetable_type":"Contact","targetable_id":7}
        targetables                       read       objects  targets | sample [{"id":7,"type":"Contact"}]
        appointment_attendees_attributes  sent       objects  invitees | sample [{"attendee_type":"Contact","attendee_id":"7"}] | refuses [[{"attendee_type":"Contact","attendee_id":"0"}]]
        appointment_attendee_ids          read       ids     attendeeIDs
        outcome_id                        clearable  id
        conference_id                     read       id
        latitude                          clearable  text
        longitude                         clearable  text
        checkedin_at                      read       time    checkedInAt
        checkedout_at                     read       time    checkedOutAt
        checkedin_duration                read       text    checkedInDuration
        checkedout_location               read       text    checkedOutLocation
        checkedout_latitude               read       text    checkedOutLatitude
        checkedout_longitude              read       text    checkedOutLongitude
        can_checkin                       read       bool    canCheckIn
        can_checkin_checkout              read       bool    canCheckInAndOut
        provider                          read       text
        creater_id                        read       id      creatorID
        updater_id                        read       id
        created_at                        read       time
        updated_at                        read       time
        """#

    @Test("every field as the service documents it")
    func appointment() throws {
        try FieldSheet(Self.appointment).expectFields(of: Appointment.Fields.self)
        try FieldSheet(
            """
            attendee_type  read  word  kind
            attendee_id    read  id
            """
        ).expectFields(of: AppointmentAttendee.Fields.self)
    }

    @Test("one that takes all day ends when it begins; one that ends before it begins is not sent")
    func times() async throws {
        let wire = ScriptedTransport(.json(201, #"{"appointment":{"id":8}}"#))
        let appointments = try wire.freshsales().appointments
        let day = Date(timeIntervalSince1970: 1_738_857_600)
        try await appointments.create(AppointmentDraft("Fair", allDay: day))
        #expect(
            wire.jsonBodies == [
                #"""
                {"appointment":{"title":"Fair","is_allday":true,"from_date":"2025-02-06T16:00:00Z",
                "end_date":"2025-02-06T16:00:00Z"}}
                """#
            ])
        for call in [
            { try await appointments.create(AppointmentDraft("Demo", from: day, to: day.addingTimeInterval(-1))) },
            {
                try await appointments.update(
                    8,
                    AppointmentUpdate {
                        $0.fromDate = day
                        $0.endDate = day.addingTimeInterval(-1)
                    })
            },
        ] {
            let error = await #expect(throws: FreshworksError.self) { _ = try await call() }
            #expect(error?.fieldErrors.map(\.field) == ["end_date"])
        }
        #expect(wire.requests.count == 1)
    }
}
