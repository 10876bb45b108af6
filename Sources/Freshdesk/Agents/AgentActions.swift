// What administrators do with agents besides creating and changing single ones. Source: Freshdesk API v2, agents.

extension AgentEndpoints {
    /// Creates many agents. `POST /agents/bulk`
    ///
    /// The service goes on by itself; ``JobEndpoints/wait(for:deadline:options:onProgress:)`` waits for it.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` without agents and for each draft that is not complete, before
    ///   anything is sent.
    public func create(_ drafts: [AgentDraft], options: CallOptions = CallOptions()) async throws -> Job {
        var errors = drafts.flatMap(\.fieldErrors)
        if drafts.isEmpty { errors.append(.missing("agents", "must name somebody")) }
        return try await administration.send(
            Endpoint(
                "agents.bulk_create", .post, "agents/bulk",
                body: .json(["agents": drafts.jsonValue], refusing: errors)), options)
    }

    /// Agents whose name or address begins with a text, whatever its case. `GET /agents/autocomplete?term=`
    public func autocomplete(_ term: String, options: CallOptions = CallOptions()) async throws -> [Suggestion] {
        try await administration.send(
            Endpoint("agents.autocomplete", .get, "agents/autocomplete", query: .term("term", term)), options)
    }

    /// All agents, and where they are there for customers. `GET /agents?only=availability`
    /// - Parameters:
    ///   - pageSize: 1 to 100 agents per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func availabilities(
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<AvailableAgent> {
        administration.list(
            ListEndpoint(
                "agents.availabilities", "agents", query: .page(of: pageSize, ["only": "availability"]),
                paging: .linkHeader), from: cursor, options)
    }

    /// Where an agent is there for customers. `GET /agents/{id}/availability`
    public func availability(of id: Int64, options: CallOptions = CallOptions()) async throws -> AgentAvailability {
        try await administration.send(
            Endpoint("agents.availability", .get, "agents/\(id)/availability"), options)
    }

    /// Changes where an agent is there for customers. `PUT /agents/{id}/availability`
    /// - Returns: What was changed, and no more.
    @discardableResult
    public func updateAvailability(
        of id: Int64, _ update: AgentAvailabilityUpdate, options: CallOptions = CallOptions()
    ) async throws -> AgentAvailability {
        try await administration.send(
            Endpoint("agents.update_availability", .put, "agents/\(id)/availability", body: .json(update)), options)
    }
}

/// A record that fits what somebody has typed so far. Source: Freshdesk API v2, autocomplete.
public struct Suggestion: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The record's id.
    public let id: Int64

    /// Reads a suggestion.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Suggestion``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The e-mail address, of agents.
        public let email = ReadOnly<String>("email")
        /// The picture, of agents.
        public let avatar = ReadOnly<ContactAvatar>("avatar")

        /// The only instance.
        public static let table = Fields()
    }
}

extension QueryItems {
    /// What somebody has typed, which must not be blank.
    static func term(_ name: String, _ text: String) -> QueryItems {
        var items = QueryItems()
        items.append(name, text, .notBlank)
        return items
    }
}
