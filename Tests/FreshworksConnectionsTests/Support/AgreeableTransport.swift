import FreshworksCore
import TestSupport

/// A Freshdesk that takes every key.
struct AgreeableTransport: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        .json(200, #"{"id":1,"contact":{"email":"ines@example.com","name":"Ines"}}"#)
    }
}
