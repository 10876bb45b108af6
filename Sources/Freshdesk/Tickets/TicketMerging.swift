/// How tickets are merged: the fields of ``Ticket/MergeFields``.
public typealias TicketMergeDraft = Draft<Ticket.MergeFields>

extension Ticket {
    /// The fields of ``TicketMergeDraft``. Source: Freshdesk API v2, merge tickets.
    public final class MergeFields: OptionalFieldTable {
        /// The note on the ticket that stays; the service writes one of its own unless told.
        public let primaryNote = SendOnlyInitial<MergeNote>("note_in_primary", .real)
        /// The note on the tickets that go into it; the service writes one of its own unless told.
        public let secondaryNote = SendOnlyInitial<MergeNote>("note_in_secondary", .real)
        /// Whether the requesters and recipients of the others are put in CC. The service misspells the key.
        public let putsRecipientsInCC = SendOnlyInitial<Bool>("convert_recepients_to_cc")

        /// The only instance.
        public static let table = MergeFields()
    }
}

/// A note on a ticket that was merged.
public struct MergeNote: JSONReadable, JSONWritable, Sendable, Hashable {
    /// The text.
    public var body: String
    /// Whether only agents see it.
    public var isPrivate: Bool

    /// Makes a note, which only agents see unless told.
    public init(_ body: String, isPrivate: Bool = true) {
        self.body = body
        self.isPrivate = isPrivate
    }

    /// Reads an object.
    public init?(json: JSONValue) {
        guard let body: String = json["body"] else { return nil }
        self.init(body, isPrivate: json["private"] ?? true)
    }

    /// An object.
    public var jsonValue: JSONValue { ["body": .string(body), "private": .bool(isPrivate)] }
}

extension FieldCheck<MergeNote> {
    fileprivate static var real: Self { .member("body", \.body, .notBlank) }
}

extension TicketEndpoints {
    /// Merges tickets into one; the others are closed. `PUT /tickets/merge`
    /// - Parameters:
    ///   - ids: The tickets that go into the other one.
    ///   - primary: The ticket that stays.
    ///   - draft: What to note on them.
    ///   - options: For the call.
    public func merge(
        _ ids: [Int64], into primary: Int64, _ draft: TicketMergeDraft = TicketMergeDraft(),
        options: CallOptions = CallOptions()
    ) async throws {
        var body: JSONObject = ["primary_id": primary.jsonValue, "ticket_ids": ids.jsonValue]
        for (key, value) in draft.json { body[key] = value }
        let errors = Self.errors(inIDs: [primary], "primary_id") + Self.errors(inIDs: ids, "ticket_ids")
        try await api.send(
            Endpoint(
                "tickets.merge", .put, "tickets/merge",
                body: .json(.object(body), refusing: errors + draft.fieldErrors),
                // It writes notes.
                safeToRepeat: false), options)
    }
}
