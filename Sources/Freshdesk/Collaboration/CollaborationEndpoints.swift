/// Conversations beside tickets. All calls need an administrator's key; what is deleted is gone for good. Source: Freshdesk API v2,
/// threads: `GET` and `DELETE /collaboration/threads/{id}`, and what stands at the functions.
public struct CollaborationThreadEndpoints: FetchedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = CollaborationThread
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "collaboration/threads" }

    /// Begins a thread. `POST /collaboration/threads`
    ///
    /// The service answers with the thread, or with a list of it alone.
    @discardableResult
    public func create(
        _ draft: CollaborationThreadDraft, options: CallOptions = CallOptions()
    ) async throws -> CollaborationThread {
        try await api.send(
            Endpoint(name("create"), .post, path, body: .json(draft)) { answer in
                let json = try answer.json()
                return try (json.arrayValue?.first ?? json).record()
            }, options)
    }

    /// Changes a thread. `PUT /collaboration/threads/{id}`
    ///
    /// The service answers with a part of the thread; `get` reads all of it.
    public func update(
        _ id: Int64, _ update: CollaborationThreadUpdate, options: CallOptions = CallOptions()
    ) async throws {
        try await api.send(Endpoint<Void>(name("update"), .put, "\(path)/\(id)", body: .json(update)), options)
    }
}

/// The messages of threads. All calls need an administrator's key; what is deleted is gone for good. Source: Freshdesk API v2, thread
/// messages: `POST /collaboration/messages`, `GET` and `DELETE /collaboration/messages/{id}`, and what stands at the functions.
public struct ThreadMessageEndpoints: FetchedRecords, CreatedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = ThreadMessage
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "collaboration/messages" }

    /// Changes a message. `PUT /collaboration/messages/{id}`
    ///
    /// The service answers with a part of the message; `get` reads all of it.
    public func update(
        _ id: Int64, _ update: ThreadMessageUpdate, options: CallOptions = CallOptions()
    ) async throws {
        try await api.send(Endpoint<Void>(name("update"), .put, "\(path)/\(id)", body: .json(update)), options)
    }

    /// What an answer to a message would quote, as HTML. `GET /collaboration/messages/{id}/generate-quote`
    public func quote(of id: Int64, options: CallOptions = CallOptions()) async throws -> String {
        try await api.send(
            Endpoint(name("quote"), .get, "\(path)/\(id)/generate-quote") { answer in
                guard let text = try answer.json()["quoted_text"]?.stringValue else {
                    throw FreshworksError(.unreadableResponse, "quoted_text is missing or not a string")
                }
                return text
            }, options)
    }
}

extension FreshdeskClient {
    /// Conversations beside tickets.
    public var threads: CollaborationThreadEndpoints { CollaborationThreadEndpoints(api: administration) }

    /// The messages of conversations beside tickets.
    public var threadMessages: ThreadMessageEndpoints { ThreadMessageEndpoints(api: administration) }
}
