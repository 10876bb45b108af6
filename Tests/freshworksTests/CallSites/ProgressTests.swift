import Foundation
import Freshdesk
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("Progress of transfers", .inTurn)
struct ProgressTests {
    private static let choices: [TransportChoice] = [.automatic, .urlSession]

    private final class ProgressLog: Sendable {
        private let seen = Mutex<[TransferProgress]>([])
        var all: [TransferProgress] { seen.withLock { $0 } }
        func note(_ progress: TransferProgress) { seen.withLock { $0.append(progress) } }
    }

    private func expectOnward(_ seen: [TransferProgress], _ location: SourceLocation = #_sourceLocation) {
        for (earlier, later) in zip(seen, seen.dropFirst()) {
            #expect(earlier.bytesSent <= later.bytesSent, sourceLocation: location)
            #expect(earlier.bytesReceived <= later.bytesReceived, sourceLocation: location)
        }
    }

    @Test("an attachment's upload is told piece by piece, to its end", .endsIfItHangs, arguments: choices)
    func upload(choice: TransportChoice) async throws {
        let folder = try TemporaryFolder()
        let content = Data(repeating: 7, count: 2_000_000)
        let file = try folder.file("run.log", content)
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let server = try await sandbox.serve()
        defer { server.stop() }
        let runtime = FreshworksRuntime(.init(transport: choice), clock: StillClock())
        let account = try FreshworksAccount(
            FreshdeskClient.product, baseURL: server.freshdeskBaseURL.absoluteString)
        let freshdesk = try FreshdeskClient(
            account: account, credential: .apiKey(sandbox.freshdesk.apiKey), runtime: runtime)
        let ticket = try #require(try await freshdesk.tickets.list().first())
        let log = ProgressLog()
        try await freshdesk.tickets.reply(
            to: ticket.id, ReplyDraft(body: "Done."), attachments: [.file(at: file)],
            options: CallOptions(progress: { log.note($0) }))
        await runtime.shutdown()
        let seen = log.all
        expectOnward(seen)
        // URLSession on Linux tells of the whole body alone.
        #expect(seen.count > (choice == .urlSession ? 0 : 2))
        let last = try #require(seen.last)
        #expect(last.bytesToSend > content.count && last.bytesToSend < content.count + 2_000)
        #expect(last.bytesSent == last.bytesToSend)
        #expect(last.bytesReceived > 0)
    }

    @Test("a download is told piece by piece, with its length", .endsIfItHangs, arguments: choices)
    func download(choice: TransportChoice) async throws {
        let body = String(repeating: "0123456789", count: 100_000)
        let server = try RawServer { _ in [.response(200, ["Content-Type: text/csv"], body)] }
        let folder = try TemporaryFolder()
        let target = folder.url.appending(path: "report.csv")
        let runtime = FreshworksRuntime(.init(transport: choice), clock: StillClock())
        let log = ProgressLog()
        let url = try #require(URL(string: "http://127.0.0.1:\(server.port)/report"))
        try await runtime.download(url, to: target) { log.note($0) }
        await runtime.shutdown()
        let seen = log.all
        expectOnward(seen)
        #expect(seen.count > 1)
        #expect(seen.last?.bytesReceived == 1_000_000)
        #expect(seen.last?.bytesToReceive == 1_000_000)
        #expect(seen.last?.bytesToSend == 0)
    }
}
