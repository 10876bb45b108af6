import Foundation
import FreshworksCore

/// Surveys of the newer kind, whose pages are named by their whole address.
extension FreshdeskService {
    static let customerSurveys = FreshdeskRecords(
        "customer-satisfaction/surveys", noun: "survey", firstID: 70_000_960_000, calls: [],
        rules: FreshdeskRecords.Rules(show: { shown, survey, _, _, _ in
            shown["id"] = uuid(of: survey)
            for key in ["created_at", "updated_at"] { shown[key] = nil }
        })
    ) {
        RecordKey("title", .filled).required
        RecordKey("description", .text, "")
        RecordKey("header_message", .text, "")
        RecordKey("state", .text, "ACTIVE")
        RecordKey("language", .text, "en")
        RecordKey("questions", .objects, [])
    }

    static let surveyResponses = FreshdeskRecords(
        "customer-satisfaction/responses", noun: "response", firstID: 70_000_970_000, calls: [],
        rules: FreshdeskRecords.Rules(
            check: checkResponse, show: { shown, response, _, _, _ in shown["id"] = uuid(of: response) })
    ) {
        RecordKey.nulls("survey_id", "survey_version_id", "user_id", "agent_id", "group_id")
        RecordKey("ticket_id", .id).required.pointing(to: "tickets", "ticket")
        RecordKey("status", .text, "COMPLETED").readOnly
        RecordKey(
            "answers",
            .list(of: .object(["question_id": .text, "value": .any], required: ["question_id", "value"]), atLeast: 1),
            []
        ).required
    }

    static let customerSurveyRoutes = [
        Route<FreshdeskService>("GET", "customer-satisfaction/surveys", scope: "surveys.view", listCustomerSurveys),
        Route<FreshdeskService>(
            "GET", "customer-satisfaction/surveys/{survey}/responses", scope: "surveys.view", listResponses),
        Route<FreshdeskService>(
            "POST", "customer-satisfaction/surveys/{survey}/responses", scope: "surveys.create", respond),
    ]

    /// An id as these records show it.
    private static func uuid(of record: JSONObject) -> JSONValue {
        .string("00000000-0000-4000-8000-" + String(format: "%012x", record["id"]?.int64Value ?? 0))
    }

    private func survey(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        let id = JSONValue.string(request.parameters["survey"] ?? "")
        guard let survey = all(Self.customerSurveys).first(where: { Self.uuid(of: $0) == id }) else {
            throw .empty(404)
        }
        return survey
    }

    private static func listCustomerSurveys(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let states = ["ACTIVE", "DRAFT", "PAUSE", "IN_PROGRESS", "INACTIVE"]
        var flaws = request.query.strangers(besides: ["state", "per_page", "next_token", "prev_token"])
        if let state = request.query["state"], !states.contains(state) { flaws.append(Flaw("state", .choice(states))) }
        try service.refuse(flaws, nil)
        let found = service.all(customerSurveys).filter { survey in
            request.query["state"].map { survey["state"] == .string($0) } ?? true
        }
        return try service.page(of: found, customerSurveys, request)
    }

    /// A survey that nobody has answered is answered 404.
    private static func listResponses(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let survey = try service.survey(request)
        try service.refuse(request.query.strangers(besides: ["per_page", "next_token", "prev_token"]), nil)
        let found = service.all(surveyResponses).filter { $0["survey_id"] == uuid(of: survey) }
        guard !found.isEmpty else { throw .empty(404) }
        return try service.page(of: found, surveyResponses, request)
    }

    /// A page with the whole address of the next one, which a token tells apart.
    private func page(
        of records: [JSONObject], _ collection: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let size = request.query["per_page"].map { Int($0) ?? 0 } ?? 30
        guard (1...100).contains(size) else { throw SandboxReply.json(400, ["message": "per_page is not valid"]) }
        let page = Int((request.query["next_token"] ?? "page1").dropFirst(4)) ?? 1
        let (rows, hasMore) = request.rows(of: records, page: page, perPage: size)
        let path = request.path.joined(separator: "/")
        let others = request.query.items.filter { $0.name != "next_token" }.map { "&\($0.name)=\($0.value)" }.joined()
        let next =
            "\(request.linkOrigin ?? request.origin)\(request.basePath)/\(path)?next_token=page\(page + 1)\(others)"
        return .json(
            200,
            [
                "data": .array(rows.map { show($0, .row, collection, request) }),
                "paging": ["next": hasMore ? .string(next) : .null, "previous": .null],
            ])
    }

    @Sendable private static func checkResponse(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let known = service.all(customerSurveys).flatMap { $0["questions"]?.arrayValue ?? [] }.compactMap { $0["id"] }
        for (index, answer) in (writing["answers"]?.arrayValue ?? []).enumerated()
        where !known.contains(answer["question_id"] ?? .null) {
            writing.refuse("answers[\(index)].question_id", .dangling("question"))
        }
    }

    private static func respond(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let survey = try service.survey(request)
        var made = try service.write(try service.judge(request, of: nil, surveyResponses), surveyResponses).record
        let ticket = service[tickets, made["ticket_id"]]
        for (key, source) in [("user_id", "requester_id"), ("agent_id", "responder_id"), ("group_id", "group_id")] {
            made[key] = ticket?[source]
        }
        made["survey_id"] = uuid(of: survey)
        made["survey_version_id"] = .string("\(survey["id"] ?? .null)-1")
        service.keep(made, surveyResponses)
        return .json(201, service.show(made, .created, surveyResponses, request))
    }

    mutating func seedCustomerSurveys() {
        for (index, state) in ["ACTIVE", "DRAFT"].enumerated() {
            let id = JSONValue.int(Self.customerSurveys.firstID + Int64(index) + 1)
            var survey = blank(Self.customerSurveys, id: id, at: .init(timeIntervalSince1970: 1_735_689_600))
            survey["title"] = state == "ACTIVE" ? "After a ticket" : "Next year's"
            survey["state"] = .string(state)
            survey["questions"] = [
                [
                    "id": "61d00000-0000-4000-8000-000000000001", "type": "range", "question_identifier": "overall",
                    "text": "How was it?", "required": true, "deleted": false, "hint_enabled": false,
                    "scale": ["min": 1, "max": 5],
                    "ratings": [["value": 1, "label": "Bad"], ["value": 5, "label": "Good"]],
                ]
            ]
            spendID(id, of: Self.customerSurveys)
            keep(survey, Self.customerSurveys)
        }
    }
}
