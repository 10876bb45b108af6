public import Foundation

/// The `/instances` calls of Cloud Elements and SAP Open Connectors, over registries of connections and without a server:
/// whoever has tooling for those platforms mounts it below any path.
///
/// ```swift
/// let service = InstanceService { user, organization in
///     try await tenants.registry(user: user, organization: organization)      // nil refuses the caller
/// }
/// let response = try await service.respond(to: .init(.post, "/instances", authorization: header, body: body))
/// ```
/// Ids are those of connections, so texts and not numbers. A token is shown by the call that creates the instance and by no
/// other, since stores have its digest alone.
public struct InstanceService: Sendable {
    /// Finds the registry of a caller: one of its own for each tenant, such as with a namespace. `nil` refuses the caller.
    public typealias Check = @Sendable (_ user: Secret, _ organization: Secret) async throws -> ConnectionRegistry?

    private let check: Check

    /// Serves whoever passes the app's own check.
    public init(_ check: @escaping Check) { self.check = check }

    /// Answers a request. Whatever is wrong with it is an answer too, as `{"requestId", "message"}`.
    /// - Throws: `CancellationError` only.
    public func respond(to request: Request) async throws -> Response {
        do {
            return try await answer(to: request)
        } catch is CancellationError {
            throw CancellationError()
        } catch let error as InstanceRefusal {
            return error.response
        } catch let error as FreshworksError {
            return InstanceRefusal(error).response
        } catch {
            return InstanceRefusal(500, "The request failed.").response
        }
    }

    private func answer(to request: Request) async throws -> Response {
        let authorization = request.authorization.flatMap { try? InstanceAuthorization(header: $0.reveal()) }
        guard let authorization, let organization = authorization.organization,
            let registry = try await check(authorization.user, organization)
        else { throw InstanceRefusal(401, "The Authorization field names no user and organization that are known.") }
        let instances = Instances(registry: registry)
        let path = request.path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        switch (request.method, path.first, path.count) {
        case (.get, "instances", 1): return .init(200, .array(try await instances.all()))
        case (.post, "instances", 1): return .init(200, try await instances.create(request.json()))
        case (.put, "instances", 2) where path[1] == "enabled", (.delete, "instances", 2) where path[1] == "enabled":
            guard let token = authorization.element else {
                throw InstanceRefusal(401, "The Authorization field names no element.")
            }
            return .init(200, try await instances.set(enabled: request.method == .put, token))
        case (.get, "instances", 2): return .init(200, try await instances.get(path[1]))
        case (.put, "instances", 2):
            return .init(200, try await instances.change(path[1], request.json(), isWhole: true))
        case (.patch, "instances", 2):
            return .init(200, try await instances.change(path[1], request.json(), isWhole: false))
        case (.delete, "instances", 2):
            try await instances.delete(path[1])
            return .init(200, nil)
        case (.get, "elements", 3) where path[2] == "instances":
            return .init(200, .array(try await instances.all(of: path[1])))
        case (.post, "elements", 3) where path[2] == "instances":
            return .init(200, try await instances.create(request.json(), of: path[1]))
        case (_, "instances", 1...2), (_, "elements", 3):
            throw InstanceRefusal(405, "The path has no such method.")
        default: throw InstanceRefusal(404, "There is no such path.")
        }
    }
}

extension InstanceService {
    /// A request, as the app's server received it.
    public struct Request: Sendable, CustomStringConvertible, CustomReflectable {
        let method: TransportRequest.Method
        let path: String
        let authorization: Secret?
        private let body: Data

        /// Takes over a request.
        /// - Parameter path: From `/instances` or `/elements` on, without what the service is mounted below.
        public init(_ method: TransportRequest.Method, _ path: String, authorization: String?, body: Data = Data()) {
            self.method = method
            self.path = path
            self.authorization = authorization.map { Secret($0) }
            self.body = body
        }

        /// The method alone: path, header and body may hold secrets.
        public var description: String { "InstanceService.Request(\(method.rawValue))" }

        /// A mirror without children, for `dump` and debuggers.
        public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }

        func json() throws -> JSONObject {
            guard body.count <= 1 << 20, let json = try? JSONValue(parsing: body, depthLimit: 64).objectValue else {
                throw InstanceRefusal(400, "The body must be a JSON object of at most 1 MiB.")
            }
            return json
        }
    }

    /// What to answer.
    public struct Response: Sendable, CustomStringConvertible, CustomReflectable {
        /// The HTTP status.
        public let status: Int
        /// The JSON body; `nil` for an empty one. That of a new instance holds its token.
        public let body: JSONValue?

        init(_ status: Int, _ body: JSONValue?) {
            self.status = status
            self.body = body
        }

        /// The status alone: the body may hold a token.
        public var description: String { "InstanceService.Response(\(status))" }

        /// A mirror without children, for `dump` and debuggers.
        public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
    }
}

/// Why a request is not carried out.
struct InstanceRefusal: Error {
    let status: Int
    let message: String

    init(_ status: Int, _ message: String) {
        self.status = status
        self.message = message
    }

    init(_ error: FreshworksError) {
        switch error.code {
        case .connectionNotFound: self.init(404, "There is no such instance.")
        case .connectionNameTaken, .connectionProfileTaken, .connectionChanged: self.init(409, error.sentence)
        case .connectionNotVerified:
            let isAnswer = error.verification.map { $0.verdict.isAboutCredential } ?? false
            self.init(isAnswer ? 400 : 502, error.sentence)
        case .invalidImport, .invalidArgument: self.init(400, error.description)
        // What the account's own rules refuse before anything is sent, and what the store cannot do.
        case .storeFailed, .malformedConnection: self.init(500, "The instances cannot be read or stored.")
        default: self.init(error.attempts == 0 && error.status == nil ? 400 : 502, error.sentence)
        }
    }

    var response: InstanceService.Response {
        .init(status, ["requestId": .string(RandomName.make()), "message": .string(message)])
    }
}

extension Verification.Verdict {
    fileprivate var isAboutCredential: Bool {
        [.invalidCredential, .forbidden, .wrongHost, .wrongProduct, .notConfigured].contains(self)
    }
}
