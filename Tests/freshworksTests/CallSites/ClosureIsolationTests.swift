import Dispatch
import Foundation
import Freshdesk
import Freshsales
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

/// Every call that takes a closure, as a `main.swift` makes it: on the main actor, with a closure that captures what is isolated
/// there. That it compiles is half of the test.
@Suite("Closures of calls that the main actor makes", .endsIfItHangs)
@MainActor
struct ClosureIsolationTests {
    /// What no other actor may touch.
    private final class Log {
        private static let key = DispatchSpecificKey<Bool>()
        private(set) var count = 0
        private(set) var strays = 0

        init() { DispatchQueue.main.setSpecific(key: Self.key, value: true) }

        func note() {
            count += 1
            if DispatchQueue.getSpecific(key: Self.key) != true { strays += 1 }
        }

        /// Whether something was noted, and all of it on the main actor.
        var isClean: Bool { count > 0 && strays == 0 }
    }

    private let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
    private let log = Log()

    private var freshdesk: FreshdeskClient {
        get throws {
            try FreshdeskClient(
                subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        }
    }

    @Test("an export's progress, and the pages of a list")
    func lists() async throws {
        let folder = try TemporaryFolder()
        let tickets = try freshdesk.tickets
        var records: [Int] = []
        try await tickets.list(updatedSince: .distantPast).export(to: folder.url.appending(path: "a"), .resuming) {
            records.append($0.records)
            log.note()
        }
        #expect(records.last == 120 && log.isClean)
        let noted = log.count
        try await tickets.list(updatedSince: .distantPast).export(
            to: folder.url.appending(path: "b"), adding: { ["subject_length": .number(.init($0.subject?.count ?? 0))] }
        ) { _ in log.note() }
        try await tickets.list().read(from: nil) { page, _ in
            records.append(page.count)
            log.note()
        }
        #expect(log.count >= noted + 3 && log.isClean)
    }

    @Test("waits for jobs and imports")
    func jobs() async throws {
        let freshdesk = try freshdesk
        var progress: [Int?] = []
        try await freshdesk.jobs.wait(for: freshdesk.tickets.bulkDelete([1, 2])) {
            progress.append($0.progress)
            log.note()
        }
        #expect(progress == [0, 100])
        let file = AttachmentUpload.data(Data("Name,Mail\nEve,eve@mail.example\n".utf8), filename: "people.csv")
        let run = try await freshdesk.contacts.imports.start(file, columns: ["name": 0, "email": 1])
        let waited = log.count
        try await freshdesk.contacts.imports.wait(for: run) { _ in log.note() }
        let job = try await freshdesk.tickets.bulkDelete([3])
        let imported = log.count
        _ = try await freshdesk.api.waitForJob("jobs.mine", deadline: .seconds(600)) { _ in
            log.note()
            return try await freshdesk.jobs.get(job.id)
        } onProgress: { _ in
            log.note()
        } status: {
            log.note()
            return $0.status
        }
        #expect(imported > waited && log.count > imported + 2 && log.isClean)
    }

    @Test("bulk calls of the CRM")
    func bulk() async throws {
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        var done = 0
        let records = [BulkUpsert(by: .email("zoe@mail.example"), ContactDraft(firstName: "Zoë"))]
        let report = try await freshsales.contacts.bulkUpsert(records) {
            done = $0.done
            log.note()
        }
        let job = try #require(report.batches.first?.job)
        #expect(done == 1)
        let noted = log.count
        try await freshsales.jobs.wait(for: job) { _ in log.note() }
        #expect(log.count > noted && log.isClean)
    }

    @Test("a rotation's new credential, and the verification of all connections")
    func connections() async throws {
        let registry = try ConnectionRegistry(store: InMemoryStore(), runtime: sandbox.runtime)
        let draft = ConnectionDraft(
            name: "Chat", account: try .freshchat("acme"), credential: .freshchat(token: sandbox.freshchat.apiToken))
        let added = try await registry.add(draft).connection
        try await registry.rotateCredential(of: added.id) {
            log.note()
            sandbox.freshchat.rotateToken()
            return .freshchat(token: sandbox.freshchat.apiToken)
        }
        #expect(log.isClean)
        var total = 0
        try await registry.verifyAll {
            total = $0.total
            log.note()
        }
        #expect(total == 1 && log.count == 2 && log.isClean)
    }

    @Test("recorded answers, a form's file, and a store's check")
    func others() async throws {
        let freshdesk = try freshdesk
        let (_, answers) = try await freshdesk.recordingAnswers {
            log.note()
            return try await $0.agents.me()
        }
        #expect(answers.count == 1)
        try await MultipartForm().withTemporaryFile { _, _ in log.note() }
        #expect(log.count == 2 && log.isClean)
        let store = InMemoryStore()
        try await checkConformance { store }
    }
}
