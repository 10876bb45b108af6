import Foundation

/// A conversation by e-mail with a contact or about a deal, whose keys the service does not document.
public struct EmailConversation: Resource {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a conversation.
    public init(json: JSONObject) { self.json = json }
}

// These are routes of the web app that take an API key. They stand beside `/api`, not below it, no documentation promises
// them, and their lists come without pages.
extension RecordEndpoints where Record == Deal {
    /// The tasks about a deal. `GET /crm/sales/deals/{id}/tasks`, a route of the web app
    public func tasks(of id: Int64, options: CallOptions = CallOptions()) async throws -> [SalesTask] {
        try await api.send(
            Endpoint(name("tasks"), .get, "../deals/\(id)/tasks", at: "tasks"),
            besideAPI: "deals/\(id)/tasks", options)
    }

    /// The conversations by e-mail about a deal. `GET /crm/sales/deals/{id}/conversations/all`, a route of the web app
    public func conversations(
        of id: Int64, options: CallOptions = CallOptions()
    ) async throws -> [EmailConversation] {
        try await api.send(
            Endpoint(
                name("conversations"), .get, "../deals/\(id)/conversations/all", at: "email_conversations"),
            besideAPI: "deals/\(id)/conversations/all", options)
    }
}

extension RecordEndpoints where Record == Contact {
    /// The conversations by e-mail with a contact. `GET /crm/sales/contacts/{id}/conversations/all`, a route of the web app
    public func conversations(
        of id: Int64, options: CallOptions = CallOptions()
    ) async throws -> [EmailConversation] {
        try await api.send(
            Endpoint(
                name("conversations"), .get, "../contacts/\(id)/conversations/all", at: "email_conversations"),
            besideAPI: "contacts/\(id)/conversations/all", options)
    }
}

extension APIClient {
    /// Sends a call to a path beside that of the API: `/crm/sales/deals` in place of `/crm/sales/api/deals`.
    /// - Throws: ``FreshworksError/Code/invalidPath`` for an id that is none, and where nothing stands beside the API.
    fileprivate func send<Response>(
        _ endpoint: Endpoint<Response>, besideAPI path: PathTemplate, _ options: CallOptions
    ) async throws -> Response {
        let below = try account.url(path).absoluteString.dropFirst(account.baseURL.count)
        let parent = account.basePath.split(separator: "/").dropLast().map { "/\($0)" }.joined()
        guard let url = URL(string: account.origin.description + parent + below), !account.basePath.isEmpty else {
            throw FreshworksError(.invalidPath, "the account's base URL has no path beside which the web app could be")
        }
        return try await send(endpoint, options, at: url)
    }
}
