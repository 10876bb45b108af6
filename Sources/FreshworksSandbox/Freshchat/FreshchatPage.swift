import FreshworksCore

/// Freshchat's paging: `page`, `items_per_page`, and an envelope with counts and links.
struct FreshchatPage {
    private let page: Int
    private let perPage: Int

    init(_ query: QueryText) throws(SandboxReply) {
        page = try Self.number("page", default: 1, atMost: .max, query)
        perPage = try Self.number("items_per_page", default: 20, atMost: 50, query)
    }

    private static func number(
        _ name: String, default standard: Int, atMost limit: Int, _ query: QueryText
    )
        throws(SandboxReply) -> Int
    {
        guard let text = query[name] else { return standard }
        guard let value = Int(text), value > 0, value <= limit else {
            throw FreshchatReplies.error(400, "INVALID_VALUE", "\(name) is not valid")
        }
        return value
    }

    func reply<Row>(
        _ all: [Row], to request: SandboxRequest, key: String, rel: String, json: (Row) -> JSONValue
    ) throws(SandboxReply) -> SandboxReply {
        let pages = max(1, (all.count + perPage - 1) / perPage)
        guard page <= pages else {
            throw FreshchatReplies.error(400, "WRONG_PAGE", "page does not exist in the result")
        }
        func link(_ page: Int) -> JSONValue {
            // Links are relative to the host, unless a fault sends them elsewhere.
            let origin = request.linkOrigin ?? ""
            let path = request.path.joined(separator: "/")
            let query = request.query.replacing("page", by: page)
            return ["href": "\(origin)\(request.basePath)/\(path)?\(query)", "rel": .string(rel), "type": "GET"]
        }
        var links: [(String, JSONValue)] = []
        if page < pages { links.append(("next_page", link(page + 1))) }
        if page > 1 { links.append(("previous_page", link(page - 1))) }
        links += [("first_page", link(1)), ("last_page", link(pages))]
        let rows = request.rows(of: all, page: page, perPage: perPage).rows
        let counts: JSONValue = [
            "total_items": .int(all.count), "total_pages": .int(pages), "current_page": .int(page),
            "items_per_page": .int(perPage),
        ]
        let envelope: JSONValue = [
            key: .array(rows.map(json)), "pagination": counts, "links": .object(JSONObject(links)),
        ]
        return .json(200, envelope, type: "application/json")
    }
}
