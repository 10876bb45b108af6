import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk customer satisfaction", .inTurn)
struct CustomerSatisfactionTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            title           read  text
            description     read  text
            header_message  read  text
            state           read  word
            language        read  text
            questions       read  objects
            """
        ).expectFields(of: CustomerSurvey.Fields.self)
        try FieldSheet(
            """
            id                   read  text
            type                 read  text
            question_identifier  read  text  identifier
            text                 read  text
            required             read  bool  isRequired
            deleted              read  bool  isDeleted
            hint_enabled         read  bool  isHintEnabled
            theme                read  any
            scale                read  object
            ratings              read  objects
            multiline            read  bool  isMultiline
            multiple             read  bool  isMultiple
            choices              read  any
            display_logic        read  any
            skip_logic           read  any
            """
        ).expectFields(of: CustomerSurveyQuestion.Fields.self)
        try FieldSheet(
            """
            survey_id          read     text
            survey_version_id  read     text
            user_id            read     id
            agent_id           read     id
            group_id           read     id
            ticket_id          initial  id       ticketID required
            status             read     text
            answers            initial  objects  required
            created_at         read     time
            updated_at         read     time
            """
        ).expectFields(of: CustomerSurveyResponse.Fields.self)
        try FieldSheet(
            """
            question_id    read  text
            question_text  read  text
            value          read  any
            """
        ).expectFields(of: CustomerSurveyAnswer.Fields.self)
    }

    @Test("pages are named by their whole address; a survey without responses is not found")
    func sandbox() async throws {
        let satisfaction = try SandboxDesk().client.customerSatisfaction
        #expect(try await satisfaction.surveys().all().map(\.state) == [.active, .draft])
        #expect(try await satisfaction.surveys(pageSize: 1).all().map(\.title) == ["After a ticket", "Next year's"])
        let survey = try #require(try await satisfaction.surveys(state: .active).first())
        let question = try #require(survey.questions?.first?.id)
        await expectRefusal(.notFound) { _ = try await satisfaction.responses(to: survey.id).all() }
        for value in 1...3 {
            let response = try await satisfaction.respond(
                to: survey.id,
                CustomerSurveyResponseDraft(ticketID: 120, answers: [CustomerSurveyAnswer(question, value)]))
            #expect(response.surveyID == survey.id)
        }
        let values = try await satisfaction.responses(to: survey.id, pageSize: 2).all().map { $0.answers?.first?.value }
        #expect(values == [1, 2, 3])
        await expectRefusal(.validationFailed) {
            let draft = CustomerSurveyResponseDraft(ticketID: 120, answers: [CustomerSurveyAnswer("nobody", 1)])
            _ = try await satisfaction.respond(to: survey.id, draft)
        }
    }

    @Test("a next page on another host is never asked for")
    func foreign() async throws {
        let wire = ScriptedTransport { _ in
            .json(200, #"{"data":[{"id":"a"}],"paging":{"next":"https://evil.example/api/v2/x?next_token=b"}}"#)
        }
        let desk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
        await expectRefusal(.foreignLink) { _ = try await desk.customerSatisfaction.surveys().all() }
        #expect(wire.lines.count == 1)
    }
}
