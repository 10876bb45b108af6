/// A survey of the newer kind. Source: Freshdesk API v2, customer satisfaction.
///
/// Its fields are those of ``Fields``.
public struct CustomerSurvey: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: String

    /// Reads a survey.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``CustomerSurvey``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The title.
        public let title = ReadOnly<String>("title")
        /// About the survey.
        public let description = ReadOnly<String>("description")
        /// What customers read above it.
        public let headerMessage = ReadOnly<String>("header_message")
        /// Whether it is in use.
        public let state = ReadOnly<CustomerSurveyState>("state")
        /// The language.
        public let language = ReadOnly<String>("language")
        /// What is asked.
        public let questions = ReadOnly<[CustomerSurveyQuestion]>("questions")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A question of a survey of the newer kind. Source: Freshdesk API v2, customer satisfaction.
///
/// Its fields are those of ``Fields``.
public struct CustomerSurveyQuestion: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a question.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``CustomerSurveyQuestion``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id, by which answers name it.
        public let id = ReadOnly<String>("id")
        /// What kind of answer it takes: `range`, `choice`, `text`, or `thank-you` for none.
        public let type = ReadOnly<String>("type")
        /// A name that stays the same in all versions of the survey.
        public let identifier = ReadOnly<String>("question_identifier")
        /// What is asked.
        public let text = ReadOnly<String>("text")
        /// Whether it has to be answered.
        public let isRequired = ReadOnly<Bool>("required")
        /// Whether it was deleted.
        public let isDeleted = ReadOnly<Bool>("deleted")
        /// Whether a hint is shown.
        public let isHintEnabled = ReadOnly<Bool>("hint_enabled")
        /// How it looks.
        public let theme = ReadOnly<JSONValue>("theme")
        /// The ends and steps of a range: `min`, `max`, `variant`, `order`, `labels`, `score_ranges`.
        public let scale = ReadOnly<JSONObject>("scale")
        /// The steps of a range, each with `value` and `label`.
        public let ratings = ReadOnly<[JSONObject]>("ratings")
        /// Whether the text may have several lines.
        public let isMultiline = ReadOnly<Bool>("multiline")
        /// Whether several can be chosen.
        public let isMultiple = ReadOnly<Bool>("multiple")
        /// What can be chosen.
        public let choices = ReadOnly<JSONValue>("choices")
        /// When it is asked.
        public let displayLogic = ReadOnly<JSONValue>("display_logic")
        /// What is asked after it.
        public let skipLogic = ReadOnly<JSONValue>("skip_logic")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Whether a survey is in use.
public struct CustomerSurveyState: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a state, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is.
    public static let active = Self(rawValue: "ACTIVE")
    /// Not yet.
    public static let draft = Self(rawValue: "DRAFT")
    /// Not for now.
    public static let paused = Self(rawValue: "PAUSE")
    /// It is being changed.
    public static let inProgress = Self(rawValue: "IN_PROGRESS")
    /// No longer.
    public static let inactive = Self(rawValue: "INACTIVE")
}
