extension ConversationEndpoints {
    /// Rates a conversation. `POST /csat/{conversation_id}`
    ///
    /// Experimental: the service documents the path, and neither what it takes nor what it answers. Ratings are read with the
    /// report ``ReportEvent/satisfactionScore``.
    /// - Parameters:
    ///   - id: The conversation.
    ///   - rating: Sent as it is, such as `["stars": 5]`; not empty.
    /// - Returns: What the service answers, if anything.
    @discardableResult
    public func rate(
        _ id: String, _ rating: JSONObject, options: CallOptions = CallOptions()
    ) async throws -> JSONValue? {
        try await api.send(
            Endpoint("csat.create", .post, "csat/\(id)", body: .json(.object(rating))) { response in
                response.content == .nothing ? nil : try response.json()
            }.checking {
                if rating.isEmpty { throw ArgumentCheck.refusal("rating", "must not be empty") }
            }, options)
    }
}
