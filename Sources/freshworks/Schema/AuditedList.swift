import Freshchat
import Freshdesk
import Freshsales
import FreshworksCore

/// A list whose answers are held against the field table of its records.
struct AuditedList: Sendable {
    let name: String
    /// Below the base URL; `{id}` is the first record's of the list that is named in `parent`.
    let path: String
    let query: QueryItems
    /// The key of the answer that the records stand under; `nil` where the answer is the list.
    let root: String?
    let table: any FieldTable.Type
    /// What is read past the table.
    let besides: Set<String>
    let parent: String?
    /// Whether other accounts answer 404, which is no failure then.
    let isOnSomeAccounts: Bool

    init(
        _ name: String, at path: String? = nil, query: QueryItems = [:], root: String? = nil,
        _ table: any FieldTable.Type, besides: Set<String> = ["id"], of parent: String? = nil,
        isOnSomeAccounts: Bool = false
    ) {
        (self.name, self.path, self.query, self.root) = (name, path ?? name, query, root)
        (self.table, self.besides, self.parent) = (table, besides, parent)
        self.isOnSomeAccounts = isOnSomeAccounts
    }

    /// The lists of a product. A new list is a line here.
    static func all(of product: ProductClient) -> [AuditedList] {
        switch product {
        case .freshdesk: freshdesk
        case .freshchat: freshchat
        case .freshsales: freshsales
        }
    }

    private static let freshdesk: [AuditedList] = [
        AuditedList(
            "tickets", query: ["per_page": "30", "include": "stats,requester,description,company"],
            Ticket.Fields.self, besides: ["id", "requester"]),
        AuditedList(
            "tickets/conversations", at: "tickets/{id}/conversations", Freshdesk.Conversation.Fields.self, of: "tickets"
        ),
        AuditedList("contacts", Freshdesk.Contact.Fields.self), AuditedList("companies", Company.Fields.self),
        AuditedList("agents", Freshdesk.Agent.Fields.self), AuditedList("groups", Freshdesk.Group.Fields.self),
        AuditedList("roles", Freshdesk.Role.Fields.self), AuditedList("products", Product.Fields.self),
        AuditedList("email_configs", EmailConfig.Fields.self),
        AuditedList("business_hours", Freshdesk.BusinessHours.Fields.self),
        AuditedList("sla_policies", SLAPolicy.Fields.self), AuditedList("ticket_fields", TicketField.Fields.self),
        AuditedList("time_entries", TimeEntry.Fields.self), AuditedList("surveys", Survey.Fields.self),
        AuditedList("surveys/satisfaction_ratings", SatisfactionRating.Fields.self),
        AuditedList("solutions/categories", SolutionCategory.Fields.self),
        AuditedList(
            "solutions/folders", at: "solutions/categories/{id}/folders", SolutionFolder.Fields.self,
            of: "solutions/categories"),
        AuditedList(
            "solutions/articles", at: "solutions/folders/{id}/articles", SolutionArticle.Fields.self,
            of: "solutions/folders"),
        AuditedList("admin/ticket_fields", AdminTicketField.Fields.self),
        AuditedList("contact_fields", ContactField.Fields.self),
        AuditedList("company_fields", CompanyField.Fields.self),
        AuditedList("admin/groups", AdminGroup.Fields.self), AuditedList("admin/skills", Skill.Fields.self),
        AuditedList("canned_response_folders", CannedResponseFolder.Fields.self),
        AuditedList(
            "canned_responses", at: "canned_response_folders/{id}/responses", CannedResponse.Fields.self,
            of: "canned_response_folders"),
        AuditedList("scenario_automations", ScenarioAutomation.Fields.self),
        AuditedList("custom_objects/schemas", root: "schemas", CustomObjectSchema.Fields.self),
        AuditedList("discussions/categories", ForumCategory.Fields.self),
        AuditedList(
            "discussions/forums", at: "discussions/categories/{id}/forums", Forum.Fields.self,
            of: "discussions/categories"),
        AuditedList(
            "discussions/topics", at: "discussions/forums/{id}/topics", ForumTopic.Fields.self, of: "discussions/forums"
        ),
        AuditedList(
            "discussions/comments", at: "discussions/topics/{id}/comments", ForumComment.Fields.self,
            of: "discussions/topics"),
        AuditedList("ticket-forms", TicketForm.Fields.self), AuditedList("email/mailboxes", EmailMailbox.Fields.self),
    ]

