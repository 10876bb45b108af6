// What is done with contacts besides creating and changing them. Source: Freshdesk API v2, contacts.

extension ContactEndpoints {
    /// Deletes a contact for good, and all its tickets. `DELETE /contacts/{id}/hard_delete`
    /// - Parameter isForced: Also a contact that was not deleted before.
    public func hardDelete(
        _ id: Int64, isForced: Bool = false, options: CallOptions = CallOptions()
    ) async throws {
        try await api.send(
            Endpoint(
                "contacts.hard_delete", .delete, "contacts/\(id)/hard_delete", query: ["force": isForced ? true : nil]
            ).advising(.requestRefused, "Delete the contact first, or force the call; it takes the tickets too."),
            options)
    }

    /// Brings back a deleted contact. `PUT /contacts/{id}/restore`
    public func restore(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("contacts.restore", .put, "contacts/\(id)/restore"), options)
    }

    /// Sends the mail by which a contact activates the login. `PUT /contacts/{id}/send_invite`
    public func sendInvite(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("contacts.send_invite", .put, "contacts/\(id)/send_invite", safeToRepeat: false), options)
    }

    /// Turns a contact into an agent, who keeps the id and loses all addresses but the main one. `PUT /contacts/{id}/make_agent`
    /// - Parameters:
    ///   - id: The contact.
    ///   - draft: What agent to make: full time, of global scope and with the role of an agent, unless told.
    ///   - options: For the call.
    /// - Throws: ``FreshworksError/Code/conflict`` for a contact without an address, ``FreshworksError/Code/forbidden`` if no seat
    ///   is left.
    @discardableResult
    public func makeAgent(
        _ id: Int64, _ draft: MakeAgentDraft = MakeAgentDraft(), options: CallOptions = CallOptions()
    ) async throws -> Agent {
        try await api.send(
            Endpoint(
                "contacts.make_agent", .put, "contacts/\(id)/make_agent", body: .json(draft), safeToRepeat: false,
                read: { try $0.json().record(MadeAgent.self).agent }
            )
            .advising(.conflict, "Give the contact an e-mail address first: agents need one.")
            .advising(.forbidden, "The key must be an administrator's, and a new agent needs a free seat of the plan."),
            options)
    }

    /// Merges contacts into one. `POST /contacts/merge`
    /// - Parameters:
    ///   - ids: The contacts that go into the other one.
    ///   - primary: The contact that stays.
    ///   - draft: What it has then. Where both have a phone number or an id of some kind, the one to keep must be named.
    ///   - options: For the call.
    public func merge(
        _ ids: [Int64], into primary: Int64, _ draft: ContactMergeDraft = ContactMergeDraft(),
        options: CallOptions = CallOptions()
    ) async throws {
        var body: JSONObject = ["primary_contact_id": primary.jsonValue, "secondary_contact_ids": ids.jsonValue]
        if !draft.json.isEmpty { body["contact"] = .object(draft.json) }
        let errors =
            TicketEndpoints.errors(inIDs: [primary], "primary_contact_id")
            + TicketEndpoints.errors(inIDs: ids, "secondary_contact_ids")
        try await api.send(
            Endpoint(
                "contacts.merge", .post, "contacts/merge",
                body: .json(.object(body), refusing: errors + draft.fieldErrors)), options)
    }

    /// Contacts one of whose names begins with a text, whatever its case. `GET /contacts/autocomplete?term=`
    public func autocomplete(_ term: String, options: CallOptions = CallOptions()) async throws -> [Suggestion] {
        try await api.send(
            Endpoint("contacts.autocomplete", .get, "contacts/autocomplete", query: .term("term", term)), options)
    }

    /// All contacts as a file.
    public var exports: ExportEndpoints { ExportEndpoints(api: api, collection: "contacts") }

    /// Contacts from a file.
    public var imports: ImportEndpoints { ImportEndpoints(api: api, collection: "contacts") }
}

/// What agent to make of a contact: the fields of ``Contact/AgentFields``.
public typealias MakeAgentDraft = Draft<Contact.AgentFields>

/// What a contact has after others were merged into it: the fields of ``Contact/MergeFields``.
public typealias ContactMergeDraft = Draft<Contact.MergeFields>

extension Contact {
    /// The fields of ``MakeAgentDraft``. Source: Freshdesk API v2, make agent.
    public final class AgentFields: OptionalFieldTable {
        /// Whether the agent works now and then, on day passes.
        public let isOccasional = SendOnlyInitial<Bool>("occasional")
        /// The signature under replies, as HTML.
        public let signature = SendOnlyInitial<String>("signature")
        /// Which tickets the agent sees.
        public let ticketScope = SendOnlyInitial<TicketScope>("ticket_scope", .within(1...3))
        /// The skills.
        public let skillIDs = SendOnlyInitial<[Int64]>("skill_ids", .ids)
        /// The groups.
        public let groupIDs = SendOnlyInitial<[Int64]>("group_ids", .ids)
        /// The roles.
        public let roleIDs = SendOnlyInitial<[Int64]>("role_ids", .ids)
        /// The kind of agent, which is a word here.
        public let type = SendOnlyInitial<AgentType>("type", .notBlank)
        /// Whether focus mode is on.
        public let isFocusModeOn = SendOnlyInitial<Bool>("focus_mode")

        /// The only instance.
        public static let table = AgentFields()
    }

    /// The fields of ``ContactMergeDraft``. Source: Freshdesk API v2, merge contacts.
    public final class MergeFields: OptionalFieldTable {
        /// The main e-mail address.
        public let email = SendOnlyInitial<String>("email", .email)
        /// The phone number.
        public let phone = SendOnlyInitial<String>("phone", .notBlank)
        /// The mobile number.
        public let mobile = SendOnlyInitial<String>("mobile", .notBlank)
        /// The Twitter id.
        public let twitterID = SendOnlyInitial<String>("twitter_id", .notBlank)
        /// The id in a system of your own.
        public let uniqueExternalID = SendOnlyInitial<String>("unique_external_id", .notBlank)
        /// More e-mail addresses.
        public let otherEmails = SendOnlyInitial<[String]>("other_emails")
        /// The companies.
        public let companyIDs = SendOnlyInitial<[Int64]>("company_ids", .ids)

        /// The only instance.
        public static let table = MergeFields()
    }
}

/// The answer to a contact's change into an agent: what is personal stands around the agent, and not in it.
private struct MadeAgent: Resource {
    let json: JSONObject
    let agent: Agent

    init(json: JSONObject) throws {
        self.json = json
        var agent: JSONObject = try json.require("agent")
        agent["contact"] = .object(JSONObject(json.filter { $0.key != "agent" }.map { ($0.key, $0.value) }))
        self.agent = try Agent(json: agent)
    }
}
