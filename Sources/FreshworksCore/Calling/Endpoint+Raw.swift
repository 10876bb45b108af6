import Foundation

extension Endpoint<TransportResponse> {
    /// A call that no connector describes, as a person writes it.
    /// - Parameter text: A path with or without the account's base path, and with or without a query.
    /// - Throws: ``FreshworksError/Code/invalidPath`` for a full address: a call goes to the client's account only.
    package static func raw(
        _ method: TransportRequest.Method, _ text: String, below account: FreshworksAccount,
        query: QueryItems = [:], body: RequestBody = .none
    ) throws -> Endpoint {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard !parts[0].contains("://") else {
            throw FreshworksError(
                .invalidPath, "the path is a full address", advice: "Give the part behind the host, such as tickets/12."
            )
        }
        var path = parts[0].drop { $0 == "/" }
        let basePath = account.basePath.dropFirst() + "/"
        if path.hasPrefix(basePath) { path = path.dropFirst(basePath.count) }
        try account.product.checkRecordIDs(in: path)
        var items = parts.count > 1 ? QueryItems(written: parts[1]) : [:]
        items.append(contentsOf: query)
        return Endpoint(
            "call", method, PathTemplate(written: String(path)), query: items, body: body, read: { $0 })
    }
}

extension FreshworksProduct {
    /// Refuses ids of another product, and of another kind of record, before they are sent: behind the name of a numbered
    /// collection stands a positive integer, or a word of the API such as `me` or `bulk_update`.
    fileprivate func checkRecordIDs(in path: Substring) throws {
        let segments = path.split(separator: "/")
        for (collection, id) in zip(segments, segments.dropFirst())
        where numberedCollections.contains(String(collection)) {
            let isWord = id.allSatisfy { ("a"..."z").contains($0) || $0 == "_" || $0 == "-" }
            guard isWord || (id.isDecimal && Int64(id) ?? 0 > 0) else {
                throw FreshworksError(
                    .invalidPath, "what follows \(collection) in the path is no id of \(title), whose ids are integers",
                    advice: "Use the id that the API shows, as in \(collection)/12.")
            }
        }
    }
}
