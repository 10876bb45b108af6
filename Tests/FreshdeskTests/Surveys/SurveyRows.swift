import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, surveys, satisfaction ratings and customer satisfaction.
extension EndpointFolder {
    static let surveys = EndpointFolder(
        "Surveys and ratings", 7,
        """
        GET surveys
        GET surveys/satisfaction_ratings
        GET tickets/{id}/satisfaction_ratings
        POST tickets/{id}/satisfaction_ratings
        GET customer-satisfaction/surveys
        GET customer-satisfaction/surveys/{id}/responses
        POST customer-satisfaction/surveys/{id}/responses
        """,
        calls: ratingCalls, customerSatisfactionCalls)

    private static let ratingCalls: [WireCall] = [
        .reading("GET surveys", "surveys?state=active&per_page=100", answer: survey.list()) {
            survey.facts(try await $0.surveys.all(isActive: true))
        },
        .reading(
            "GET surveys/satisfaction_ratings",
            "surveys/satisfaction_ratings?created_since=2025-02-01T00%3A00%3A00Z&user_id=7&per_page=100",
            answer: rating.list()
        ) { rating.facts(try await $0.surveys.ratings(createdSince: utc(2025, 2, 1), userID: 7).all()) },
        .reading(
            "GET tickets/{id}/satisfaction_ratings", "tickets/311/satisfaction_ratings?per_page=100",
            answer: rating.list()
        ) { rating.facts(try await $0.tickets.satisfactionRatings(of: 311).all()) },
        .reading(
            "POST tickets/{id}/satisfaction_ratings", "tickets/311/satisfaction_ratings",
            #"{"ratings":{"default_question":-103},"feedback":"Slow"}"#, answer: rating.answer(201)
        ) { rating.facts(try await $0.tickets.rate(311, SatisfactionRatingDraft(-103) { $0.feedback = "Slow" })) },
        // The sample of this answer shows no usable id.
        .reading(
            "POST tickets/{id}/satisfaction_ratings", "tickets/311/satisfaction_ratings",
            #"{"ratings":{"default_question":103}}"#, answer: .json(201, #"{"id":true,"ticket_id":311}"#),
            unread: [".id"]
        ) {
            let rating = try await $0.tickets.rate(311, SatisfactionRatingDraft(103))
            rating.id == nil
            rating.ticketID == 311
        },
    ]

    private static let customerSatisfactionCalls: [WireCall] = [
        .reading(
            "GET customer-satisfaction/surveys", "customer-satisfaction/surveys?state=ACTIVE&per_page=100",
            answer: .json(200, #"{"data":[\#(customerSurvey.text)],"paging":{"next":null,"previous":null}}"#)
        ) { customerSurvey.facts(try await $0.customerSatisfaction.surveys(state: .active).all()) },
        .reading(
            "GET customer-satisfaction/surveys/{id}/responses",
            "customer-satisfaction/surveys/0a1b/responses?per_page=50",
            answer: .json(200, #"{"data":[\#(response.text)],"paging":{"next":null,"previous":null}}"#)
        ) { response.facts(try await $0.customerSatisfaction.responses(to: "0a1b", pageSize: 50).all()) },
        .reading(
            "POST customer-satisfaction/surveys/{id}/responses", "customer-satisfaction/surveys/0a1b/responses",
            #"{"ticket_id":311,"answers":[{"question_id":"q1","value":5},{"question_id":"q2","value":["a"]}]}"#,
            answer: response.answer(201, under: "data")
        ) {
            let draft = CustomerSurveyResponseDraft(
                ticketID: 311, answers: [CustomerSurveyAnswer("q1", 5), CustomerSurveyAnswer("q2", ["a"])])
            response.facts(try await $0.customerSatisfaction.respond(to: "0a1b", draft))
        },
    ]
}

private let survey = Sample<Survey>(
    """
    {"id":5,"title":"How was it?","active":true,"questions":[{"id":"default_question","label":"Happy?",\
    "accepted_ratings":[103,-103],"default":true}],"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.title == "How was it?"
    $0.isActive == true
    $0.questions?.map(\.id) == ["default_question"]
    $0.questions?.map(\.label) == ["Happy?"]
    $0.questions?.map(\.acceptedRatings) == [[103, -103]]
    $0.questions?.map(\.isDefault) == [true]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let rating = Sample<SatisfactionRating>(
    """
    {"id":1,"survey_id":5,"user_id":7,"agent_id":8,"group_id":9,"ticket_id":311,"feedback":"Slow",\
    "ratings":{"default_question":-103,"question_2":102},"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 1
    $0.surveyID == 5
    $0.userID == 7
    $0.agentID == 8
    $0.groupID == 9
    $0.ticketID == 311
    $0.feedback == "Slow"
    $0.ratings == ["default_question": -103, "question_2": 102]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let customerSurvey = Sample<CustomerSurvey>(
    """
    {"id":"0a1b","title":"After a ticket","description":"D","header_message":"Hello","state":"ACTIVE","language":"en",\
    "questions":[{"id":"q1","type":"range","question_identifier":"csat","text":"Happy?","required":true,\
    "deleted":false,"hint_enabled":true,"theme":"emoji","scale":{"min":1,"max":5},"ratings":[{"value":5,"label":"Yes"}],\
    "multiline":true,"multiple":false,"choices":["a"],"display_logic":{"a":1},"skip_logic":{"b":2}}]}
    """
) {
    $0.id == "0a1b"
    $0.title == "After a ticket"
    $0.description == "D"
    $0.headerMessage == "Hello"
    $0.state == .active
    $0.language == "en"
    $0.questions?.count == 1
    $0.questions?.first?.id == "q1"
    $0.questions?.first?.type == "range"
    $0.questions?.first?.identifier == "csat"
    $0.questions?.first?.text == "Happy?"
    $0.questions?.first?.isRequired == true
    $0.questions?.first?.isDeleted == false
    $0.questions?.first?.isHintEnabled == true
    $0.questions?.first?.theme == "emoji"
    $0.questions?.first?.scale == ["min": 1, "max": 5]
    $0.questions?.first?.ratings == [["value": 5, "label": "Yes"]]
    $0.questions?.first?.isMultiline == true
    $0.questions?.first?.isMultiple == false
    $0.questions?.first?.choices == ["a"]
    $0.questions?.first?.displayLogic == ["a": 1]
    $0.questions?.first?.skipLogic == ["b": 2]
}

private let response = Sample<CustomerSurveyResponse>(
    """
    {"id":"r1","survey_id":"0a1b","survey_version_id":"v2","user_id":7,"agent_id":"8","group_id":"9","ticket_id":311,\
    "status":"COMPLETED","answers":[{"question_id":"q1","question_text":"Happy?","value":5}],\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == "r1"
    $0.surveyID == "0a1b"
    $0.surveyVersionID == "v2"
    $0.userID == 7
    $0.agentID == 8
    $0.groupID == 9
    $0.ticketID == 311
    $0.status == "COMPLETED"
    $0.answers?.map(\.questionID) == ["q1"]
    $0.answers?.map(\.questionText) == ["Happy?"]
    $0.answers?.map(\.value) == [5]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
