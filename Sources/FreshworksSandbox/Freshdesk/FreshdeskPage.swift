import FreshworksCore

/// Freshdesk's paging: `page`, `per_page`, a bare array, and a `Link` field while there is more.
struct FreshdeskPage {
    private(set) var flaws: [Flaw] = []
    private var page = 1
    private var perPage = 30

    /// - Parameter lastPage: The page after which the service refuses to go on.
    init(_ query: QueryText, lastPage: Int) {
        page = number("page", query, atMost: lastPage) ?? page
        perPage = number("per_page", query, atMost: 100) ?? perPage
    }

    /// How many rows there are up to the end of the page.
    var end: Int {
        let (end, isHuge) = page.multipliedReportingOverflow(by: perPage)
        return isHuge ? .max - 1 : end
    }

    private mutating func number(_ name: String, _ query: QueryText, atMost limit: Int) -> Int? {
        guard let text = query[name] else { return nil }
        guard let value = Int(text), value > 0, text.utf8.first != UInt8(ascii: "+") else {
            flaws.append(Flaw(name, .mismatch("Positive Integer")))
            return nil
        }
        if value > limit {
            let words = "It should be a Positive Integer less than or equal to \(limit)"
            flaws.append(Flaw(name, .said(code: "invalid_value", words)))
        }
        return value
    }

    func reply<Row>(_ all: [Row], to request: SandboxRequest, json: (Row) -> JSONValue) -> SandboxReply {
        let (rows, hasMore) = request.rows(of: all, page: page, perPage: perPage)
        var reply = SandboxReply.json(200, .array(rows.map(json)))
        if hasMore {
            let path = request.path.joined(separator: "/")
            let query = request.query.replacing("page", by: page + 1)
            let next = "\(request.linkOrigin ?? request.origin)\(request.basePath)/\(path)?\(query)"
            reply.add("Link", "<\(next)>; rel=\"next\"")
        }
        return reply
    }
}
