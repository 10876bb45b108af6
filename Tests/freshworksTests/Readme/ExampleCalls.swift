import Foundation
import Freshdesk

func createAgent(_ freshdesk: FreshdeskClient) async throws {
    do {
        try await freshdesk.agents.create(AgentDraft(email: "sam@acmehelp.test", ticketScope: .group))
    } catch let error as FreshworksError where error.code == .conflict {
        print("The address is taken by:", error.existingUserID ?? 0)
    } catch let error as FreshworksError where error.code == .validationFailed {
        print("Correct these:", error.fieldErrors)
    } catch let error as FreshworksError where error.mayHaveBeenExecuted {
        print("Look before creating the agent again.")
    }
}

func nightly(_ freshdesk: FreshdeskClient, to file: URL) async throws {
    let half = try freshdesk.limited(toShare: 0.5)
    let options = CallOptions(deadline: .seconds(300), priority: .batch)
    for try await page in half.agents.list(options: options).pages {
        print(page.items.count, page.next == nil ? "last page" : "more")
    }
    // Every ticket as a line of JSON; when it is run again it adds what has changed since.
    try await half.tickets.list(updatedSince: .distantPast, options: options).export(to: file, .resuming)
}

struct CallLog: RequestObserver {
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        print(call.product, call.operation, outcome.status ?? 0, outcome.error?.rawValue ?? "-", outcome.duration)
    }
}

func loggedClient(key: String) throws -> FreshdeskClient {
    let runtime = FreshworksRuntime(observer: CallLog())  // one for the whole app
    return try FreshdeskClient(subdomain: "acme", credential: .apiKey(key), runtime: runtime)
}
