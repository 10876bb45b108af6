import FreshworksCore

/// Marketing lists. A contact tells in `list_ids` which it is on.
extension FreshsalesService {
    static let lists = FreshsalesRecords("lists", noun: "list", calls: [.list, .create, .update]) {
        RecordKey("name", .filled).required
        plain
    }

    static let listRoutes = [
        Route<FreshsalesService>("GET", "contacts/lists/{id}", scope: "contacts.view") {
            (request, service) throws(SandboxReply) in
            let id = try service.record(of: lists, request)["id"]
            return try service.reply(service.all(contacts).filter { Self.isOn($0, id) }, contacts, request)
        },
        Route<FreshsalesService>("PUT", "lists/{id}/add_contacts", scope: "lists.edit") {
            (request, service) throws(SandboxReply) in
            try service.changeList(request) { ids, list, _ in ids + (ids.contains(list) ? [] : [list]) }
        },
        Route<FreshsalesService>("PUT", "lists/{id}/remove_contacts", scope: "lists.edit") {
            (request, service) throws(SandboxReply) in
            try service.changeList(request) { ids, list, _ in ids.filter { $0 != list } }
        },
        Route<FreshsalesService>("PUT", "lists/{id}/move_contacts", scope: "lists.edit") {
            (request, service) throws(SandboxReply) in
            try service.changeList(request) { ids, list, body in
                ids.filter { $0 != body["from_list_id"] && $0 != list } + [list]
            }
        },
    ]

    private static func isOn(_ contact: JSONObject, _ list: JSONValue?) -> Bool {
        contact["is_deleted"] != true && list.map { contact["list_ids"]?.arrayValue?.contains($0) ?? false } ?? false
    }

    private mutating func changeList(
        _ request: SandboxRequest, _ change: ([JSONValue], JSONValue, JSONObject) -> [JSONValue]
    ) throws(SandboxReply) -> SandboxReply {
        let id = try record(of: Self.lists, request)["id"] ?? .null
        let body = try request.freshsalesBody()
        let all = body["all"] == true
        guard let ids = all ? [] : body["ids"]?.arrayValue, all || !ids.isEmpty else {
            throw FreshsalesReplies.errors(400, "Ids can't be blank")
        }
        if let from = body["from_list_id"], self[Self.lists, from] == nil { throw FreshsalesReplies.notFound }
        self.change(Self.contacts, where: { all ? Self.isOn($0, id) : ids.contains($0["id"] ?? .null) }) { contact in
            contact["list_ids"] = .array(change(contact["list_ids"]?.arrayValue ?? [], id, body))
        }
        return .json(200, ["message": "The contacts will be updated shortly"])
    }
}
