import Freshdesk
import Hummingbird

/// What the app serves.
struct Routes: Sendable {
    let freshdesk: FreshdeskClient
    let tenants: TenantRoutes
    let settings: SettingsRoutes
    let health: HealthRoutes
    let bot: BotRoutes?
    /// Served where the app was told whom to serve them to.
    let instances: InstanceRoutes?

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.middlewares.add(RequestLog())
        router.middlewares.add(NoReferrer())
        router.middlewares.add(ErrorReplies())
        router.post("tickets") { request, context in
            let wanted = try await request.decode(as: TicketRequest.self, context: context)
            let ticket = try await freshdesk.tickets.create(wanted.draft)
            return EditedResponse(status: .created, response: TicketReply(id: ticket.id, subject: ticket.subject))
        }
        router.get("agents") { request, _ in
            let email = try request.uri.queryParameters.require("email")
            guard let agent = try await freshdesk.agents.first(email: email) else {
                throw HTTPError(.notFound, message: "There is no agent with this address.")
            }
            return PersonReply(id: agent.id, name: agent.name)
        }
        tenants.add(to: router)
        settings.add(to: router)
        health.add(to: router)
        bot?.add(to: router)
        instances?.add(to: router)
        return router
    }
}

struct TicketRequest: Decodable {
    var email: String
    var subject: String
    var description: String
    var priority: Int?

    var draft: TicketDraft {
        TicketDraft(
            requester: .email(email), subject: subject, description: description,
            priority: priority.map(TicketPriority.init(rawValue:)) ?? .low)
    }
}

struct TicketReply: ResponseEncodable {
    var id: Int64
    var subject: String?
}

struct PersonReply: ResponseEncodable {
    var id: Int64
    var name: String?
}
