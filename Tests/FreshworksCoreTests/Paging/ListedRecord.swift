import FreshworksCore

/// Any record with a number.
struct ListedRecord: Resource {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}

extension PagedSequence {
    /// The first page alone.
    func firstPage() async throws -> Page? {
        var pages = pages.makeAsyncIterator()
        return try await pages.next()
    }
}
