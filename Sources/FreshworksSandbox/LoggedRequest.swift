public import FreshworksCore

/// What a sandbox remembers of a request. It never holds the credential.
public struct LoggedRequest: Sendable, Hashable {
    /// The service that the request reached; `nil` if it went to another host or path.
    public let product: Sandbox.Product?
    /// The verb as it was sent.
    public let method: TransportRequest.Method
    /// The host as the client named it, with the port if it named one.
    public let host: String
    /// The path as it was sent, such as `/api/v2/tickets`.
    public let path: String
    /// The query as it was sent, without the question mark; empty if there was none.
    public let query: String
    /// The status of the answer; `nil` if none went out.
    public internal(set) var status: Int?
    /// What the credential was worth. For requests that reached no service: missing, or unknown.
    public internal(set) var credential: CredentialUse

    init(_ arrival: Arrival) {
        method = TransportRequest.Method(rawValue: arrival.method)
        host = arrival.host
        path = arrival.path
        query = arrival.query
        credential = arrival.headers["Authorization"] == nil ? .missing : .unknown
        if case .service(let product, _) = arrival.destination { self.product = product } else { product = nil }
    }
}
