public import Foundation

/// What to change of many tickets at once: the fields of ``Ticket/BulkFields``; what is not set stays as it is.
public typealias TicketBulkUpdate = Update<Ticket.BulkFields>

/// A reply to many tickets at once: the fields of ``Ticket/BulkReplyFields``.
public typealias BulkReplyDraft = Draft<Ticket.BulkReplyFields>

extension Ticket {
    /// The fields of ``TicketBulkUpdate``. Source: Freshdesk API v2, bulk update tickets.
    public final class BulkFields: FieldTable {
        /// The address to send from.
        public let fromEmail = SendOnlyLater<String>("from_email", .notBlank)
        /// Whether closing sends no notification.
        public let skipsCloseNotification = SendOnlyLater<Bool>("skip_close_notification")
        /// The mailbox.
        public let emailConfigID = SendOnlyLater<Int64>("email_config_id", .id)
        /// The group they are assigned to.
        public let groupID = SendOnlyLater<Int64>("group_id", .id)
        /// How urgent they are.
        public let priority = SendOnlyLater<TicketPriority>("priority", .within(1...4))
        /// The ticket to become children of.
        public let parentID = SendOnlyLater<Int64>("parent_id", .id)
        /// The contact or agent who asks.
        public let requesterID = SendOnlyLater<Int64>("requester_id", .id)
        /// The agent they are assigned to.
        public let responderID = SendOnlyLater<Int64>("responder_id", .id)
        /// The channel they came by.
        public let source = SendOnlyLater<TicketSource>("source")
        /// The status.
        public let status = SendOnlyLater<TicketStatus>("status")
        /// What they are about, in the account's own words.
        public let type = SendOnlyLater<TicketType>("type", .notBlank)
        /// The product they are about.
        public let productID = SendOnlyLater<Int64>("product_id", .id)
        /// When they are to be resolved; goes together with `firstResponseDueBy`.
        public let dueBy = SendOnlyLater<Date>("due_by")
        /// When they are to be answered first; goes together with `dueBy`.
        public let firstResponseDueBy = SendOnlyLater<Date>("fr_due_by")
        /// The fields that the account has defined; those that are not named stay.
        public let customFields = SendOnlyLater<CustomFields>("custom_fields")
        /// The tags, which replace those that the tickets have.
        public let tags = SendOnlyLater<[String]>("tags")
        /// The agent behind the scenes; needs `status` too.
        public let internalAgentID = SendOnlyLater<Int64>("internal_agent_id", .id)
        /// The group behind the scenes; needs `status` too.
        public let internalGroupID = SendOnlyLater<Int64>("internal_group_id", .id)

        /// The only instance.
        public static let table = BulkFields()

        /// Internal owners need a status, and one due date the other.
        public static func errors(in update: Update<BulkFields>) -> [FreshworksError.FieldError] {
            let hasInternal = update.internalAgentID != nil || update.internalGroupID != nil
            let owner: [FreshworksError.FieldError] =
                hasInternal && update.status == nil ? [.missing("status", "must be set with an internal owner")] : []
            return owner + update.json.dueDateErrors
        }
    }

    /// The fields of ``BulkReplyDraft``. Source: Freshdesk API v2, bulk update tickets.
    public final class BulkReplyFields: FieldTable {
        /// The text, as HTML.
        public let body = SendOnlyInitial<String>("body", .notBlank)
        /// Files that the service has already.
        public let attachmentIDs = SendOnlyInitial<[Int64]>("attachment_ids", .ids)
        /// Pictures in the text that the service has already.
        public let inlineAttachmentIDs = SendOnlyInitial<[Int64]>("inline_attachment_ids", .ids)
        /// Files in clouds.
        public let cloudFiles = SendOnlyInitial<[JSONObject]>("cloud_files")

        /// The only instance.
        public static let table = BulkReplyFields()
        /// The text.
        public static let required: [FieldRequirement] = ["body"]
    }
}

extension BulkReplyDraft {
    /// Makes a reply of HTML, and fills in more.
    public init(body: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Ticket.BulkReplyFields.draft(fill) { $0.body = body }
    }
}

extension TicketEndpoints {
    /// Changes many tickets, answers them, or both. `POST /tickets/bulk_update`
    ///
    /// The service goes on by itself; ``JobEndpoints/wait(for:deadline:options:onProgress:)`` waits for it.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` without tickets, and with nothing to do, before anything is sent.
    public func bulkUpdate(
        _ ids: [Int64], _ update: TicketBulkUpdate = TicketBulkUpdate(), reply: BulkReplyDraft? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> Job {
        var action: JSONObject = ["ids": ids.jsonValue]
        if !update.json.isEmpty { action["properties"] = .object(update.json) }
        action["reply"] = reply?.jsonValue
        var errors = Self.errors(inIDs: ids) + update.fieldErrors + (reply?.fieldErrors ?? [])
        if action.count == 1 { errors.append(.missing("properties", "or a reply is needed")) }
        return try await api.send(
            Endpoint(
                "tickets.bulk_update", .post, "tickets/bulk_update",
                body: .json(["bulk_action": .object(action)], refusing: errors)), options)
    }

    /// Moves many tickets to the trash. `POST /tickets/bulk_delete`
    ///
    /// The service goes on by itself; ``JobEndpoints/wait(for:deadline:options:onProgress:)`` waits for it.
    public func bulkDelete(_ ids: [Int64], options: CallOptions = CallOptions()) async throws -> Job {
        try await api.send(
            Endpoint(
                "tickets.bulk_delete", .post, "tickets/bulk_delete",
                body: .json(["bulk_action": ["ids": ids.jsonValue]], refusing: Self.errors(inIDs: ids))), options)
    }

    static func errors(inIDs ids: [Int64], _ field: String = "ids") -> [FreshworksError.FieldError] {
        if ids.isEmpty { return [.missing(field, "must name something")] }
        return ids.allSatisfy { $0 > 0 } ? [] : [.refused(field, "must be positive ids")]
    }
}
