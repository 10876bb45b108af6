public import Foundation

/// What a customer thinks of the work on a ticket. Source: Freshdesk API v2, satisfaction ratings.
///
/// Its fields are those of ``Fields``. The answer to a new rating was seen without a usable id.
public struct SatisfactionRating: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a rating.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``SatisfactionRating`` and ``SatisfactionRatingDraft``.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<Int64>("id")
        /// The survey that was answered.
        public let surveyID = ReadOnly<Int64>("survey_id")
        /// The contact who answered.
        public let userID = ReadOnly<Int64>("user_id")
        /// The agent whose work it was.
        public let agentID = ReadOnly<Int64>("agent_id")
        /// The group whose work it was.
        public let groupID = ReadOnly<Int64>("group_id")
        /// The ticket.
        public let ticketID = ReadOnly<Int64>("ticket_id")
        /// What the customer says in words.
        public let feedback = Initial<String>("feedback")
        /// A number for each question, `default_question` first: 103 is best and -103 worst, or 1 to 3 with 3 as the worst in
        /// classic surveys.
        public let ratings = Initial<[String: Int]>("ratings")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// An answer.
        public static let required: [FieldRequirement] = ["ratings"]
    }
}

/// A rating to give: the fields of ``SatisfactionRating/Fields``.
public typealias SatisfactionRatingDraft = Draft<SatisfactionRating.Fields>

extension SatisfactionRatingDraft {
    /// Makes a rating of the answer to the first question, and fills in more.
    public init(_ answer: Int, _ fill: (inout Self) -> Void = { _ in }) {
        self = SatisfactionRating.Fields.draft(fill) { $0.ratings = ["default_question": answer] }
    }
}

extension TicketEndpoints {
    /// The ratings of a ticket. `GET /tickets/{id}/satisfaction_ratings`
    /// - Parameters:
    ///   - id: The ticket.
    ///   - pageSize: 1 to 100 ratings per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func satisfactionRatings(
        of id: Int64, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<SatisfactionRating> {
        api.list(
            ListEndpoint(
                "tickets.satisfaction_ratings", "tickets/\(id)/satisfaction_ratings", query: .page(of: pageSize),
                paging: .linkHeader), from: cursor, options)
    }

    /// Rates the work on a ticket, for the customer. `POST /tickets/{id}/satisfaction_ratings`
    @discardableResult
    public func rate(
        _ id: Int64, _ draft: SatisfactionRatingDraft, options: CallOptions = CallOptions()
    ) async throws -> SatisfactionRating {
        try await api.send(
            Endpoint("tickets.rate", .post, "tickets/\(id)/satisfaction_ratings", body: .json(draft)), options)
    }
}
