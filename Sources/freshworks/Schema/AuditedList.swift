import Freshchat
import Freshdesk
import Freshsales
import FreshworksCore

/// A list, or an answer that is one record, which is held against the field table of its records.
struct AuditedList: Sendable {
    let name: String
    /// Below the base URL; `{id}` is the first record's of the list that is named in `parent`.
    let path: String
    let query: QueryItems
    /// The key of the answer that the records stand under; `nil` where the answer is the list.
    let root: String?
    let shape: Shape
    let table: any FieldTable.Type
    /// What is read past the table.
    let besides: Set<String>
    let parent: String?
    /// Whether 404 is no failure: other accounts have no such records, or this one has none yet.
    let mayBeMissing: Bool

    /// How records stand in an answer.
    enum Shape: Hashable, Sendable {
        case list
        /// The answer is one record, under the root on some accounts.
        case one
        /// Each record of the list has one of them under the key, or a list of them.
        case inside(String)
    }

    init(
        _ name: String, at path: String? = nil, query: QueryItems = [:], root: String? = nil, as shape: Shape = .list,
        _ table: any FieldTable.Type, besides: Set<String> = ["id"], of parent: String? = nil,
        mayBeMissing: Bool = false
    ) {
        (self.name, self.path, self.query, self.root, self.shape) = (name, path ?? name, query, root, shape)
        (self.table, self.besides, self.parent, self.mayBeMissing) = (table, besides, parent, mayBeMissing)
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
            "tickets/requesters", at: "tickets", query: ["per_page": "30", "include": "requester"],
            as: .inside("requester"), TicketRequester.Fields.self),
        AuditedList(
            "tickets/conversations", at: "tickets/{id}/conversations", Freshdesk.Conversation.Fields.self, of: "tickets"
        ),
        AuditedList(
            "tickets/summary", at: "tickets/{id}/summary", as: .one, TicketSummary.Fields.self, of: "tickets",
            mayBeMissing: true),
        AuditedList("contacts", Freshdesk.Contact.Fields.self), AuditedList("companies", Company.Fields.self),
        AuditedList("contacts/imports", Import.Fields.self), AuditedList("companies/imports", Import.Fields.self),
        AuditedList("agents", Freshdesk.Agent.Fields.self),
        AuditedList("agents/availabilities", at: "agents", query: ["only": "availability"], AvailableAgent.Fields.self),
        AuditedList(
            "agents/availability", at: "agents/{id}/availability", as: .one, AgentAvailability.Fields.self, of: "agents"
        ),
        AuditedList("groups", Freshdesk.Group.Fields.self),
        AuditedList("roles", Freshdesk.Role.Fields.self), AuditedList("products", Product.Fields.self),
        AuditedList("email_configs", EmailConfig.Fields.self),
        AuditedList("business_hours", Freshdesk.BusinessHours.Fields.self),
        AuditedList("sla_policies", SLAPolicy.Fields.self), AuditedList("ticket_fields", TicketField.Fields.self),
        AuditedList("time_entries", TimeEntry.Fields.self), AuditedList("surveys", Survey.Fields.self),
        AuditedList("surveys/satisfaction_ratings", SatisfactionRating.Fields.self),
        AuditedList("customer-satisfaction/surveys", root: "data", CustomerSurvey.Fields.self, mayBeMissing: true),
        // A survey that nobody has answered is answered 404.
        AuditedList(
            "customer-satisfaction/responses", at: "customer-satisfaction/surveys/{id}/responses", root: "data",
            CustomerSurveyResponse.Fields.self, of: "customer-satisfaction/surveys", mayBeMissing: true),
        AuditedList("solutions/categories", SolutionCategory.Fields.self),
        AuditedList(
            "solutions/folders", at: "solutions/categories/{id}/folders", SolutionFolder.Fields.self,
            of: "solutions/categories"),
        AuditedList(
            "solutions/articles", at: "solutions/folders/{id}/articles", SolutionArticle.Fields.self,
            of: "solutions/folders"),
        AuditedList("admin/ticket_fields", query: ["include": "section"], AdminTicketField.Fields.self),
        AuditedList("contact_fields", ContactField.Fields.self),
        AuditedList("company_fields", CompanyField.Fields.self),
        AuditedList("admin/groups", AdminGroup.Fields.self),
        AuditedList("admin/groups/agents", at: "admin/groups/{id}/agents", GroupMember.Fields.self, of: "admin/groups"),
        AuditedList("admin/skills", Skill.Fields.self),
        AuditedList("canned_response_folders", CannedResponseFolder.Fields.self),
        AuditedList(
            "canned_responses", at: "canned_response_folders/{id}/responses", CannedResponse.Fields.self,
            of: "canned_response_folders"),
        rules(of: .ticketCreation), rules(of: .hourly), rules(of: .ticketUpdate),
        AuditedList("scenario_automations", ScenarioAutomation.Fields.self),
        AuditedList("custom_objects/schemas", root: "schemas", CustomObjectSchema.Fields.self),
        AuditedList(
            "custom_objects/records", at: "custom_objects/schemas/{id}/records", root: "records",
            CustomObjectRecord.Fields.self, besides: ["display_id"], of: "custom_objects/schemas"),
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
        AuditedList("email/settings", as: .one, EmailSettings.Fields.self),
        AuditedList("account", as: .one, HelpdeskAccount.Fields.self),
        AuditedList("settings/helpdesk", as: .one, HelpdeskSettings.Fields.self),
    ]

    /// The rules of one kind.
    private static func rules(of type: AutomationType) -> AuditedList {
        AuditedList("automations/\(type.rawValue)/rules", root: "rules", AutomationRule.Fields.self)
    }

    private static let freshchat: [AuditedList] = [
        AuditedList(
            "accounts/configuration", root: "configuration", as: .one, AccountConfiguration.Fields.self,
            besides: ["account_id"]),
        AuditedList("agents", root: "agents", Freshchat.Agent.Fields.self),
        AuditedList("groups", root: "groups", Freshchat.Group.Fields.self),
        AuditedList("channels", root: "channels", ChatChannel.Fields.self),
        AuditedList("roles", root: "roles", Freshchat.Role.Fields.self),
        AuditedList("conversations/fields", ConversationField.Fields.self),
        AuditedList(
            "users", query: ["created_from": "2001-01-01T00:00:00.000Z"], root: "users", Freshchat.User.Fields.self),
        // As a rule these have their ids alone.
        AuditedList(
            "users/conversations", at: "users/{id}/conversations", root: "conversations",
            Freshchat.Conversation.Fields.self, of: "users"),
        AuditedList(
            "conversations", at: "conversations/{id}", as: .one, Freshchat.Conversation.Fields.self,
            besides: ["conversation_id", "messages"], of: "users/conversations"),
        AuditedList(
            "conversations/messages", at: "conversations/{id}/messages", root: "messages", Message.Fields.self,
            besides: ["id", "message_parts", "reply_parts"], of: "users/conversations"),
        messageParts("message_parts"), messageParts("reply_parts"),
    ]

    /// What messages consist of.
    private static func messageParts(_ key: String) -> AuditedList {
        AuditedList(
            "conversations/\(key)", at: "conversations/{id}/messages", root: "messages", as: .inside(key),
            MessagePart.Fields.self, besides: ["attachment_input", "text_input", "help_text"], of: "users/conversations"
        )
    }

    private static let freshsales: [AuditedList] =
        module("contacts", Freshsales.Contact.Fields.self) + module("sales_accounts", SalesAccount.Fields.self)
        // Tokens of a chat, which are no fields on purpose.
        + module("deals", Deal.Fields.self, besides: ["id", "collaboration", "fc_widget_collaboration"]) + [
            AuditedList(
                "contacts/notes", at: "contacts/{id}/notes", root: "notes", Note.Fields.self, of: "contacts/view"),
            AuditedList(
                "contacts/activities", at: "contacts/{id}/activities", root: "activities", RecordActivity.Fields.self,
                of: "contacts/view"),
            AuditedList(
                "contacts/documents", at: "contacts/{id}/document_associations", root: "documents",
                SalesDocument.Fields.self, of: "contacts/view"),
            AuditedList(
                "contacts/document_links", at: "contacts/{id}/document_associations", root: "document_links",
                SalesDocument.Fields.self, of: "contacts/view"),
            AuditedList("tasks", query: ["filter": "open"], root: "tasks", SalesTask.Fields.self),
            AuditedList("appointments", query: ["filter": "past"], root: "appointments", Appointment.Fields.self),
            AuditedList(
                "appointments/attendees", at: "appointments",
                query: ["filter": "past", "include": "appointment_attendees"], root: "appointment_attendees",
                AppointmentAttendee.Fields.self),
            AuditedList(
                "settings/module_customizations", root: "module_customizations", ModuleCustomization.Fields.self),
            AuditedList("settings/contacts/forms", root: "forms", SalesForm.Fields.self),
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
        + ["contacts", "sales_accounts", "deals", "sales_activities"].flatMap { fieldSettings(of: $0) }
        // Classic accounts alone have leads.
        + fieldSettings(of: "leads", mayBeMissing: true)
        + module("leads", Lead.Fields.self, mayBeMissing: true)
        + ["lead_stages", "lead_reasons"].map { selector($0, Freshsales.Choice.Fields.self, mayBeMissing: true) }

    /// The choices of one kind.
    private static func selector(
        _ name: String, root: String? = nil, _ table: any FieldTable.Type, mayBeMissing: Bool = false
    ) -> AuditedList {
        AuditedList("selector/\(name)", root: root ?? name, table, mayBeMissing: mayBeMissing)
    }

    /// A module's fields, and the groups that they stand in.
    private static func fieldSettings(of module: String, mayBeMissing: Bool = false) -> [AuditedList] {
        let path = "settings/\(module)/fields"
        return [
            AuditedList(
                path, query: ["include": "field_group"], root: "fields", SalesField.Fields.self,
                mayBeMissing: mayBeMissing),
            AuditedList(
                "settings/\(module)/field_groups", at: path, query: ["include": "field_group"], root: "field_groups",
                FieldGroup.Fields.self, mayBeMissing: mayBeMissing),
        ]
    }

    /// A module's saved views, and the records of one of them.
    private static func module(
        _ name: String, _ table: any FieldTable.Type, besides: Set<String> = ["id"], mayBeMissing: Bool = false
    ) -> [AuditedList] {
        [
            AuditedList(
                "\(name)/filters", root: "filters", SavedView.Fields.self, mayBeMissing: mayBeMissing),
            AuditedList(
                "\(name)/view", at: "\(name)/view/{id}", root: name, table, besides: besides, of: "\(name)/filters"),
        ]
    }
}
