/// A list of a service's API, as a value: where its first page is and how it goes on.
///
/// ```swift
/// ListEndpoint<Agent>("agents.list", "agents", query: ["state": state], paging: .linkHeader)
/// ```
public struct ListEndpoint<Element: Resource>: Sendable {
    /// The name that errors and observers show, such as `tickets.list`.
    public let operation: String
    /// The verb; some lists are asked for by `POST`.
    public let method: TransportRequest.Method
    /// The path below the account's base URL.
    public let path: PathTemplate
    /// The query of the first page.
    public let query: QueryItems
    /// What each page is asked for with, the same for all: their numbers stand in the query.
    public let body: RequestBody
    /// The part of the account's rate limit that each page counts against.
    public let group: RateGroup
    /// How many calls the service counts one page as.
    public let cost: Int
    /// How the list names its next page.
    public let paging: PageStyle
    /// The last page that the service serves, and what to do about it.
    public let ceiling: Ceiling?
    /// Turns a page's body into its records.
    public let read: @Sendable (JSONValue) throws -> [Element]
    /// Why query or body could not be made: reading throws it.
    private let refusal: (any Error)?
    /// Whether a record that came on any page before is left out, and not only one of the page before.
    private(set) var isDeliveredOnce = false
    /// Whether so many records can be all there are, if every page shows the same; `nil` for lists that surely have pages.
    private(set) var isWhole: (@Sendable (Int) -> Bool)?
    /// Hears of pages that could not be read.
    private(set) var failed: (@Sendable (FreshworksError) -> Void)?

    /// A number of pages that a service does not go beyond.
    public struct Ceiling: Sendable {
        /// The last page that is served.
        public let pages: Int
        /// What the caller can do to see the rest, as a sentence.
        public let advice: String

        /// Makes a ceiling.
        public init(pages: Int, advice: String) {
            self.pages = pages
            self.advice = advice
        }
    }

    /// Describes a list whose pages are read by a function of your own.
    /// - Parameters:
    ///   - query: What it throws, reading throws, as an error of this operation; so does `body`.
    ///   - body: What each page is asked for with, beside the page's number in the query.
    public init(
        _ operation: String, _ path: PathTemplate, method: TransportRequest.Method = .get,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        group: RateGroup = .general, cost: Int = 1, paging: PageStyle, ceiling: Ceiling? = nil,
        read: @escaping @Sendable (JSONValue) throws -> [Element]
    ) {
        var arguments = EndpointArguments()
        self.query = arguments.take(query) ?? [:]
        self.body = arguments.take(body) ?? .none
        refusal = arguments.refusal
        self.operation = operation
        self.method = method
        self.path = path
        self.group = group
        self.cost = cost
        self.paging = paging
        self.ceiling = ceiling
        self.read = read
    }

    /// Describes a list. A record that cannot be read is an error, never left out.
    /// - Parameter keys: Where the records stand in a page, outermost first; empty when they are the whole page.
    public init(
        _ operation: String, _ path: PathTemplate, method: TransportRequest.Method = .get,
        query: @autoclosure () throws -> QueryItems = [:], body: @autoclosure () throws -> RequestBody = .none,
        group: RateGroup = .general, cost: Int = 1, paging: PageStyle, ceiling: Ceiling? = nil, at keys: String...
    ) {
        self.init(
            operation, path, method: method, query: try query(), body: try body(), group: group, cost: cost,
            paging: paging, ceiling: ceiling
        ) { try $0.records(at: keys) }
    }

    /// The same list, which tells of each page that could not be read: for whoever chose where the list is, and shall
    /// look again when it is gone.
    public func onFailure(_ tell: @escaping @Sendable (FreshworksError) -> Void) -> ListEndpoint {
        var copy = self
        copy.failed = tell
        return copy
    }

    /// The same list, whose records come once however far they shift between pages: their ids are remembered, in memory that
    /// grows with the list.
    package func deliveringOnce() -> ListEndpoint {
        var copy = self
        copy.isDeliveredOnce = true
        return copy
    }

    /// The same list, which the service may send whole whatever page is asked for: that is its end and no circle.
    /// - Parameter fits: Whether so many records can be all there are. As many as a page can hold may be the first of more.
    package func perhapsWhole(where fits: @escaping @Sendable (Int) -> Bool) -> ListEndpoint {
        var copy = self
        copy.isWhole = fits
        return copy
    }

    /// - Throws: Why the query could not be made, as an error of this operation.
    func requireQuery() throws {
        if let refusal { throw FreshworksError.refusal(of: operation, refusal) }
    }

    /// What tells the list apart from every other list and query, without telling what was asked.
    func fingerprint(of account: FreshworksAccount) throws -> String {
        var parts = [account.baseURL, operation, try path.encoded(), query.encoded]
        // Cursors of lists that are read by plain `GET` stay what they were.
        if let content = body.text { parts += [method.rawValue, content] }
        return Base64URL.encode(SHA256.hash(Array(parts.joined(separator: "\n").utf8)).prefix(12))
    }
}
