public import Foundation

/// What a customer answered to a survey of the newer kind. Source: Freshdesk API v2, customer satisfaction.
///
/// Its fields are those of ``Fields``.
public struct CustomerSurveyResponse: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: String

    /// Reads a response.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json["data"] ?? json
        id = try self.json.require("id")
    }

    /// The fields of ``CustomerSurveyResponse`` and ``CustomerSurveyResponseDraft``.
    public final class Fields: FieldTable {
        /// The survey.
        public let surveyID = ReadOnly<String>("survey_id")
        /// The version of the survey.
        public let surveyVersionID = ReadOnly<String>("survey_version_id")
        /// The contact who answered.
        public let userID = ReadOnly<Int64>("user_id")
        /// The agent whose work it was.
        public let agentID = ReadOnly<Int64>("agent_id")
        /// The group whose work it was.
        public let groupID = ReadOnly<Int64>("group_id")
        /// The ticket.
        public let ticketID = Initial<Int64>("ticket_id", .id)
        /// How far the customer came, in the service's word.
        public let status = ReadOnly<String>("status")
        /// The answers.
        public let answers = Initial<[CustomerSurveyAnswer]>("answers")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The ticket and an answer.
        public static let required: [FieldRequirement] = ["ticket_id", "answers"]
    }
}

/// A response to give: the fields of ``CustomerSurveyResponse/Fields``.
public typealias CustomerSurveyResponseDraft = Draft<CustomerSurveyResponse.Fields>

extension CustomerSurveyResponseDraft {
    /// Makes a response about a ticket.
    public init(ticketID: Int64, answers: [CustomerSurveyAnswer]) {
        self = CustomerSurveyResponse.Fields.draft {
            $0.ticketID = ticketID
            $0.answers = answers
        }
    }
}

/// An answer to a question. Source: Freshdesk API v2, customer satisfaction.
///
/// Its fields are those of ``Fields``.
public struct CustomerSurveyAnswer: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an answer.
    public init(json: JSONObject) { self.json = json }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// Makes an answer, such as `CustomerSurveyAnswer("61d0…", 5)`.
    public init(_ questionID: String, _ value: some JSONWritable) {
        json = ["question_id": .string(questionID), "value": value.jsonValue]
    }

    /// The fields of ``CustomerSurveyAnswer``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The question.
        public let questionID = ReadOnly<String>("question_id")
        /// What was asked.
        public let questionText = ReadOnly<String>("question_text")
        /// The answer: a number, a text, or several.
        public let value = ReadOnly<JSONValue>("value")

        /// The only instance.
        public static let table = Fields()
    }
}
