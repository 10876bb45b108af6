import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk surveys")
struct SurveyTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            title       read  text
            active      read  bool     isActive
            questions   read  objects
            created_at  read  time
            updated_at  read  time
            """
        ).expectFields(of: Survey.Fields.self)
        try FieldSheet(
            """
            id                read  text
            label             read  text
            accepted_ratings  read  ids   | sample [103,-103]
            default           read  bool  isDefault
            """
        ).expectFields(of: SurveyQuestion.Fields.self)
    }

    @Test("surveys are all read, however many pages they have")
    func pages() async throws {
        let wire = ScriptedTransport(
            .json(
                200, #"[{"id":1}]"#,
                ("Link", "<https://acme.freshdesk.com/api/v2/surveys?per_page=100&page=2>; rel=\"next\"")),
            .json(200, #"[{"id":2}]"#))
        #expect(try await freshdesk(wire).surveys.all().map(\.id) == [1, 2])
    }

    @Test("the sandbox lists surveys, and the ratings of all tickets")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        let desk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        #expect(try await desk.surveys.all().count == 2)
        let survey = try #require(try await desk.surveys.all(isActive: true).first)
        #expect(survey.questions?.map(\.id) == ["default_question"])
        #expect(survey.questions?.first?.acceptedRatings == [103, 100, -103])
        _ = try await desk.tickets.rate(120, SatisfactionRatingDraft(103))
        let ratings = try await desk.surveys.ratings().all()
        #expect(ratings.map(\.ticketID) == [120])
        #expect(try await desk.surveys.ratings(userID: 1).all() == [])
        await expectRefusal(.invalidArgument) { _ = try await desk.surveys.ratings(userID: 0).all() }
    }
}
