import FreshworksCore

/// Freshdesk's paging: `page`, `per_page`, a bare array, and a `Link` field while there is more.
struct FreshdeskPage {
    static let parameters: Set<String> = ["page", "per_page"]

    private let page: Int
    private let perPage: Int

    /// - Parameter lastPage: The page after which the service refuses to go on.
    init(_ query: QueryText, lastPage: Int = .max, _ validation: inout FreshdeskValidation) {
        page = Self.number("page", default: 1, atMost: lastPage, query, &validation)
        perPage = Self.number("per_page", default: 30, atMost: 100, query, &validation)
    }

    private static func number(
        _ name: String, default standard: Int, atMost limit: Int, _ query: QueryText,
        _ validation: inout FreshdeskValidation
    ) -> Int {
        guard let text = query[name] else { return standard }
        guard let value = Int(text), value > 0, text.utf8.first != UInt8(ascii: "+") else {
            validation.refuse(name, "datatype_mismatch", "It should be a/an Positive Integer")
            return standard
        }
        if value > limit {
            validation.refuse(name, "invalid_value", "It should be a Positive Integer less than or equal to \(limit)")
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
