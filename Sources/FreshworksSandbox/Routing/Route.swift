/// One method and path of a service, with the function that answers it.
///
/// `State` is the service, which the function may change; it runs under the sandbox's lock and never waits.
struct Route<State>: Sendable {
    typealias Handler = @Sendable (SandboxRequest, inout State) throws(SandboxReply) -> SandboxReply

    let method: String
    let pattern: PathPattern
    /// The OAuth scopes of which it needs one, without the product; empty if any of the product's will do.
    let scopes: [String]
    let handler: Handler

    /// - Parameters:
    ///   - scope: The scope that it needs.
    ///   - other: Another one that will do.
    init(
        _ method: String, _ pattern: String, scope: String? = nil, or other: String? = nil,
        _ handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = PathPattern(pattern)
        scopes = [scope, other].compactMap(\.self)
        self.handler = handler
    }
}

/// A path such as `contacts/view/{id}`, in which `{id}` stands for any one segment.
struct PathPattern: Sendable, Equatable {
    private let segments: [String]

    var text: String { segments.joined(separator: "/") }

    init(_ text: String) { segments = text.split(separator: "/").map(String.init) }

    /// What the names in braces stand for, or `nil` if the path is another one.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (segment, part) in zip(segments, path) {
            if segment.hasPrefix("{"), segment.hasSuffix("}") {
                values[String(segment.dropFirst().dropLast())] = part
            } else if segment != part {
                return nil
            }
        }
        return values
    }
}

/// The routes of a service. The first that fits wins, so fixed paths stand before those with names in braces.
struct Router<State>: Sendable {
    let routes: [Route<State>]

    init(_ routes: [Route<State>]...) { self.routes = routes.flatMap(\.self) }

    enum Match {
        case route(Route<State>, parameters: [String: String])
        case otherMethods([String])
        case none

        var found: (route: Route<State>, parameters: [String: String])? {
            if case .route(let route, let parameters) = self { (route, parameters) } else { nil }
        }
    }

    /// The OAuth scopes that the routes need.
    var scopes: Set<String> { Set(routes.flatMap(\.scopes)) }

    func match(_ method: String, _ path: [String]) -> Match {
        var pattern: PathPattern?
        var methods: [String] = []
        for route in routes {
            guard let parameters = route.pattern.match(path) else { continue }
            if route.method == method { return .route(route, parameters: parameters) }
            // `agents/me` also fits `agents/{id}`, whose other methods are not meant.
            pattern = pattern ?? route.pattern
            if route.pattern == pattern { methods.append(route.method) }
        }
        return methods.isEmpty ? .none : .otherMethods(methods)
    }
}
