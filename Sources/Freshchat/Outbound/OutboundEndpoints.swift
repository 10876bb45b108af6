/// Messages to phone numbers, by approved templates of WhatsApp. Source: Freshchat API v2, outbound messages.
public struct OutboundEndpoints: Sendable {
    let api: APIClient

    /// Sends a template to up to ten numbers; the service carries it out later. `POST /outbound-messages/whatsapp`
    ///
    /// When the answer is lost nobody knows whether it was sent: the service does not recognize a repetition.
    /// - Throws: ``FreshworksError``, also for a 2xx whose body says that the call failed, with the status that stands there.
    public func send(_ draft: OutboundDraft, options: CallOptions = CallOptions()) async throws -> OutboundReceipt {
        try await api.send(
            Endpoint("outbound_messages.send", .post, "outbound-messages/whatsapp", body: .json(draft)).failingByBody,
            options)
    }

    /// What has become of the messages of a request. `GET /outbound-messages`
    ///
    /// Right after sending there are none: the service takes about a second.
    /// - Parameter requestID: From the receipt.
    public func messages(
        ofRequest requestID: String, options: CallOptions = CallOptions()
    ) async throws -> [OutboundMessage] {
        try await api.send(
            Endpoint("outbound_messages.list", .get, "outbound-messages", query: query(requestID)) {
                try $0.json().list(under: "outbound_messages")
            }.failingByBody, options)
    }

    private func query(_ requestID: String) -> QueryItems {
        var query = QueryItems()
        query.append("request_id", requestID, .notBlank)
        return query
    }
}

extension Endpoint {
    /// These calls may fail with a 2xx and `{"success": false, "error_code": 400, "error_message": "…"}`.
    fileprivate var failingByBody: Endpoint {
        failing { body in
            let (isSuccess, code): (Bool?, Int?) = (body["success"], body["error_code"])
            guard isSuccess == false else { return nil }
            return code.flatMap { (400..<600).contains($0) ? $0 : nil } ?? 400
        }
    }
}

/// That messages were taken. Source: Freshchat API v2, outbound messages.
public struct OutboundReceipt: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// What to ask for the messages with.
    public let requestID: String

    /// Reads a receipt.
    /// - Throws: ``FreshworksError`` when it has no request id.
    public init(json: JSONObject) throws {
        self.json = json
        requestID = try json.require("request_id")
    }

    /// The fields of ``OutboundReceipt``, which the service alone writes.
    public final class Fields: FieldTable {
        /// How long the service took, as it writes it.
        public let processTime = ReadOnly<String>("request_process_time")
        /// Where to ask what has become of the messages.
        public let link = ReadOnly<Link>("link")

        /// The only instance.
        public static let table = Fields()
    }
}

extension FreshchatClient {
    /// Messages to phone numbers.
    public var outboundMessages: OutboundEndpoints { OutboundEndpoints(api: api) }
}
