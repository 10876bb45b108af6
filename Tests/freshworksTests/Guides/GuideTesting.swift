import Foundation
import Freshdesk
import FreshworksSandbox

// What the page "Testing with the sandbox" shows.

func guideSandbox() async throws -> (Sandbox, FreshdeskClient) {
    let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
    let freshdesk = try FreshdeskClient(
        subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
    return (sandbox, freshdesk)
}

func guideRecords(_ sandbox: Sandbox, _ freshdesk: FreshdeskClient) async throws -> Ticket {
    try sandbox.freshdesk.defineField("cf_order", .text, on: "tickets")
    let made = try sandbox.freshdesk.add(
        "tickets",
        [
            "subject": "Late", "description": "Where is it?", "email": "ines@example.com", "priority": 1,
            "status": 2, "custom_fields": ["cf_order": "A-17"],
        ])
    return try await freshdesk.tickets.get(made["id"] ?? 0)
}

func guideFaults(_ sandbox: Sandbox, _ freshdesk: FreshdeskClient) async throws -> Bool {
    sandbox.inject(.reset, on: .freshdesk("tickets", method: .post))
    do {
        try await freshdesk.tickets.create(
            TicketDraft(requester: .email("ines@example.com"), subject: "Twice?", description: "Once."))
        return false
    } catch let error as FreshworksError where error.mayHaveBeenExecuted {
        // It is not sent again by itself.
        return sandbox.requests.count { $0.method == .post } == 1
    }
}

func guideConformance(
    _ makeStore: @escaping @Sendable () async throws -> any VersionedStore, _ transport: any HTTPTransport
) async throws {
    try await checkConformance { try await makeStore() }
    try await checkConformance(of: transport)
}
