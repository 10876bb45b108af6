import FreshworksCore

/// Freshsales' paging: `page`, `per_page`, and totals under `meta`. Nonsense is ignored; a page past the end is empty.
struct FreshsalesPage {
    private let page: Int
    private let perPage: Int

    init(_ query: QueryText) {
        page = max(1, query["page"].flatMap { Int($0) } ?? 1)
        perPage = min(100, max(1, query["per_page"].flatMap { Int($0) } ?? 25))
    }

    func rows(_ all: [JSONObject], to request: SandboxRequest) -> ArraySlice<JSONObject> {
        request.rows(of: all, page: page, perPage: perPage).rows
    }

    func meta(_ count: Int) -> JSONValue {
        ["total_pages": .int((count + perPage - 1) / perPage), "total": .int(count)]
    }
}
