public import Foundation

/// The one summary of a ticket, a note above all others. Source: Freshdesk API v2, ticket summary.
public struct TicketSummary: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a summary.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``TicketSummary`` and ``TicketSummaryDraft``.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<Int64>("id")
        /// The ticket.
        public let ticketID = ReadOnly<Int64>("ticket_id")
        /// The text, as HTML.
        public let body = Initial<String>("body", .notBlank)
        /// The text without HTML.
        public let bodyText = ReadOnly<String>("body_text")
        /// The agent who wrote it; the calling one unless set.
        public let userID = Initial<Int64>("user_id", .id)
        /// The files.
        public let attachments = ReadOnly<[FileAttachment]>("attachments")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A text.
        public static let required: [FieldRequirement] = ["body"]
    }
}

/// A summary to write: the fields of ``TicketSummary/Fields``.
public typealias TicketSummaryDraft = Draft<TicketSummary.Fields>

extension TicketSummaryDraft {
    /// Makes a summary of HTML, and fills in more.
    public init(body: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = TicketSummary.Fields.draft(fill) { $0.body = body }
    }
}

extension TicketEndpoints {
    /// The summary of a ticket. `GET /tickets/{id}/summary`
    /// - Throws: ``FreshworksError/Code/notFound`` for a ticket without one.
    public func summary(of id: Int64, options: CallOptions = CallOptions()) async throws -> TicketSummary {
        try await api.send(Endpoint("tickets.summary", .get, "tickets/\(id)/summary"), options)
    }

    /// Writes the summary of a ticket, or writes it anew. `PUT /tickets/{id}/summary`
    @discardableResult
    public func setSummary(
        of id: Int64, _ draft: TicketSummaryDraft, attachments: [AttachmentUpload] = [],
        options: CallOptions = CallOptions()
    ) async throws -> TicketSummary {
        try await api.send(
            Endpoint(
                "tickets.set_summary", .put, "tickets/\(id)/summary",
                body: try .json(draft, files: .attachments(attachments)), safeToRepeat: attachments.isEmpty), options)
    }

    /// Deletes the summary of a ticket. `DELETE /tickets/{id}/summary`
    public func deleteSummary(of id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("tickets.delete_summary", .delete, "tickets/\(id)/summary"), options)
    }
}
