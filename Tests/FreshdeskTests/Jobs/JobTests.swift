import Freshdesk
import FreshworksCore
import TestSupport
import Testing

@Suite("Freshdesk jobs")
struct JobTests {
    private func job(_ status: String, _ progress: Int = 0) -> TransportResponse {
        .json(200, #"{"id":"j-1","status":"\#(status)","progress":\#(progress)}"#)
    }

    private func begun() throws -> Job {
        try Job(json: ["job_id": 17, "href": "https://acme.freshdesk.com/api/v2/jobs/17"])
    }

    @Test("what a job tells of itself, and of two names for its id")
    func fields() throws {
        // Freshdesk API v2, jobs.
        try FieldSheet(
            """
            name               read  text
            status             read  word
            progress           read  number
            created_at         read  time
            updated_at         read  time
            status_updated_at  read  time
            """
        ).expectFields(of: Job.Fields.self)
        #expect(try Job(json: ["id": "a"]).id == "a")
        #expect(try begun().id == "17")
        #expect(throws: FreshworksError.self) { try Job(json: ["name": "x"]) }
    }

    @Test("a job is waited for until it is done, and tells how far it is")
    func success() async throws {
        let wire = ScriptedTransport(job("IN PROGRESS", 10), job("in progress", 60), job("Completed", 100))
        var seen: [Int?] = []
        let done = try await freshdesk(wire).jobs.wait(for: begun()) { seen.append($0.progress) }
        #expect(done.status?.outcome == .success)
        #expect(seen == [10, 60, 100])
        #expect(wire.lines == Array(repeating: "GET /api/v2/jobs/17", count: 3))
    }

    @Test(
        "a job that fails or is done in part is an error with what the service said",
        arguments: [
            ("FAILED", FreshworksError.Code.jobFailed), ("Cancelled", .jobFailed), ("PARTIAL", .jobPartlyFailed),
            ("partially_completed", .jobPartlyFailed),
        ])
    func failure(status: String, code: FreshworksError.Code) async throws {
        let wire = ScriptedTransport(job("IN PROGRESS"), job(status, 50))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk(wire).jobs.wait(for: begun(), deadline: .seconds(10))
        }
        #expect(error?.code == code)
        #expect(error?.operation == "jobs.wait")
        #expect(error?.body?["status"] == .string(status))
        // What was stopped may have been done in part.
        #expect(error?.mayHaveBeenExecuted == (status != "FAILED"))
        #expect(wire.requests.count == 2)
    }

    @Test("a status that nobody has seen before is no end, and a job that outlives the deadline goes on")
    func deadline() async throws {
        let wire = ScriptedTransport(job("SIMMERING", 30))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk(wire).jobs.wait(for: begun(), deadline: .seconds(10))
        }
        #expect(error?.code == .jobUnfinished)
        #expect(error?.message.contains("SIMMERING") == true)
        #expect(error?.advice?.contains("goes on") == true)
        // After 0, 1, 2.5, 4.75 and 8.125 seconds; the next time would be behind the deadline.
        #expect(wire.requests.count == 5)
        let patient = ScriptedTransport(job("SIMMERING"), job("SIMMERING"), job("COMPLETED"))
        #expect(try await freshdesk(patient).jobs.wait(for: begun()).status == .completed)
    }

    @Test("no question takes longer than what is left of the wait")
    func lastQuestion() async throws {
        let wire = ScriptedTransport(job("IN PROGRESS"))
        await expectRefusal(.jobUnfinished) {
            try await freshdesk(wire).jobs.wait(for: begun(), deadline: .seconds(3))
        }
        // Asked after 0, 1 and 2.5 seconds.
        #expect(wire.requests.map(\.timeout) == [.seconds(3), .seconds(2), .milliseconds(500)])
        // Waits for the rate limit are no way around it.
        let patient = CallOptions(deadline: .seconds(60), limitPatience: .seconds(100))
        #expect(patient.within(.seconds(30)).deadline == .seconds(30))
        #expect(patient.within(.seconds(30)).limitPatience == nil)
        #expect(patient.within(.seconds(90)).limitPatience == .seconds(30))
        #expect(patient.within(.seconds(900)).deadline == .seconds(60))
        #expect(patient.within(.seconds(900)).limitPatience == .seconds(100))
    }

    @Test("a question that the deadline ends is the end of the wait, with its cause and the status before it")
    func slowQuestion() async throws {
        let clock = StillClock()
        let wire = ScriptedTransport { request in
            guard request.timeout < .seconds(3) else { return .json(200, #"{"id":"j-1","status":"IN PROGRESS"}"#) }
            try await clock.sleep(for: request.timeout)
            throw FreshworksError(.timedOut, "no answer came in time")
        }
        let client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: clock))
        let error = await #expect(throws: FreshworksError.self) {
            try await client.jobs.wait(for: begun(), deadline: .seconds(3))
        }
        #expect(error?.code == .jobUnfinished)
        #expect(error?.message.contains("IN PROGRESS") == true)
        #expect((error?.underlying as? FreshworksError)?.code == .timedOut)
        #expect(clock.monotonicNow == .seconds(3))
        #expect(wire.requests.count == 2)
        await expectRefusal(.jobUnfinished) { try await client.jobs.wait(for: begun(), deadline: .zero) }
    }

    @Test("what passes by itself does not end the wait; what does not, does")
    func interruptions() async throws {
        let wire = ScriptedTransport(job("IN PROGRESS"), .empty(502), .empty(502), .empty(502), job("COMPLETED"))
        let runtime = FreshworksRuntime(.quiet, transport: wire, clock: StillClock())
        let client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"), runtime: runtime)
        #expect(try await client.jobs.wait(for: begun()).status == .completed)
        #expect(wire.requests.count == 5)
        await expectRefusal(.notFound) {
            try await freshdesk(ScriptedTransport(.empty(404))).jobs.wait(for: begun())
        }
    }
}
