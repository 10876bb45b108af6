public import Foundation

/// An agent as the list of a group shows one. Source: Freshdesk API v2, admin groups.
///
/// Its fields are those of ``Fields``.
public struct GroupMember: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads an agent.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``GroupMember``, which the service alone writes.
    public final class Fields: FieldTable {
        /// How much the agent sees.
        public let ticketScope = ReadOnly<TicketScope>("ticket_scope")
        /// Whether the agent can do more than read.
        public let hasWriteAccess = ReadOnly<Bool>("write_access")
        /// The agent's roles.
        public let roleIDs = ReadOnly<[Int64]>("role_ids")
        /// Name and address.
        public let contact = ReadOnly<AgentContact>("contact")
        /// Whether the agent takes calls; of omnichannel accounts.
        public let isFreshcallerAgent = ReadOnly<Bool>("freshcaller_agent")
        /// Whether the agent chats; of omnichannel accounts.
        public let isFreshchatAgent = ReadOnly<Bool>("freshchat_agent")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The groups of agents, as accounts since 2021 see them. All calls need an administrator's key; a deleted group is gone for good.
/// Source: Freshdesk API v2, admin groups: `GET` and `POST /admin/groups`, `GET`, `PUT` and `DELETE /admin/groups/{id}`, and what stands
/// at the functions.
public struct AdminGroupEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = AdminGroup
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "admin/groups" }

    /// The agents of a group. `GET /admin/groups/{id}/agents`
    /// - Parameters:
    ///   - id: The group.
    ///   - pageSize: 1 to 100 agents per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func agents(
        of id: Int64, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<GroupMember> {
        api.list(
            ListEndpoint(
                "admin.groups.agents", "admin/groups/\(id)/agents", query: .page(of: pageSize), paging: .linkHeader),
            from: cursor, options)
    }

    /// Takes agents into a group, and others out; all others stay. `PATCH /admin/groups/{id}/agents`
    public func changeAgents(
        of id: Int64, adding new: [Int64] = [], removing old: [Int64] = [], options: CallOptions = CallOptions()
    ) async throws {
        let agents =
            new.map { ["id": $0.jsonValue] as JSONValue }
            + old.map { ["id": $0.jsonValue, "deleted": true] as JSONValue }
        try await api.send(
            Endpoint(
                "admin.groups.change_agents", .patch, "admin/groups/\(id)/agents",
                body: .json(
                    ["agents": .array(agents)],
                    refusing: agents.isEmpty ? [.missing("agents", "must name somebody")] : []),
                safeToRepeat: true
            ).checking { try ArgumentCheck.ids(new + old, "agents") }, options)
    }
}

extension FreshdeskClient {
    /// The groups of agents, as accounts since 2021 see them.
    public var adminGroups: AdminGroupEndpoints { AdminGroupEndpoints(api: administration) }
}
