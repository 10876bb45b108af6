import Foundation
import FreshworksCore

extension APIClient {
    /// The rows of all pages of a list, in the service's order.
    func allRows(_ path: String, query: QueryItems) async throws -> [JSONValue] {
        let endpoint = try Endpoint<TransportResponse>.raw(.get, path, below: account, query: query)
        var rows: [JSONValue] = []
        var next: URL? = try account.url(endpoint.path, query: endpoint.query)
        var named = Set([next])
        while let url = next {
            let response = try await send(endpoint, CallOptions(), at: url)
            do {
                let page = try Self.rows(of: response.json(), path: url.path())
                rows += page
                next = try PageStyle.automatic.next(after: response, at: url, isEmpty: page.isEmpty, of: account)
                guard next == nil || named.insert(next).inserted else {
                    throw FreshworksError(.repeatedPage, "the pages of the list run in a circle")
                }
            } catch var error as FreshworksError {
                // The answer is at fault and not the call, which the exit status has to tell.
                error.status = response.status
                throw error
            }
        }
        return rows
    }

    /// The list in a page: the whole answer, or the one list of its envelope that the path names.
    private static func rows(of page: JSONValue, path: String) throws -> [JSONValue] {
        if let rows = page.arrayValue { return rows }
        let lists = page.objectValue?.compactMap { key, value in value.arrayValue.map { (key, $0) } } ?? []
        let segments = path.split(separator: "/").map(String.init)
        if let named = lists.last(where: { segments.contains($0.0) }) ?? (lists.count == 1 ? lists.first : nil) {
            return named.1
        }
        throw Misuse("the answer does not show which of its members is the list; call it without --all")
    }
}
