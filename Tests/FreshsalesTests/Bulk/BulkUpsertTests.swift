import Foundation
import Freshsales
import Synchronization
import TestSupport
import Testing

@Suite("Freshsales bulk upserts")
struct BulkUpsertTests {
    private static let accepted =
        #"{"message":"Request accepted","job_status_url":"https://acme.myfreshworks.com/crm/sales/api/job_statuses/5f0e"}"#

    private static func job(
        _ succeeded: Int, _ failed: Int, _ report: String = "[]", status: String = "SUCCESS"
    ) -> TransportResponse {
        let data =
            #"{"record_status":{"succeeded":\#(succeeded),"failed":\#(failed)},"detailed_failure_report":\#(report)}"#
        return .json(200, #"{"id":"5f0e","status":"\#(status)","data":\#(JSONValue.string(data))}"#)
    }

    private func contacts(_ range: Range<Int>) -> [BulkUpsert<Contact>] {
        range.map { number in
            BulkUpsert(by: .email("c\(number)@example.com"), ContactDraft { $0.city = "Lyon \(number)" })
        }
    }

    @Test("sends the key beside the data, ids as texts, and asks for the job until it is over")
    func wire() async throws {
        let wire = ScriptedTransport(
            .json(202, Self.accepted), .json(200, #"{"id":"5f0e","status":"INPROGRESS","data":null}"#), Self.job(4, 0))
        let seen = Mutex<[String]>([])
        let report = try await wire.freshsales().contacts.bulkUpsert([
            BulkUpsert(by: .email("a@b.c"), ContactDraft { $0.customFields["cf_region"] = "West" }),
            BulkUpsert(by: .id(70_050_001_001), ContactDraft { $0.email = "d@e.f" }),
            BulkUpsert(by: .externalID("crm-7"), ContactDraft { $0.city = "Lyon" }),
            BulkUpsert(by: .customField("cf_number", 12), ContactDraft { $0.tags = ["vip"] }),
        ]) { progress in
            seen.withLock { $0.append("\(progress.done)/\(progress.total) \(progress.job?.status?.rawValue ?? "-")") }
        }
        #expect(
            wire.lines == [
                "POST /crm/sales/api/contacts/bulk_upsert", "GET /crm/sales/api/job_statuses/5f0e",
                "GET /crm/sales/api/job_statuses/5f0e",
            ])
        #expect(
            wire.jsonBodies == [
                #"""
                {"contacts":[{"emails":"a@b.c","data":{"custom_field":{"cf_region":"West"}}},\#
                {"id":"70050001001","data":{"email":"d@e.f"}},{"external_id":"crm-7","data":{"city":"Lyon"}},\#
                {"cf_number":12,"data":{"tags":["vip"]}}]}
                """#
            ])
        #expect(report.isSuccess)
        #expect(report.count(.succeeded) == 4)
        #expect(report.batches.map(\.range) == [0..<4])
        #expect(report.batches.first?.job?.succeededCount == 4)
        #expect(report.batches.first?.job?.failedCount == 0)
        #expect(seen.withLock { $0 } == ["0/4 -", "0/4 INPROGRESS", "0/4 SUCCESS", "4/4 -"])
    }

    @Test("sales accounts and deals go to their own addresses under their own roots")
    func others() async throws {
        let wire = ScriptedTransport(
            .json(202, Self.accepted), Self.job(1, 0), .json(202, Self.accepted), Self.job(1, 0))
        let freshsales = try wire.freshsales()
        _ = try await freshsales.salesAccounts.bulkUpsert([
            BulkUpsert(by: .name("Rhone"), SalesAccountDraft(name: "Rhone") { $0.city = "Lyon" })
        ])
        _ = try await freshsales.deals.bulkUpsert([BulkUpsert(by: .id(5), DealDraft(name: "Renewal", amount: 12.5))])
        #expect(
            wire.jsonBodies == [
                #"{"sales_accounts":[{"name":"Rhone","data":{"name":"Rhone","city":"Lyon"}}]}"#,
                #"{"deals":[{"id":"5","data":{"name":"Renewal","amount":12.5}}]}"#,
            ])
        #expect(wire.lines[0] == "POST /crm/sales/api/sales_accounts/bulk_upsert")
        #expect(wire.lines[2] == "POST /crm/sales/api/deals/bulk_upsert")
    }

    @Test("250 records are three requests, and a batch that is refused hides neither of the others")
    func batches() async throws {
        let posts = Mutex(0)
        let wire = ScriptedTransport { request in
            guard request.method == .post else { return Self.job(request.url.lastPathComponent == "3" ? 50 : 100, 0) }
            let number = posts.withLock { posts in
                posts += 1
                return posts
            }
            if number == 2 {
                return .json(400, #"{"errors":{"code":400,"message":["The type for contacts is invalid."]}}"#)
            }
            return .json(
                202, #"{"job_status_url":"https://acme.myfreshworks.com/crm/sales/api/job_statuses/\#(number)"}"#)
        }
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<250))
        #expect(
            wire.jsonBodies.map { text in
                (try? JSONValue(parsing: Data(text.description.utf8)))?["contacts"]?.arrayValue?.count
            } == [100, 100, 50])
        #expect(report.batches.map(\.range) == [0..<100, 100..<200, 200..<250])
        #expect(report.batches.map { $0.error?.status } == [nil, 400, nil])
        #expect(report.entries.map(\.item) == contacts(0..<250))
        #expect(report.entries[..<100].allSatisfy { $0.outcome.state == .succeeded })
        #expect(
            report.entries[100..<200].allSatisfy { $0.outcome.state == .notSent && $0.outcome.error?.status == 400 })
        #expect(report.entries[200...].allSatisfy { $0.outcome.state == .succeeded })
        #expect(!report.isSuccess)
    }

    @Test("a report names the records that failed by their keys, wherever those stand")
    func attributed() async throws {
        let rows =
            #"[{"record":{"emails":"C1@example.com"},"errors":["City is too long"]},{"emails":"c3@example.com","message":"Email is invalid"}]"#
        let wire = ScriptedTransport(.json(202, Self.accepted), Self.job(2, 2, rows))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<4))
        #expect(report.entries.map(\.outcome.state) == [.succeeded, .failed, .succeeded, .failed])
        #expect(report.entries.map(\.outcome.reason) == [nil, "City is too long", nil, "Email is invalid"])
        #expect(report.entries[3].outcome.report?["message"] == "Email is invalid")
        // What the service says may hold customers' data.
        #expect(report.entries[3].outcome.description == "failed")
    }

    @Test("what a report does not tell is unknown and not guessed")
    func unattributed() async throws {
        func states(_ answer: TransportResponse, _ count: Int = 3) async throws -> [BulkOutcome.State] {
            let wire = ScriptedTransport(.json(202, Self.accepted), answer)
            return try await wire.freshsales().contacts.bulkUpsert(contacts(0..<count)).entries.map(\.outcome.state)
        }
        #expect(try await states(Self.job(2, 1, #"["something is wrong"]"#)) == [.unknown, .unknown, .unknown])
        #expect(
            try await states(Self.job(1, 2, #"[{"emails":"c0@example.com"},{"row":"?"}]"#))
                == [.failed, .unknown, .unknown])
        #expect(try await states(Self.job(0, 3)) == [.failed, .failed, .failed])
        #expect(try await states(.json(200, #"{"id":"5f0e","status":"SUCCESS"}"#)) == [.unknown, .unknown, .unknown])
        #expect(
            try await states(.json(200, #"{"id":"5f0e","status":"SUCCESS","data":"no json"}"#))
                == [.unknown, .unknown, .unknown])
        // The report as an object is no other.
        #expect(
            try await states(
                .json(200, #"{"status":"SUCCESS","id":"x","data":{"record_status":{"succeeded":3,"failed":0}}}"#))
                == [.succeeded, .succeeded, .succeeded])
    }

    @Test("two records of one key cannot be told apart")
    func sameKey() async throws {
        let wire = ScriptedTransport(.json(202, Self.accepted), Self.job(1, 1, #"[{"emails":"c0@example.com"}]"#))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<1) + contacts(0..<1))
        #expect(report.entries.map(\.outcome.state) == [.unknown, .unknown])
    }

    @Test("a request whose answer is lost is not sent again, and its records are unknown")
    func lost() async throws {
        let wire = ScriptedTransport(.json(503, "{}"), .json(202, Self.accepted), Self.job(1, 0))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<2), batchSize: 1)
        #expect(report.entries.map(\.outcome.state) == [.unknown, .succeeded])
        #expect(wire.lines.count { $0.hasPrefix("POST") } == 2)
    }

    @Test("a job that fails as a whole, and one that does not end, are outcomes of their batch")
    func jobs() async throws {
        let failed = ScriptedTransport(.json(202, Self.accepted), .json(200, #"{"id":"5f0e","status":"FAILURE"}"#))
        let report = try await failed.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(report.entries.map(\.outcome.state) == [.failed, .failed])
        #expect(report.batches.first?.error?.code == .jobFailed)
        #expect(report.batches.first?.job?.status?.rawValue == "FAILURE")
        let endless = ScriptedTransport(.json(202, Self.accepted), .json(200, #"{"id":"5f0e","status":"INPROGRESS"}"#))
        let unfinished = try await endless.freshsales().contacts.bulkUpsert(contacts(0..<2), deadline: .seconds(9))
        #expect(unfinished.entries.map(\.outcome.state) == [.unknown, .unknown])
        #expect(unfinished.batches.first?.error?.code == .jobUnfinished)
        let hidden = ScriptedTransport(.json(202, Self.accepted), .json(404, "{}"))
        let lost = try await hidden.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(lost.entries.map(\.outcome.state) == [.unknown, .unknown])
    }

    @Test(
        "a job that failed and yet reports of its records is believed", arguments: ["FAILURE", "PARTIAL", "CANCELLED"])
    func failedWithReport(status: String) async throws {
        let row = #"[{"emails":"c1@example.com","message":"Email is invalid"}]"#
        let wire = ScriptedTransport(.json(202, Self.accepted), Self.job(1, 1, row, status: status))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(report.entries.map(\.outcome.state) == [.succeeded, .failed])
        #expect(report.entries[1].outcome.reason == "Email is invalid")
        let code: FreshworksError.Code = status == "PARTIAL" ? .jobPartlyFailed : .jobFailed
        #expect(report.batches.first?.error?.code == code)
        #expect(report.entries.map(\.outcome.error?.code) == [nil, code])
        #expect(report.batches.first?.job?.succeededCount == 1)
        #expect(!report.isSuccess)
    }

    @Test(
        "a job that failed and counts its records halfway or wrong has written none that is known",
        arguments: [
            #"{"failed":0}"#, #"{"failed":1}"#, #"{"succeeded":2}"#, #"{"succeeded":0,"failed":0}"#,
            #"{"succeeded":1,"failed":9}"#,
        ])
    func failedWithHalfAReport(counts: String) async throws {
        let job = #"{"id":"5f0e","status":"FAILURE","data":{"record_status":\#(counts)}}"#
        let wire = ScriptedTransport(.json(202, Self.accepted), .json(200, job))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(report.entries.allSatisfy { [.failed, .unknown].contains($0.outcome.state) })
        #expect(report.entries.allSatisfy { $0.outcome.error?.code == .jobFailed && $0.outcome.reason != nil })
    }

    @Test(
        "records that the service takes without naming a job are unknown, with the reason, and no success",
        arguments: [
            TransportResponse.json(200, #"{"message":"Done"}"#), .json(202, #"{"job_status_url":""}"#),
            .json(202, #"{"job_status_url":null}"#), .empty(202),
        ])
    func noJob(answer: TransportResponse) async throws {
        let wire = ScriptedTransport(answer)
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(report.entries.map(\.outcome.state) == [.unknown, .unknown])
        #expect(report.entries.allSatisfy { $0.outcome.reason?.contains("names no job") == true })
        #expect(!report.isSuccess)
        #expect(wire.requests.count == 1)
        // Deletions are taken on, and nothing is told of them.
        let gone = ScriptedTransport(answer)
        #expect(try await gone.freshsales().contacts.bulkDelete([7]).isSuccess)
    }

    @Test("a job that nobody may look at is unknown, and keeps no other batch from being sent", arguments: [403, 404])
    func hiddenJob(status: Int) async throws {
        let wire = ScriptedTransport { request in
            request.method == .post ? .json(202, Self.accepted) : .json(status, "{}")
        }
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<3), batchSize: 1)
        #expect(report.entries.map(\.outcome.state) == [.unknown, .unknown, .unknown])
        #expect(wire.lines.count { $0.hasPrefix("POST") } == 3)
    }

    @Test("a refusal that would meet every request stops the rest, which was not sent", arguments: [401, 403, 404])
    func rejected(status: Int) async throws {
        let wire = ScriptedTransport(.json(status, #"{"login":"failed","message":null}"#))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<3), batchSize: 1)
        #expect(report.entries.map(\.outcome.state) == [.notSent, .notSent, .notSent])
        #expect(report.batches.allSatisfy { $0.error?.status == status })
        #expect(wire.requests.count == 1)
    }

    @Test("a refusal in the middle leaves what was written before, and what comes behind it was never sent")
    func rejectedLater() async throws {
        let posts = Mutex(0)
        let wire = ScriptedTransport { request in
            guard request.method == .post else { return Self.job(2, 0) }
            let number = posts.withLock { posts in
                posts += 1
                return posts
            }
            return number == 1 ? .json(202, Self.accepted) : .json(403, #"{"errors":{"code":403,"message":["No."]}}"#)
        }
        let seen = Mutex<[Int]>([])
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<7), batchSize: 2) { progress in
            if progress.job == nil { seen.withLock { $0.append(progress.done) } }
        }
        #expect(
            report.entries.map(\.outcome.state) == [
                .succeeded, .succeeded, .notSent, .notSent, .notSent, .notSent, .notSent,
            ])
        #expect(report.batches.map { $0.error?.code } == [nil, .forbidden, .forbidden, .forbidden])
        // The second was asked; of those behind it nobody was.
        #expect(report.batches.map { $0.error?.attempts } == [nil, 1, 0, 0])
        #expect(report.batches.allSatisfy { $0.error?.mayHaveBeenExecuted != true })
        #expect(report.entries.allSatisfy { ($0.outcome.error == nil) == ($0.outcome.state == .succeeded) })
        #expect(wire.lines.count { $0.hasPrefix("POST") } == 2)
        // Whoever watches sees it come to its end all the same.
        #expect(seen.withLock { $0 } == [2, 4, 6, 7])
    }

    @Test("a refusal of one batch alone does not stop the others", arguments: [400, 409, 422, 500])
    func refusedAlone(status: Int) async throws {
        let posts = Mutex(0)
        let wire = ScriptedTransport { request in
            guard request.method == .post else { return Self.job(1, 0) }
            let isFirst = posts.withLock { posts in
                posts += 1
                return posts == 1
            }
            return isFirst ? .json(status, "{}") : .json(202, Self.accepted)
        }
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<3), batchSize: 1)
        // Whether a service that fails has done its work nobody knows.
        #expect(report.entries.map(\.outcome.state) == [status == 500 ? .unknown : .notSent, .succeeded, .succeeded])
    }

    @Test(
        "a credential that only a person can mend ends the run, and nobody asks for it again",
        arguments: [FreshworksError.Code.needsReauthorization, .sessionRemoved])
    func ended(code: FreshworksError.Code) async throws {
        let asked = Mutex(0)
        var error = FreshworksError(code, "the session has ended", advice: "Ask for consent.")
        error.isFinal = code != .needsReauthorization
        let wire = ScriptedTransport(.json(202, Self.accepted))
        let client = try FreshsalesClient(
            subdomain: "acme",
            credential: .provider(
                .custom { [error] in
                    asked.withLock { $0 += 1 }
                    throw error
                }),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
        let report = try await client.contacts.bulkUpsert(contacts(0..<3), batchSize: 1)
        #expect(report.entries.map(\.outcome.state) == [.notSent, .notSent, .notSent])
        #expect(report.batches.map { $0.error?.code } == [code, code, code])
        #expect(asked.withLock { $0 } == 1)
        #expect(wire.requests.isEmpty)
    }

    @Test("a verb that is refused while another call is under way is tried again, though not for ever")
    func refusedVerb() async throws {
        let wire = ScriptedTransport(
            .json(405, "{}"), .json(405, "{}"), .json(202, Self.accepted), Self.job(1, 0))
        #expect(try await wire.freshsales().contacts.bulkUpsert(contacts(0..<1)).isSuccess)
        #expect(wire.lines.count { $0.hasPrefix("POST") } == 3)
        let closed = ScriptedTransport(.json(405, "{}"))
        let report = try await closed.freshsales().contacts.bulkUpsert(contacts(0..<1))
        #expect(report.entries.map(\.outcome.state) == [.notSent])
        #expect(closed.requests.count == 5)
    }

    @Test("all that is wrong is refused before anything is sent, with the record's place")
    func refused() async throws {
        // A job that never ends would keep a call that is not refused.
        let wire = ScriptedTransport(.json(400, "{}"))
        let contacts = try wire.freshsales().contacts
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await contacts.bulkUpsert(
                self.contacts(0..<2) + [
                    BulkUpsert(by: .externalID("x"), ContactDraft { $0.email = "" }),
                    BulkUpsert(by: .id(0), ContactDraft { $0.city = "Lyon" }),
                ])
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.operation == "contacts.bulk_upsert")
        #expect(error?.fieldErrors.map(\.field) == ["contacts[2].email", "contacts[3].id"])
        await expectRefusal(.invalidArgument) {
            _ = try await contacts.bulkUpsert(self.contacts(0..<1), batchSize: 101)
        }
        await expectRefusal(.invalidArgument) { _ = try await contacts.bulkUpsert(self.contacts(0..<1), batchSize: 0) }
        #expect(try await contacts.bulkUpsert([]).entries.isEmpty)
        #expect(wire.requests.isEmpty)
    }

    @Test("a foreign address of a job is not called")
    func foreignJob() async throws {
        let foreign = ScriptedTransport(
            .json(202, #"{"job_status_url":"https://attacker.example/job_statuses/9?x=1"}"#), Self.job(1, 0))
        #expect(try await foreign.freshsales().contacts.bulkUpsert(contacts(0..<1)).isSuccess)
        #expect(foreign.requests.map(\.url.host) == ["acme.myfreshworks.com", "acme.myfreshworks.com"])
        #expect(foreign.lines.last == "GET /crm/sales/api/job_statuses/9")
    }

    @Test("cancelled, it ends at once and sends no more")
    func cancelled() async throws {
        let wire = ScriptedTransport { request in
            if request.method == .get { throw CancellationError() }
            return .json(202, Self.accepted)
        }
        await #expect(throws: CancellationError.self) {
            _ = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<3), batchSize: 1)
        }
        #expect(wire.requests.count == 2)
    }

    @Test(
        "an answer that cannot be read is no acceptance",
        arguments: ["<html>Oops</html>", #"{"job_status_url":"#])
    func unreadable(text: String) async throws {
        let wire = ScriptedTransport(.json(200, text))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(report.entries.map(\.outcome.state) == [.unknown, .unknown])
        #expect(!report.isSuccess)
    }

    @Test("of a job that was stopped nothing is known: some may have been written")
    func stopped() async throws {
        let wire = ScriptedTransport(
            .json(202, Self.accepted), .json(200, #"{"id":"5f0e","status":"CANCELLED","data":null}"#))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<2))
        #expect(report.entries.map(\.outcome.state) == [.unknown, .unknown])
    }

    @Test("counts that are not those of the records tell of none that is not named")
    func oddCounts() async throws {
        let wire = ScriptedTransport(.json(202, Self.accepted), Self.job(1, 0))
        let report = try await wire.freshsales().contacts.bulkUpsert(contacts(0..<3))
        #expect(report.entries.map(\.outcome.state) == [.unknown, .unknown, .unknown])
    }
}
