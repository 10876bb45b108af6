import Foundation
import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, appointments.
extension EndpointFolder {
    static let appointments = EndpointFolder(
        "Appointments", 5,
        """
        POST appointments
        GET appointments/{id}
        GET appointments
        PUT appointments/{id}
        DELETE appointments/{id}
        """,
        calls: [

            .reading(
                "POST appointments", "appointments",
                #"""
                {"appointment":{"title":"Demo","from_date":"2025-02-06T16:00:00Z","end_date":"2025-02-06T17:00:00Z",
                "appointment_attendees_attributes":[{"attendee_type":"Contact","attendee_id":"5"},
                {"attendee_type":"FdMultitenant::User","attendee_id":"7"}]}}
                """#, answer: .json(201, #"{"appointment":{"id":8},"notes":[]}"#)
            ) {
                let start = Date(timeIntervalSince1970: 1_738_857_600)
                try await $0.appointments.create(
                    AppointmentDraft("Demo", from: start, to: start.addingTimeInterval(3600)) {
                        $0.invitees = [.contact(5), .user(7)]
                    }
                ).id == 8
            },
            .reading(
                "GET appointments/{id}", "appointments/8",
                answer: .json(200, #"{"appointment":{"id":8},"notes":[{"id":3}]}"#)
            ) {
                let appointment = try await $0.appointments.get(8)
                appointment.id == 8
                appointment.notes?.map(\.id) == [3]
            },
            .reading(
                "GET appointments", "appointments?filter=upcoming&per_page=100&include=appointment_attendees",
                answer: .json(
                    200,
                    #"""
                    {"appointment_attendees":[{"id":4,"attendee_id":"5","attendee_type":"Contact"}],
                    "appointments":[{"id":8,"appointment_attendee_ids":[4]}],"meta":{"total_pages":1}}
                    """#)
            ) {
                let rows = try await $0.appointments.list(.upcoming, include: [.attendees]).all()
                rows.map(\.id) == [8]
                rows.first?.attendees?.map(\.attendeeID) == [5]
                rows.first?.attendees?.map(\.kind) == [.contact]
            },
            .reading(
                "PUT appointments/{id}", "appointments/8", #"{"appointment":{"location":null}}"#,
                answer: .json(200, #"{"appointment":{"id":8}}"#)
            ) { try await $0.appointments.update(8, AppointmentUpdate { $0.location = .clear }).id == 8 },
            .silent("DELETE appointments/{id}", "appointments/8", answer: .json(200, "{}")) {
                try await $0.appointments.delete(8)
            },
        ])
}
