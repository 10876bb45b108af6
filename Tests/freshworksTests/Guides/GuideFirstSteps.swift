import Foundation
import Freshdesk

// What the page "Getting started" shows.

func guideClient() async throws -> FreshdeskClient {
    let freshdesk = try FreshdeskClient.fromEnvironment()
    let check = try await freshdesk.verify()
    guard check.verdict == .valid else { throw SetupError(check.advice) }
    return freshdesk
}

func guideRuntime(key: String) throws -> FreshdeskClient {
    let configuration = FreshworksRuntime.Configuration(maximumConnections: 32, transport: .urlSession)
    let runtime = FreshworksRuntime(configuration, observer: CallLog())
    let freshdesk = try FreshdeskClient(subdomain: "acme", credential: .apiKey(key), runtime: runtime)
    return freshdesk
}

func guideFirstCalls(_ freshdesk: FreshdeskClient) async throws {
    let draft = TicketDraft(
        requester: .email("ines@example.com"), subject: "The printer is on fire", description: "<p>Again.</p>",
        priority: .urgent, status: .open)
    let ticket = try await freshdesk.tickets.create(draft)

    try await freshdesk.tickets.update(ticket.id, TicketUpdate { $0.status = .resolved })

    for try await agent in freshdesk.agents.list() {
        print(agent.id, agent.contact?.name ?? "-")
    }
}

func guideAnswers(_ freshdesk: FreshdeskClient) async throws {
    let (ticket, answers) = try await freshdesk.recordingAnswers { try await $0.tickets.get(12) }
    print(ticket.subject ?? "-", answers.last?.requestID ?? "-", answers.last?.headers["X-RateLimit-Remaining"] ?? "-")
}

func guideProgress(_ freshdesk: FreshdeskClient, scan: URL) async throws {
    let options = CallOptions(deadline: .seconds(300)) { progress in
        print("\(progress.bytesSent) of \(progress.bytesToSend) bytes")
    }
    try await freshdesk.tickets.reply(
        to: 12, ReplyDraft(body: "<p>The scan.</p>"), attachments: [.file(at: scan)], options: options)
}

func guideOwnCall(_ freshdesk: FreshdeskClient) async throws {
    let answer = try await freshdesk.call(.get, "tickets/12/watchers")
    print(answer.status, try answer.json())
}

struct SetupError: Error {
    let advice: String

    init(_ advice: String) { self.advice = advice }
}
