import Foundation

extension Endpoint<TransportResponse> {
    /// A call that no connector describes, as a person writes it.
    /// - Parameter text: A path with or without the account's base path, and with or without a query.
    /// - Throws: ``FreshworksError/Code/invalidPath`` for a full address: a call goes to the client's account only.
    package static func raw(
        _ method: TransportRequest.Method, _ text: String, below account: FreshworksAccount,
        query: QueryItems = [:], body: JSONValue? = nil
    ) throws -> Endpoint {
        guard !text.contains("://") else {
            throw FreshworksError(
                .invalidPath, "the path is a full address", advice: "Give the part behind the host, such as tickets/12."
            )
        }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = parts[0].drop { $0 == "/" }
        let basePath = account.basePath.dropFirst() + "/"
        if path.hasPrefix(basePath) { path = path.dropFirst(basePath.count) }
        var items = parts.count > 1 ? QueryItems(written: parts[1]) : [:]
        items.append(contentsOf: query)
        return Endpoint(
            "call", method, PathTemplate(written: String(path)), query: items, body: body.map { .json($0) } ?? .none,
            read: { $0 })
    }
}
