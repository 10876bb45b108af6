public import FreshworksCore

/// Which requests a fault hits.
public struct RequestMatcher: Sendable {
    private let service: ServiceName?
    private let path: PathPattern?
    private let method: TransportRequest.Method?
    private let query: [String: String]

    /// All requests.
    public static let any = RequestMatcher(service: nil, path: nil, method: nil, query: [:])

    /// Requests to one product.
    /// - Parameters:
    ///   - product: The product.
    ///   - path: The path below the base URL, such as `contacts/view/{id}`, where a name in braces is any one segment.
    ///   - method: The verb.
    ///   - query: Parameters that must be there with these values, such as `["page": "2"]`.
    public static func product(
        _ product: Sandbox.Product, _ path: String? = nil, method: TransportRequest.Method? = nil,
        query: [String: String] = [:]
    ) -> RequestMatcher {
        RequestMatcher(
            service: .product(product), path: path.map { PathPattern($0) }, method: method, query: query)
    }

    /// Requests to Freshdesk; see ``product(_:_:method:query:)``.
    public static func freshdesk(
        _ path: String? = nil, method: TransportRequest.Method? = nil, query: [String: String] = [:]
    ) -> RequestMatcher {
        .product(.freshdesk, path, method: method, query: query)
    }

    /// Requests to Freshchat; see ``product(_:_:method:query:)``.
    public static func freshchat(
        _ path: String? = nil, method: TransportRequest.Method? = nil, query: [String: String] = [:]
    ) -> RequestMatcher {
        .product(.freshchat, path, method: method, query: query)
    }

    /// Requests to Freshsales; see ``product(_:_:method:query:)``.
    public static func freshsales(
        _ path: String? = nil, method: TransportRequest.Method? = nil, query: [String: String] = [:]
    ) -> RequestMatcher {
        .product(.freshsales, path, method: method, query: query)
    }

    /// Requests to the OAuth server, whose paths are `authorize`, `token` and `userinfo`; see ``product(_:_:method:query:)``.
    public static func oauth(
        _ path: String? = nil, method: TransportRequest.Method? = nil, query: [String: String] = [:]
    ) -> RequestMatcher {
        RequestMatcher(service: .oauth, path: path.map { PathPattern($0) }, method: method, query: query)
    }

    func fits(_ service: ServiceName, _ request: SandboxRequest) -> Bool {
        (self.service ?? service) == service
            && (path.map { $0.match(request.path) != nil } ?? true)
            && (method.map { $0.rawValue == request.method } ?? true)
            && query.allSatisfy { request.query[$0.key] == $0.value }
    }
}
