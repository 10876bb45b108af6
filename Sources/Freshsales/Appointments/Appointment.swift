public import Foundation

/// A meeting with contacts and users. Source: Freshworks CRM API, appointments.
///
/// Its fields are those of ``Fields``.
public struct Appointment: TargetedRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer.
    public var sideloads = Sideloads()
    /// `appointment`.
    public static let record: StaticString = "appointment"
    /// `appointments`.
    public static let records: StaticString = "appointments"

    /// Reads an appointment.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// Who takes part; with `.attendees`.
    public var attendees: [AppointmentAttendee]? { rows("appointment_attendee_ids", in: "appointment_attendees") }
    /// How it ended; with `.outcome`.
    public var outcome: SalesActivityOutcome? { related("outcome_id", in: "outcomes") }
    /// The notes about it, which come with a single appointment; `nil` when none did.
    public var notes: [Note]? { related(in: ["notes"]) { _ in true } }

    /// The fields of ``Appointment``, ``AppointmentDraft`` and ``AppointmentUpdate``.
    public final class Fields: FieldTable {
        /// What it is about, in words.
        public let title = Settable<String>("title", .notBlank)
        /// When it begins.
        public let fromDate = Settable<Date>("from_date")
        /// When it ends; of one that takes all day, when it begins.
        public let endDate = Settable<Date>("end_date")
        /// More about it.
        public let description = Clearable<String>("description")
        /// Where it takes place.
        public let location = Clearable<String>("location")
        /// The zone to show its times in, by the name that Rails has for it, such as `Paris`.
        public let timeZone = Clearable<String>("time_zone")
        /// Whether it takes all day.
        public let isAllDay = Settable<Bool>("is_allday")
        /// The record that it is about.
        public let target = Settable<Target>("targetable", as: Target.spelling, reading: Target.init(of:), .real)
        /// Who takes part.
        public let invitees = SendOnly<[AppointmentAttendee]>("appointment_attendees_attributes", .attending)
        /// How it ended; one of the outcomes of sales activities.
        public let outcomeID = Clearable<Int64>("outcome_id", .id)
        /// Where it takes place, in degrees.
        public let latitude = Clearable<String>("latitude")
        /// Where it takes place, in degrees.
        public let longitude = Clearable<String>("longitude")

        /// All records that it is about.
        public let targets = ReadOnly<[Target]>("targetables")
        /// The ids of those who take part; with `.attendees`.
        public let attendeeIDs = ReadOnly<[Int64]>("appointment_attendee_ids")
        /// The conference that belongs to it.
        public let conferenceID = ReadOnly<Int64>("conference_id")
        /// When somebody checked in.
        public let checkedInAt = ReadOnly<Date>("checkedin_at")
        /// When somebody checked out.
        public let checkedOutAt = ReadOnly<Date>("checkedout_at")
        /// How long it was between the two, as the service spells it.
        public let checkedInDuration = ReadOnly<String>("checkedin_duration")
        /// Where somebody checked out.
        public let checkedOutLocation = ReadOnly<String>("checkedout_location")
        /// Where somebody checked out, in degrees.
        public let checkedOutLatitude = ReadOnly<String>("checkedout_latitude")
        /// Where somebody checked out, in degrees.
        public let checkedOutLongitude = ReadOnly<String>("checkedout_longitude")
        /// Whether the credential's user may check in.
        public let canCheckIn = ReadOnly<Bool>("can_checkin")
        /// Whether the credential's user may check in and out.
        public let canCheckInAndOut = ReadOnly<Bool>("can_checkin_checkout")
        /// Whose calendar it comes from; `freshsales` for the service's own.
        public let provider = ReadOnly<String>("provider")
        /// The user who created it.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed it.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A title, a beginning and an end.
        public static let required: [FieldRequirement] = ["title", "from_date", "end_date"]

        /// An end before the beginning.
        public static func errors(in draft: Draft<Fields>) -> [FreshworksError.FieldError] {
            order(draft.json["from_date"], draft.json["end_date"], "end_date")
        }

        /// An end before the beginning, where both change.
        public static func errors(in update: Update<Fields>) -> [FreshworksError.FieldError] {
            order(update.json["from_date"], update.json["end_date"], "end_date")
        }
    }
}

/// An appointment to make: the fields of ``Appointment/Fields``.
public typealias AppointmentDraft = Draft<Appointment.Fields>

/// What to change of an appointment: the fields of ``Appointment/Fields``; what is not set stays as it is.
public typealias AppointmentUpdate = Update<Appointment.Fields>

extension AppointmentDraft {
    /// Makes a draft of what the service requires, and fills in more:
    /// `AppointmentDraft("Demo", from: start, to: end) { $0.target = .contact(contact.id) }`.
    public init(_ title: String, from start: Date, to end: Date, _ fill: (inout Self) -> Void = { _ in }) {
        self = Appointment.Fields.draft(fill) {
            $0.title = title
            $0.fromDate = start
            $0.endDate = end
        }
    }

    /// Makes a draft of an appointment that takes all day.
    public init(_ title: String, allDay day: Date, _ fill: (inout Self) -> Void = { _ in }) {
        self = Appointment.Fields.draft(fill) {
            $0.title = title
            $0.isAllDay = true
            $0.fromDate = day
            $0.endDate = day
        }
    }
}
