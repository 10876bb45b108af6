/// One call of a service's API, as a value: what is sent, how it counts against the limits, and how the answer is read.
///
/// A connector's resource file is a table of these:
///
/// ```swift
/// Endpoint<Ticket>("tickets.get", .get, "tickets/\(id)")
/// Endpoint<[Agent]>("agents.list", .get, "agents", query: ["email": email])
/// Endpoint<Void>("agents.delete", .delete, "agents/\(id)")
/// ```
public struct Endpoint<Response: Sendable>: Sendable {
    /// The name that errors and observers show, such as `tickets.create`.
    public let operation: String
    /// The verb.
    public let method: TransportRequest.Method
    /// The path below the account's base URL.
    public let path: PathTemplate
    /// The query.
    public let query: QueryItems
    /// What is sent.
    public let body: RequestBody
    /// The part of the account's rate limit that the call counts against.
    public let group: RateGroup
    /// How many calls the service counts this one as; from 0 to ``costLimit``, or the call is refused.
    public let cost: Int
    /// Whether sending the request twice does no more than sending it once.
    public let isSafeToRepeat: Bool
    /// Turns a 2xx answer into the result.
    public let read: @Sendable (TransportResponse) throws -> Response
    /// What is wrong with the arguments. It is thrown before anything is sent, with the operation's name.
    private(set) var refusal: FreshworksError?
    /// What to do about failures of this call that mean more here than elsewhere.
    private(set) var advice: [FreshworksError.Code: String] = [:]
    /// Finds the status of a failure in the body of a 2xx answer.
    private(set) var statusInBody: (@Sendable (JSONValue) -> Int?)?

    /// Describes a call whose answer is read by a function of your own.
    /// - Parameters:
    ///   - safeToRepeat: `nil` decides by the verb: everything but `POST` and `PATCH` is.
    ///   - read: Gets answers with a 2xx status only.
    ///   - query: What it throws, sending throws, as an error of this operation; so does `body`.
    public init(
        _ operation: String, _ method: TransportRequest.Method, _ path: PathTemplate,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        group: RateGroup = .general, cost: Int = 1, safeToRepeat: Bool? = nil,
        read: @escaping @Sendable (TransportResponse) throws -> Response
    ) {
        var arguments = EndpointArguments()
        self.query = arguments.take(query) ?? [:]
        self.body = arguments.take(body) ?? .none
        refusal = arguments.refusal.map { FreshworksError(wrapping: $0) }
        self.operation = operation
        self.method = method
        self.path = path
        self.group = group
        self.cost = cost
        isSafeToRepeat = safeToRepeat ?? (method != .post && method != .patch)
        self.read = read
        if let refusal = self.body.refusal { refuse(refusal) }
        if !self.query.fieldErrors.isEmpty { refuse(ArgumentCheck.refusal(self.query.fieldErrors)) }
    }

    /// The same call, refused by what a check of its arguments throws.
    ///
    /// ```swift
    /// Endpoint<Void>("agents.set_status", .put, "agents/\(id)/status", body: body)
    ///     .checking { try ArgumentCheck.notBlank(status, "status") }
    /// ```
    public func checking(_ check: () throws -> Void) -> Endpoint {
        var copy = self
        do {
            try check()
        } catch {
            copy.refuse(FreshworksError(wrapping: error))
        }
        return copy
    }

    /// The same call, which says what to do when the service refuses it for a reason that means more here than elsewhere.
    ///
    /// ```swift
    /// Endpoint<Void>("tickets.delete", .delete, "tickets/\(id)")
    ///     .advising(.methodNotAllowed, "The ticket is in the trash already.")
    /// ```
    public func advising(_ code: FreshworksError.Code, _ advice: String) -> Endpoint {
        var copy = self
        copy.advice[code] = advice
        return copy
    }

    /// The same call, where the body of a 2xx answer may say that it failed: it throws what the status found there would. For
    /// all else, such as repetitions, pacing and observers, the answer is the 2xx that it is.
    /// - Parameter status: Gets the body; `nil` where it is a success.
    package func failing(_ status: @escaping @Sendable (JSONValue) -> Int?) -> Endpoint {
        var copy = self
        copy.statusInBody = status
        return copy
    }

    /// Adds what is wrong: fields to fields; another reason to refuse the call goes before them.
    private mutating func refuse(_ error: FreshworksError) {
        guard let first = refusal else { return refusal = error }
        if first.fieldErrors.isEmpty { return }
        if error.fieldErrors.isEmpty { refusal = error } else { refusal?.fieldErrors += error.fieldErrors }
    }

    /// More than any service counts one call as.
    public static var costLimit: Int { 100_000 }
}

extension Endpoint where Response: Resource {
    /// Describes a call that answers with one record.
    /// - Parameter keys: Where the record stands in the answer, outermost first; empty when it is the whole answer.
    public init(
        _ operation: String, _ method: TransportRequest.Method, _ path: PathTemplate,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        group: RateGroup = .general, cost: Int = 1, safeToRepeat: Bool? = nil, at keys: String...
    ) {
        self.init(
            operation, method, path, query: try query(), body: try body(), group: group, cost: cost,
            safeToRepeat: safeToRepeat
        ) { try $0.json().record(at: keys) }
    }
}

extension Endpoint {
    /// Describes a call that answers with a list of records. A record that cannot be read is an error, never left out.
    /// - Parameter keys: Where the list stands in the answer, outermost first; empty when it is the whole answer.
    public init<Element: Resource>(
        _ operation: String, _ method: TransportRequest.Method, _ path: PathTemplate,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        group: RateGroup = .general, cost: Int = 1, safeToRepeat: Bool? = nil, at keys: String...
    ) where Response == [Element] {
        self.init(
            operation, method, path, query: try query(), body: try body(), group: group, cost: cost,
            safeToRepeat: safeToRepeat
        ) { try $0.json().records(at: keys) }
    }
}

extension Endpoint where Response == Void {
    /// Describes a call whose answer holds nothing of interest. Any 2xx is success, with or without a body.
    public init(
        _ operation: String, _ method: TransportRequest.Method, _ path: PathTemplate,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        group: RateGroup = .general, cost: Int = 1, safeToRepeat: Bool? = nil
    ) {
        self.init(
            operation, method, path, query: try query(), body: try body(), group: group, cost: cost,
            safeToRepeat: safeToRepeat
        ) { _ in }
    }
}

/// Makes an endpoint's arguments, and keeps what their checks refuse until the call is sent.
struct EndpointArguments {
    private(set) var refusal: (any Error)?

    mutating func take<Value>(_ make: () throws -> Value) -> Value? {
        do {
            return try make()
        } catch {
            refusal = Self.joined(refusal, error)
            return nil
        }
    }

    /// Two refusals of fields are one with all of them; otherwise the first counts.
    private static func joined(_ first: (any Error)?, _ second: any Error) -> any Error {
        guard let first else { return second }
        var check = ArgumentCheck()
        do {
            try check.include { throw first }
            try check.include { throw second }
            try check.finish()
            return first
        } catch {
            return error
        }
    }
}
