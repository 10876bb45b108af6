import FreshworksCore

extension FreshsalesService {
    /// The records that a view shows; unset associations are left out unless included.
    func list(_ module: FreshsalesModule, _ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        guard let view = module.views.first(where: { String($0.id) == request.parameters["id"] }) else {
            throw FreshsalesReplies.errors(404, "The view does not exist.")
        }
        var found = all(module).filter { view.shows($0, self, request.now) }
        // An unknown attribute is ignored; a view's own order is by id.
        if let key = request.query["sort"], let value = module.blank[key], value.arrayValue == nil {
            func rank(_ record: JSONObject) -> (Double, String, Int64) {
                let text = record[key]?.stringValue ?? ""
                // Money is a number in a text, times are texts in order.
                let number = record[key]?.doubleValue ?? Double(text) ?? 0
                return (number, text.lowercased(), record["id"]?.int64Value ?? 0)
            }
            found = found.map { ($0, rank($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
            if request.query["sort_type"] != "asc" { found.reverse() }
        }
        let page = FreshsalesPage(request.query)
        let (rows, beside) = answer(
            page.rows(found, to: request), module, hiding: module.hiddenInRows, to: request)
        // Side-loads may stand before the list that they belong to.
        let members =
            beside.map { ($0.key, $0.value) } + [(module.path, .array(rows)), ("meta", page.meta(found.count))]
        return .json(200, .object(JSONObject(members)))
    }
}