    private static let freshchat: [AuditedList] = [
        AuditedList("agents", root: "agents", Freshchat.Agent.Fields.self),
        AuditedList("groups", root: "groups", Freshchat.Group.Fields.self),
        AuditedList("channels", root: "channels", ChatChannel.Fields.self),
        AuditedList("roles", root: "roles", Freshchat.Role.Fields.self),
        AuditedList("conversations/fields", ConversationField.Fields.self),
        AuditedList(
            "users", query: ["created_from": "2001-01-01T00:00:00.000Z"], root: "users", Freshchat.User.Fields.self),
    ]

    private static let freshsales: [AuditedList] =
        module("contacts", Freshsales.Contact.Fields.self) + module("sales_accounts", SalesAccount.Fields.self)
        // Tokens of a chat, which are no fields on purpose.
        + module("deals", Deal.Fields.self, besides: ["id", "collaboration", "fc_widget_collaboration"]) + [
            AuditedList(
                "contacts/notes", at: "contacts/{id}/notes", root: "notes", Note.Fields.self, of: "contacts/view"),
            AuditedList("tasks", query: ["filter": "open"], root: "tasks", SalesTask.Fields.self),
            AuditedList("appointments", query: ["filter": "past"], root: "appointments", Appointment.Fields.self),
            AuditedList("sales_activities", root: "sales_activities", SalesActivity.Fields.self),
            AuditedList("lists", root: "lists", MarketingList.Fields.self),
            selector("owners", root: "users", Freshsales.User.Fields.self),
            selector("contact_statuses", ContactStatus.Fields.self),
            selector("lifecycle_stages", LifecycleStage.Fields.self),
            selector("deal_pipelines", DealPipeline.Fields.self), selector("deal_stages", DealStage.Fields.self),
            selector("currencies", Currency.Fields.self),
            selector("sales_activity_types", SalesActivityType.Fields.self),
            selector("sales_activity_outcomes", SalesActivityOutcome.Fields.self),
            selector("sales_activity_entity_types", SalesActivityEntityType.Fields.self),
        ]
        + [
            "territories", "lead_sources", "campaigns", "deal_types", "deal_reasons", "deal_products",
            "deal_payment_statuses", "industry_types", "business_types",
        ].map { selector($0, Freshsales.Choice.Fields.self) }
        // Classic accounts alone have leads.
        + module("leads", Lead.Fields.self, isOnSomeAccounts: true)
        + ["lead_stages", "lead_reasons"].map { selector($0, Freshsales.Choice.Fields.self, isOnSomeAccounts: true) }

    /// The choices of one kind.
    private static func selector(
        _ name: String, root: String? = nil, _ table: any FieldTable.Type, isOnSomeAccounts: Bool = false
    ) -> AuditedList {
        AuditedList("selector/\(name)", root: root ?? name, table, isOnSomeAccounts: isOnSomeAccounts)
    }

    /// A module's saved views, and the records of one of them.
    private static func module(
        _ name: String, _ table: any FieldTable.Type, besides: Set<String> = ["id"], isOnSomeAccounts: Bool = false
    ) -> [AuditedList] {
        [
            AuditedList(
                "\(name)/filters", root: "filters", SavedView.Fields.self, isOnSomeAccounts: isOnSomeAccounts),
            AuditedList(
                "\(name)/view", at: "\(name)/view/{id}", root: name, table, besides: besides, of: "\(name)/filters"),
        ]
    }
}
