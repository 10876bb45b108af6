/// Somebody who takes part in an appointment, as it is read, and to invite. Source: Freshworks CRM API, appointments.
public struct AppointmentAttendee: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads somebody.
    public init(json: JSONObject) { self.json = json }

    private init(_ kind: AppointmentAttendeeKind, _ id: Int64) {
        json = ["attendee_type": kind.jsonValue, "attendee_id": .string(String(id))]
    }

    /// A contact.
    public static func contact(_ id: Int64) -> Self { Self(.contact, id) }
    /// A user of Freshsales.
    public static func user(_ id: Int64) -> Self { Self(.user, id) }

    /// What requests say of them: the id is a text.
    public var jsonValue: JSONValue {
        .object(
            JSONObject(json.filter { ["attendee_type", "attendee_id"].contains($0.key) }.map { ($0.key, $0.value) }))
    }

    /// The fields of ``AppointmentAttendee``.
    public final class Fields: FieldTable {
        /// Whether it is a contact or a user.
        public let kind = ReadOnly<AppointmentAttendeeKind>("attendee_type")
        /// The id of the contact or user.
        public let attendeeID = ReadOnly<Int64>("attendee_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The kinds of those who take part in appointments, as the service spells them.
public struct AppointmentAttendeeKind: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a kind, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A contact.
    public static let contact = Self(rawValue: "Contact")
    /// A user of Freshsales.
    public static let user = Self(rawValue: "FdMultitenant::User")
}

extension FieldCheck<[AppointmentAttendee]> {
    /// Refuses what cannot be somebody.
    static var attending: Self {
        .each(.all(.member("attendee_id", { $0.attendeeID }, .id), .member("attendee_type", { $0.kind }, .notBlank)))
    }
}
