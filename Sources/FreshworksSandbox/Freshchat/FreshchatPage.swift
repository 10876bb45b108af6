import FreshworksCore

/// Freshchat's paging: `page`, `items_per_page`, and an envelope with counts and links.
struct FreshchatPage {
    let page: Int
    let perPage: Int

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
            throw FreshchatReplies.invalid("\(name) is not valid")
        }
        return value
    }

    /// A link that is relative to the host, unless a fault sends it elsewhere.
    static func link(_ page: Int, of request: SandboxRequest, rel: String) -> JSONValue {
        let origin = request.linkOrigin ?? ""
        let path = request.path.map(PercentEncoding.encode).joined(separator: "/")
        let query = request.query.replacing("page", by: page)
        return ["href": "\(origin)\(request.basePath)/\(path)?\(query)", "rel": .string(rel), "type": "GET"]
    }

    func reply(
        _ all: [JSONObject], to request: SandboxRequest, key: String, rel: String
    ) throws(SandboxReply) -> SandboxReply {
        let pages = max(1, (all.count + perPage - 1) / perPage)
        guard page <= pages else {
            throw FreshchatReplies.error(400, "WRONG_PAGE", "page does not exist in the result")
        }
        func link(_ page: Int) -> JSONValue { Self.link(page, of: request, rel: rel) }
        var links: [(String, JSONValue)] = []
        if page < pages { links.append(("next_page", link(page + 1))) }
        if page > 1 { links.append(("previous_page", link(page - 1))) }
        links += [("first_page", link(1)), ("last_page", link(pages))]
        let rows = request.rows(of: all, page: page, perPage: perPage).rows
        let counts: JSONValue = [
            "total_items": .int(all.count), "total_pages": .int(pages), "current_page": .int(page),
            "items_per_page": .int(perPage),
        ]
        return FreshchatReplies.ok([
            key: .array(rows.map(JSONValue.object)), "pagination": counts, "links": .object(JSONObject(links)),
        ])
    }
}

extension QueryText {
    /// The value of a parameter that is one of a list.
    func choice(_ name: String, of values: [String]) throws(SandboxReply) -> String? {
        guard let value = self[name] else { return nil }
        guard values.contains(value) else { throw FreshchatReplies.invalid("\(name) is not valid") }
        return value
    }

    /// Rows in the order of `sort_by` and `sort_order`; texts are compared, and times are texts that sort.
    func sorted(_ rows: [JSONObject], by keys: [String]) throws(SandboxReply) -> [JSONObject] {
        let key = try choice("sort_by", of: keys)
        let order = try choice("sort_order", of: ["asc", "desc"])
        var rows = rows
        if let key {
            func rank(_ row: JSONObject) -> (String, String) {
                (row[key]?.stringValue ?? "", row["id"]?.stringValue ?? "")
            }
            rows.sort { rank($0) < rank($1) }
        }
        return order == "desc" ? rows.reversed() : rows
    }
}
