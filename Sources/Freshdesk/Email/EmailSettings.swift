/// How mail becomes tickets. Source: Freshdesk API v2, e-mail settings.
///
/// Its fields are those of ``Fields``. The first four are documented; the others were seen on recent accounts.
public struct EmailSettings: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the settings.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``EmailSettings`` and ``EmailSettingsUpdate``.
    public final class Fields: FieldTable {
        /// Whether agents can send under their own names.
        public let personalizedEmailReplies = Later<Bool>("personalized_email_replies")
        /// Whether the `Reply-To` of a mail is the requester; otherwise its `From` is.
        public let createRequesterUsingReplyTo = Later<Bool>("create_requester_using_reply_to")
        /// Whether agents can begin with a mail to a customer.
        public let allowAgentToInitiateConversation = Later<Bool>("allow_agent_to_initiate_conversation")
        /// Whether the first sender of a mail that an agent forwards is the requester; otherwise the agent is.
        public let originalSenderAsRequesterForForward = Later<Bool>("original_sender_as_requester_for_forward")
        /// Whether mail to any address of the domain becomes a ticket.
        public let allowWildcardTicketCreate = Later<Bool>("allow_wildcard_ticket_create")
        /// Whether every mail becomes a ticket of its own.
        public let skipTicketThreading = Later<Bool>("skip_ticket_threading")
        /// Whether anybody's answer joins a ticket.
        public let threadingWithoutUserCheck = Later<Bool>("threading_without_user_check")
        /// Whether an answer joins a ticket that it does not name.
        public let threadingWithoutTicketIDCheck = Later<Bool>("threading_without_ticket_id_check")
        /// Whether more of what a mail quotes is kept.
        public let extendedQuotedText = Later<Bool>("extended_quoted_text")
        /// Whether answers by machines are recognized.
        public let autoResponseDetectorToggle = Later<Bool>("auto_response_detector_toggle")
        /// Whether the subject counts when an answer looks for its ticket.
        public let emailSubjectMatch = Later<Bool>("email_subject_match")
        /// Whether a mail may have several addressees.
        public let multipleTo = Later<Bool>("multiple_to")
        /// Whether a mail's importance becomes the ticket's priority.
        public let prioritizeTicketsByOutlookImportance = Later<Bool>("prioritize_tickets_by_outlook_importance")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What to change of the settings: the fields of ``EmailSettings/Fields``; what is not set stays as it is.
public typealias EmailSettingsUpdate = Update<EmailSettings.Fields>

/// How mail becomes tickets, and who gets copies. All calls need an administrator's key. Source: Freshdesk API v2, e-mail settings.
public struct EmailSettingsEndpoints: Sendable {
    let api: APIClient

    /// The settings. `GET /email/settings`
    public func get(options: CallOptions = CallOptions()) async throws -> EmailSettings {
        try await api.send(Endpoint("email.settings.get", .get, "email/settings"), options)
    }

    /// Changes settings. `PUT /email/settings`
    @discardableResult
    public func update(
        _ update: EmailSettingsUpdate, options: CallOptions = CallOptions()
    ) async throws -> EmailSettings {
        try await api.send(Endpoint("email.settings.update", .put, "email/settings", body: .json(update)), options)
    }

    /// The addresses that get a blind copy of all that goes out. `GET /notifications/email/bcc`
    public func automaticBCC(options: CallOptions = CallOptions()) async throws -> [String] {
        try await api.send(
            Endpoint("email.automatic_bcc", .get, "notifications/email/bcc") { try $0.json().addresses() }, options)
    }

    /// Replaces the addresses that get a blind copy of all that goes out. `PUT /notifications/email/bcc`
    /// - Parameter addresses: 255 characters together at most.
    /// - Returns: The addresses as the service has them now.
    @discardableResult
    public func setAutomaticBCC(_ addresses: [String], options: CallOptions = CallOptions()) async throws -> [String] {
        try await api.send(
            Endpoint(
                "email.set_automatic_bcc", .put, "notifications/email/bcc", body: .json(["emails": addresses.jsonValue])
            ) { try $0.json().addresses() }
            .checking {
                for address in addresses { try ArgumentCheck.email(address, "emails") }
                guard addresses.joined(separator: ",").count <= 255 else {
                    throw ArgumentCheck.refusal("emails", "must have 255 characters together at most")
                }
            }, options)
    }
}

extension JSONValue {
    fileprivate func addresses() throws -> [String] {
        guard let addresses: [String] = self["emails"].flatMap({ [String](json: $0) }) else {
            throw FreshworksError(.unreadableResponse, "emails is missing or not a list")
        }
        return addresses
    }
}

extension FreshdeskClient {
    /// How mail becomes tickets, and who gets copies.
    public var emailSettings: EmailSettingsEndpoints { EmailSettingsEndpoints(api: administration) }
}
