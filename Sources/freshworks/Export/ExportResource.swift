import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksCore

/// What a command line asks of an export besides the list.
struct ExportWish: Sendable {
    /// Changed or made since then.
    var since: Date?
    /// A saved view of Freshsales.
    var view: Int64?
    /// Tickets in the trash and marked as spam too.
    var wantsDeleted = false
    /// Each ticket with its conversations.
    var wantsConversations = false
}

/// A list and what goes with it, ready to be exported.
struct ExportPlan {
    let run: (URL, ExportStart, (ExportProgress) -> Void) async throws -> ExportProgress

    init<List: ExportableList>(
        _ list: List, adding details: (@Sendable (List.Element) async throws -> JSONObject)? = nil
    ) {
        run = { file, start, onProgress in
            guard let details else { return try await list.export(to: file, start, onProgress: onProgress) }
            return try await list.export(to: file, start, adding: details, onProgress: onProgress)
        }
    }
}

/// A list that can be exported.
struct ExportResource: Sendable {
    let product: ProductClient
    let name: String
    /// What may be said about it.
    let options: Set<String>
    /// Makes the list.
    let plan: @Sendable (any FreshworksClient, ExportWish) async throws -> ExportPlan

    private init<Client: FreshworksClient>(
        _ product: ProductClient, _ name: String, _ options: Set<String> = [],
        _ plan: @escaping @Sendable (Client, ExportWish) async throws -> ExportPlan
    ) {
        self.product = product
        self.name = name
        self.options = options
        self.plan = { client, wish in
            guard let client = client as? Client else { throw Misuse("the connection is of another product") }
            return try await plan(client, wish)
        }
    }

    /// For each page: others go first.
    private static let calls = CallOptions(priority: .batch)

    static let all: [ExportResource] = freshdesk + freshchat + freshsales

    /// A line for each product.
    static var list: String {
        ProductClient.allCases.map { product in
            "  \(product): \(all.filter { $0.product == product }.map(\.name).joined(separator: ", "))"
        }.joined(separator: "\n")
    }

    private static let freshdesk: [ExportResource] = [
        desk("tickets", ["--since", "--deleted", "--conversations"]) { desk, wish in
            let list = desk.tickets.list(
                updatedSince: wish.since ?? .distantPast, tombstones: wish.wantsDeleted, options: calls)
            return wish.wantsConversations
                ? ExportPlan(list, adding: desk.tickets.conversations(in:)) : ExportPlan(list)
        },
        desk("contacts", ["--since"]) {
            ExportPlan($0.contacts.list(ContactFilter(updatedSince: $1.since), options: calls))
        },
        desk("companies", ["--since"]) { ExportPlan($0.companies.list(updatedSince: $1.since, options: calls)) },
        desk("agents") { desk, _ in ExportPlan(desk.agents.list(options: calls)) },
        desk("groups") { desk, _ in ExportPlan(desk.groups.list(options: calls)) },
        paged("admin_groups") { $0.adminGroups },
        desk("roles") { desk, _ in ExportPlan(desk.roles.list(options: calls)) },
        paged("skills") { $0.skills },
        paged("products") { $0.products },
        desk("time_entries") { desk, _ in ExportPlan(desk.timeEntries.list(options: calls)) },
        desk("satisfaction_ratings", ["--since"]) {
            ExportPlan($0.surveys.ratings(createdSince: $1.since, options: calls))
        },
        desk("customer_surveys") { desk, _ in ExportPlan(desk.customerSatisfaction.surveys(options: calls)) },
        paged("business_hours") { $0.businessHours },
        paged("sla_policies") { $0.slaPolicies },
        paged("email_configs") { $0.emailConfigs },
        desk("email_mailboxes") { desk, _ in ExportPlan(desk.emailMailboxes.list(options: calls)) },
        paged("contact_fields") { $0.contactFields },
        paged("company_fields") { $0.companyFields },
        paged("ticket_forms") { $0.ticketForms },
        paged("scenario_automations") { $0.scenarioAutomations },
        paged("solution_categories") { $0.solutions.categories },
        paged("forum_categories") { $0.discussions.categories },
        paged("canned_response_folders") { $0.cannedResponses.folders },
    ]

    private static let freshchat: [ExportResource] = [
        chat("users") { ExportPlan($0.users.list(options: calls)) },
        chat("agents") { ExportPlan($0.agents.list(options: calls)) },
        chat("groups") { ExportPlan($0.groups.list(options: calls)) },
        chat("channels") { ExportPlan($0.channels.list(options: calls)) },
        chat("roles") { ExportPlan($0.roles.list(options: calls)) },
    ]

    private static let freshsales: [ExportResource] = [
        sales("contacts") { $0.contacts }, sales("sales_accounts") { $0.salesAccounts }, sales("deals") { $0.deals },
        // Tasks, appointments and records of custom modules have no list of all.
        ExportResource(.freshsales, "sales_activities") { (client: FreshsalesClient, _) in
            ExportPlan(client.salesActivities.list(options: calls))
        },
        ExportResource(.freshsales, "lists") { (client: FreshsalesClient, _) in
            ExportPlan(client.lists.list(options: calls))
        },
    ]

    private static func desk(
        _ name: String, _ options: Set<String> = [],
        _ plan: @escaping @Sendable (FreshdeskClient, ExportWish) -> ExportPlan
    ) -> ExportResource {
        ExportResource(.freshdesk, name, options) { (client: FreshdeskClient, wish) in plan(client, wish) }
    }

    private static func paged<Place: PagedRecords>(
        _ name: String, _ place: @escaping @Sendable (FreshdeskClient) -> Place
    ) -> ExportResource {
        desk(name) { desk, _ in ExportPlan(place(desk).list(options: calls)) }
    }

    private static func chat(
        _ name: String, _ plan: @escaping @Sendable (FreshchatClient) -> ExportPlan
    ) -> ExportResource {
        ExportResource(.freshchat, name) { (client: FreshchatClient, _) in plan(client) }
    }

    /// Lists of Freshsales go by a saved view: one that is named, or that of all records.
    private static func sales<Record: SalesRecord>(
        _ name: String, _ records: @escaping @Sendable (FreshsalesClient) -> RecordEndpoints<Record>
    ) -> ExportResource {
        ExportResource(.freshsales, name, ["--view"]) { (client: FreshsalesClient, wish) in
            let endpoints = records(client)
            // In the order of creation, in which what is changed meanwhile keeps its place.
            let order = Order<ViewAttribute>.ascending(.createdAt)
            if let view = wish.view { return ExportPlan(endpoints.list(view: view, order: order, options: calls)) }
            return ExportPlan(try await endpoints.list(order: order, options: calls))
        }
    }
}
