import Foundation
import Freshchat

/// The documented operations of the Freshchat API v2, typed out by hand from its public reference, each with a call of the
/// client and what that call puts on the wire.
enum OperationTable {
    /// Every documented method and path. The reference has 34.
    static let documented = """
        GET /accounts/configuration
        GET /agents
        POST /agents
        GET /agents/status
        GET /agents/{id}
        PUT /agents/{id}
        PATCH /agents/{id}
        DELETE /agents/{id}
        GET /users
        POST /users
        POST /users/fetch
        GET /users/{id}
        PUT /users/{id}
        DELETE /users/{id}
        GET /users/{id}/conversations
        POST /conversations
        GET /conversations/fields
        GET /conversations/{id}
        PUT /conversations/{id}
        GET /conversations/{id}/messages
        POST /conversations/{id}/messages
        GET /groups
        GET /channels
        GET /roles
        POST /csat/{id}
        POST /files/upload
        POST /images/upload
        POST /outbound-messages/whatsapp
        GET /outbound-messages
        POST /reports/raw
        GET /reports/raw/{id}
        GET /metrics/historical
        GET /metrics/instant
        GET /business-hours/within-bh
        """.split(separator: "\n").map(String.init)

    /// What the client does not have yet. This list may only become shorter.
    static let notYetBuilt: [String] = []
    static let mostNotYetBuilt = 0

    struct Call: Sendable {
        let row: String
        /// The request line, typed out by hand.
        let wire: String
        /// An answer that the client can read.
        let answer: String
        let run: @Sendable (FreshchatClient) async throws -> Void

        init(
            _ row: String, _ wire: String, _ answer: String = #"{"id":"x"}"#,
            _ run: @escaping @Sendable (FreshchatClient) async throws -> Void
        ) {
            self.row = row
            self.wire = wire
            self.answer = answer
            self.run = run
        }
    }

    static let calls = people + talk + others

