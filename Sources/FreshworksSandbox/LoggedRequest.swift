public import Foundation
public import FreshworksCore

/// What a sandbox remembers of a request. It never holds the credential.
public struct LoggedRequest: Sendable, Hashable {
    /// The product that the request reached; `nil` if it went to another host or path, or to the OAuth server.
    public let product: Sandbox.Product?
    /// The verb as it was sent.
    public let method: TransportRequest.Method
    /// The host as the client named it, with the port if it named one.
    public let host: String
    /// The path as it was sent, such as `/api/v2/tickets`.
    public let path: String
    /// The query as it was sent, without the question mark; empty if there was none. Outside the products' APIs the values
    /// of OAuth's secrets, such as `code` and `state`, are left out.
    public let query: String
    /// The body as it was sent to a product; empty if there was none. What other hosts and the OAuth server were sent is left out,
    /// because it may hold secrets.
    public let body: Data
    /// The status of the answer; `nil` if none went out.
    public internal(set) var status: Int?
    /// What the credential was worth. For requests that reached no service: missing, or unknown.
    public internal(set) var credential: CredentialUse

    /// The body as JSON, if it is some.
    public var json: JSONValue? { try? JSONValue(parsing: body) }

    init(_ arrival: Arrival) {
        method = TransportRequest.Method(rawValue: arrival.method)
        host = arrival.host
        path = arrival.path
        credential = arrival.headers["Authorization"] == nil ? .missing : .unknown
        if case .service(.product(let product), let request) = arrival.destination {
            self.product = product
            query = arrival.query
            body = request.body
        } else {
            product = nil
            body = Data()
            query = Self.withoutSecrets(arrival.query)
        }
    }

    private static let secretNames: Set = [
        "access_token", "client_secret", "code", "code_challenge", "code_verifier", "password", "refresh_token",
        "state", "ticket",
    ]

    private static func withoutSecrets(_ query: String) -> String {
        query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let names = QueryText(String(pair)).items.map(\.name)
            return secretNames.isDisjoint(with: names) ? String(pair) : pair.prefix { $0 != "=" } + "=<redacted>"
        }.joined(separator: "&")
    }
}
