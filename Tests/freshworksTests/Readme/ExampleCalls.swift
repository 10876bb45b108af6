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

func export(_ freshdesk: FreshdeskClient) async throws {
    let nightly = try freshdesk.limited(toShare: 0.5)
    let options = CallOptions(deadline: .seconds(300), priority: .batch)
    for try await page in nightly.agents.list(options: options).pages {
        print(page.items.count, page.next == nil ? "last page" : "more")
    }
}
