import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksSandbox

/// What the demo does, step by step. Each step returns a sentence on what came out, and throws if that is wrong.
struct DemoTour: Sendable {
    let sandbox: Sandbox
    let server: SandboxServer
    let runtime: FreshworksRuntime

    struct Step: Sendable {
        let title: String
        let action: @Sendable (DemoTour) async throws -> String
    }

    static let steps = credentialSteps + freshdeskSteps + freshchatSteps + freshsalesSteps + connectionSteps

    func freshdesk(key: String? = nil) throws -> FreshdeskClient {
        try FreshdeskClient(
            account: FreshworksAccount(.freshdesk, baseURL: server.freshdeskBaseURL.absoluteString),
            credential: .apiKey(key ?? sandbox.freshdesk.apiKey), runtime: runtime)
    }

    func freshchat(_ credential: FreshchatCredential? = nil) throws -> FreshchatClient {
        try FreshchatClient(
            account: FreshworksAccount(.freshchat, baseURL: server.freshchatBaseURL.absoluteString),
            credential: credential ?? .token(sandbox.freshchat.apiToken), runtime: runtime)
    }

    func freshsales() throws -> FreshsalesClient {
        try FreshsalesClient(
            account: FreshworksAccount(.freshsales, baseURL: server.freshsalesBaseURL.absoluteString),
            credential: .apiKey(sandbox.freshsales.apiKey), runtime: runtime)
    }

    /// Reads a list to its end and makes sure that no record is missing or stands twice.
    func countPages<Record: Resource>(of list: PagedSequence<Record>) async throws -> String {
        var pages = 0
        var ids: [JSONValue?] = []
        for try await page in list.pages {
            pages += 1
            ids += page.items.map { $0.json["id"] }
        }
        try expect(!ids.isEmpty && Set(ids).count == ids.count, "a record is missing or stands twice")
        return "\(ids.count) records on \(pages) pages, each once."
    }

    func expect(_ condition: Bool, _ complaint: String) throws {
        guard condition else { throw DemoFailure(description: complaint) }
    }
}

/// A step of the tour did not do what it should.
struct DemoFailure: Error, CustomStringConvertible {
    let description: String
}