    private static let people = [
        Call("GET /accounts/configuration", "GET /v2/accounts/configuration", #"{"account_id":1}"#) {
            _ = try await $0.configuration()
        },
        Call("GET /agents", "GET /v2/agents?items_per_page=50", #"{"agents":[]}"#) {
            _ = try await $0.agents.list().all()
        },
        Call("POST /agents", "POST /v2/agents") { try await $0.agents.create(AgentDraft(email: "a@mail.example")) },
        Call("GET /agents/status", "GET /v2/agents/status", #"{"states":[]}"#) { _ = try await $0.agents.statuses() },
        Call("GET /agents/{id}", "GET /v2/agents/x") { _ = try await $0.agents.get("x") },
        Call("PUT /agents/{id}", "PUT /v2/agents/x") {
            try await $0.agents.update("x", AgentUpdate { $0.phone = "1" })
        },
        Call("PATCH /agents/{id}", "PATCH /v2/agents/x") {
            try await $0.agents.setAvailability(of: "x", to: .available)
        },
        Call("DELETE /agents/{id}", "DELETE /v2/agents/x") { try await $0.agents.delete("x") },
        Call(
            "GET /users", "GET /v2/users?created_from=2000-01-01T00%3A00%3A00.000Z&items_per_page=50", #"{"users":[]}"#
        ) { _ = try await $0.users.list().all() },
        Call("POST /users", "POST /v2/users") { try await $0.users.create(UserDraft(email: "u@mail.example")) },
        Call("POST /users/fetch", "POST /v2/users/fetch", #"{"users":[]}"#) { _ = try await $0.users.fetch(["x"]) },
        Call("GET /users/{id}", "GET /v2/users/x") { _ = try await $0.users.get("x") },
        Call("PUT /users/{id}", "PUT /v2/users/x") { try await $0.users.update("x", UserUpdate { $0.phone = "1" }) },
        Call("DELETE /users/{id}", "DELETE /v2/users/x") { try await $0.users.delete("x") },
        Call("GET /users/{id}/conversations", "GET /v2/users/x/conversations", #"{"conversations":[]}"#) {
            _ = try await $0.users.conversations(of: "x").all()
        },
        Call("GET /groups", "GET /v2/groups?items_per_page=50", #"{"groups":[]}"#) {
            _ = try await $0.groups.list().all()
        },
        Call("GET /channels", "GET /v2/channels?items_per_page=50", #"{"channels":[]}"#) {
            _ = try await $0.channels.list().all()
        },
        Call("GET /roles", "GET /v2/roles?items_per_page=50", #"{"roles":[]}"#) { _ = try await $0.roles.list().all() },
    ]

    private static let conversation = #"{"conversation_id":"x"}"#

    private static let talk = [
        Call("POST /conversations", "POST /v2/conversations", conversation) {
            try await $0.conversations.create(
                ConversationDraft(
                    channelID: "c", userID: "u", messages: [MessageDraft(from: .user("u"), text: "Hello")]))
        },
        Call("GET /conversations/fields", "GET /v2/conversations/fields", "[]") {
            _ = try await $0.conversations.fields()
        },
        Call("GET /conversations/{id}", "GET /v2/conversations/x", conversation) {
            _ = try await $0.conversations.get("x")
        },
        Call("PUT /conversations/{id}", "PUT /v2/conversations/x", conversation) {
            try await $0.conversations.update("x", ConversationUpdate { $0.status = .resolved })
        },
        Call(
            "GET /conversations/{id}/messages", "GET /v2/conversations/x/messages?items_per_page=50",
            #"{"messages":[]}"#
        ) { _ = try await $0.messages.list(in: "x").all() },
        Call("POST /conversations/{id}/messages", "POST /v2/conversations/x/messages") {
            try await $0.messages.send(MessageDraft(from: .bot(), text: "Hello"), to: "x")
        },
        Call("POST /csat/{id}", "POST /v2/csat/x") { try await $0.conversations.rate("x", ["stars": 5]) },
    ]

    private static let others = [
        Call("POST /files/upload", "POST /v2/files/upload", #"{"file_hash":"h"}"#) {
            try await $0.files.upload(.data(Data("a".utf8), filename: "a.txt"))
        },
        Call("POST /images/upload", "POST /v2/images/upload", #"{"url":"https://img.example.org/a.png"}"#) {
            try await $0.files.uploadImage(.data(Data("a".utf8), filename: "a.png"))
        },
        Call("POST /outbound-messages/whatsapp", "POST /v2/outbound-messages/whatsapp", #"{"request_id":"r"}"#) {
            let template = WhatsAppTemplate("t", namespace: "n", language: "en")
            _ = try await $0.outboundMessages.send(OutboundDraft(from: "+1", to: ["+2"], template: template))
        },
        Call("GET /outbound-messages", "GET /v2/outbound-messages?request_id=r", #"{"outbound_messages":[]}"#) {
            _ = try await $0.outboundMessages.messages(ofRequest: "r")
        },
        Call("POST /reports/raw", "POST /v2/reports/raw") {
            _ = try await $0.reports.request(ReportRequest(.messageSent, from: time(0), to: time(1)))
        },
        Call("GET /reports/raw/{id}", "GET /v2/reports/raw/x") { _ = try await $0.reports.get("x") },
        Call(
            "GET /metrics/historical",
            "GET /v2/metrics/historical?metric=team_performance&start=1970-01-01T00%3A00%3A00.000Z"
                + "&end=1970-01-01T00%3A00%3A01.000Z", "{}"
        ) { _ = try await $0.metrics.historical(HistoricalMetricQuery(.teamPerformance, from: time(0), to: time(1))) },
        Call("GET /metrics/instant", "GET /v2/metrics/instant?metric=team_presence.online", "{}") {
            _ = try await $0.metrics.instant(.online)
        },
        Call("GET /business-hours/within-bh", "GET /v2/business-hours/within-bh?group_id=g", "{}") {
            _ = try await $0.businessHours.now(of: "g")
        },
    ]
}
