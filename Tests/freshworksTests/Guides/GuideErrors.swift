import Freshdesk

func guideErrors(
    _ freshdesk: FreshdeskClient, _ draft: AgentDraft, show: ([FreshworksError.FieldError]) -> Void,
    again: (Duration) -> Void, look: () -> Void
) async throws {
    do {
        try await freshdesk.agents.create(draft)
    } catch let error as FreshworksError where error.code == .validationFailed {
        show(error.fieldErrors)
    } catch let error as FreshworksError where error.isRateLimited {
        again(error.retryAfter ?? .seconds(60))
    } catch let error as FreshworksError where error.mayHaveBeenExecuted {
        look()  // before the agent is created a second time
    }
}
