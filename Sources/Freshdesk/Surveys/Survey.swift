public import Foundation

/// A survey that customers are asked in, of the kind that every account has. Source: Freshdesk API v2, surveys.
///
/// Its fields are those of ``Fields``.
public struct Survey: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a survey.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Survey``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The title.
        public let title = ReadOnly<String>("title")
        /// Whether it is in use.
        public let isActive = ReadOnly<Bool>("active")
        /// The questions; the first one has the id `default_question`.
        public let questions = ReadOnly<[SurveyQuestion]>("questions")
        /// When the survey was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the survey was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A question of a survey.
public struct SurveyQuestion: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a question.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``SurveyQuestion``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id, by which ratings hold the answer.
        public let id = ReadOnly<String>("id")
        /// What is asked.
        public let label = ReadOnly<String>("label")
        /// The numbers that are answers, the happiest first.
        public let acceptedRatings = ReadOnly<[Int]>("accepted_ratings")
        /// Whether it is the question that every survey has.
        public let isDefault = ReadOnly<Bool>("default")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The surveys of a Freshdesk account and what customers answered. Source: Freshdesk API v2, surveys and satisfaction ratings.
public struct SurveyEndpoints: Sendable {
    let api: APIClient

    /// All surveys, or those in use alone. `GET /surveys`
    public func all(isActive: Bool = false, options: CallOptions = CallOptions()) async throws -> [Survey] {
        let pages = ListEndpoint<Survey>(
            "surveys.all", "surveys", query: .page(of: 100, ["state": isActive ? "active" : nil]), paging: .linkHeader)
        return try await api.list(pages, options).all()
    }

    /// The ratings of all tickets. `GET /surveys/satisfaction_ratings`
    /// - Parameters:
    ///   - date: Those given at this time or later.
    ///   - userID: Those of one contact.
    ///   - pageSize: 1 to 100 ratings per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func ratings(
        createdSince date: Date? = nil, userID: Int64? = nil, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<SatisfactionRating> {
        var items = QueryItems.updated(since: date, "created_since")
        items.append("user_id", userID, .id)
        let filter = items
        return api.list(
            ListEndpoint(
                "surveys.ratings", "surveys/satisfaction_ratings", query: .page(of: pageSize, filter),
                paging: .linkHeader), from: cursor, options)
    }
}

extension FreshdeskClient {
    /// The account's surveys and what customers answered.
    public var surveys: SurveyEndpoints { SurveyEndpoints(api: api) }
}
