/// The appointments of a Freshsales account. Source: Freshworks CRM API, appointments: `POST /appointments`,
/// `GET`, `PUT` and `DELETE /appointments/{id}`.
public struct AppointmentEndpoints: EditedRecords {
    /// What is there.
    public typealias Record = Appointment
    /// Sends the calls.
    public let api: APIClient

    /// The appointments that are over, or those to come. `GET /appointments`
    /// - Parameters:
    ///   - filter: The service has no list of all appointments.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 appointments per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: AppointmentFilter, include: Set<Include<Appointment>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Appointment> {
        api.list(
            ListEndpoint(
                "appointments.list", "appointments", query: .filtered(filter.rawValue, pageSize, include),
                root: "appointments"),
            from: cursor, options)
    }
}

/// Which appointments to list.
public struct AppointmentFilter: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a filter, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Those that are over.
    public static let past = Self(rawValue: "past")
    /// Those to come.
    public static let upcoming = Self(rawValue: "upcoming")
}

extension Include where Record == Appointment {
    /// The user who created the appointment.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the appointment.
    public static var updater: Self { Self(rawValue: "updater") }
    /// The records that it is about.
    public static var target: Self { Self(rawValue: "targetable") }
    /// Who takes part.
    public static var attendees: Self { Self(rawValue: "appointment_attendees") }
    /// How it ended.
    public static var outcome: Self { Self(rawValue: "outcome") }
}

extension FreshsalesClient {
    /// The appointments of the account.
    public var appointments: AppointmentEndpoints { AppointmentEndpoints(api: api) }
}

extension RecordEndpoints where Record == Contact {
    /// The appointments with a contact. `GET /contacts/{id}/appointments`
    ///
    /// The service documents no pages of this list; where an answer names a next one, it is read.
    public func appointments(of id: Int64, options: CallOptions = CallOptions()) -> PagedSequence<Appointment> {
        api.list(
            ListEndpoint(name("appointments"), "contacts/\(id)/appointments", root: "appointments", paging: .named),
            from: nil, options)
    }
}

extension Contact {
    /// The appointments with the contact; with `.appointments`.
    public var appointments: [Appointment]? { related(all: "appointment_ids", in: "appointments") }
}

extension SalesAccount {
    /// The appointments with the sales account; with `.appointments`.
    public var appointments: [Appointment]? { related(all: "appointment_ids", in: "appointments") }
}

extension Deal {
    /// The appointments about the deal; with `.appointments`.
    public var appointments: [Appointment]? { related(all: "appointment_ids", in: "appointments") }
}
