import FreshworksCore

/// Freshsales' paging: `page`, `per_page`, and totals under `meta`. Nonsense is ignored; a page past the end is empty.
struct FreshsalesPage {
    private let page: Int
    private let perPage: Int

    init(_ query: QueryText) {
        page = max(1, query["page"].flatMap { Int($0) } ?? 1)
        perPage = min(100, max(1, query["per_page"].flatMap { Int($0) } ?? 25))
    }

    func members<Row>(_ all: [Row], to request: SandboxRequest, key: String, json: (Row) -> JSONValue) -> JSONObject {
        let rows = request.rows(of: all, page: page, perPage: perPage).rows
        let pages = (all.count + perPage - 1) / perPage
        let meta: JSONValue = ["total_pages": .int(pages), "total": .int(all.count)]
        return [key: .array(rows.map(json)), "meta": meta]
    }
}
