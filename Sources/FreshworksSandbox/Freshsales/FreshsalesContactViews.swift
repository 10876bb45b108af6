import Foundation
import FreshworksCore

/// A stored filter of contacts. Their ids are what `contacts/view/{id}` takes; they differ from account to account.
struct FreshsalesContactView: Sendable {
    let id: Int64
    let name: String
    let shows: @Sendable (FreshsalesContact, _ me: Int64, _ now: Date) -> Bool

    static let all = [
        FreshsalesContactView(id: 70_000_000_101, name: "All Contacts") { contact, _, _ in !contact.isDeleted },
        FreshsalesContactView(id: 70_000_000_102, name: "My Contacts") { contact, me, _ in
            !contact.isDeleted && contact.ownerID == me
        },
        FreshsalesContactView(id: 70_000_000_103, name: "New Contacts") { contact, _, now in
            !contact.isDeleted && contact.createdAt >= now.addingTimeInterval(-7 * 86_400)
        },
        FreshsalesContactView(id: 70_000_000_104, name: "Recycle Bin") { contact, _, _ in contact.isDeleted },
    ]

    private init(
        id: Int64, name: String, shows: @escaping @Sendable (FreshsalesContact, Int64, Date) -> Bool
    ) {
        self.id = id
        self.name = name
        self.shows = shows
    }

    func json(owner: FreshsalesOwner) -> JSONValue {
        [
            "id": .int(id), "name": .string(name), "model_class_name": "Contact", "user_id": .int(owner.id),
            "is_default": true, "is_public": true, "updated_at": "2025-01-01T13:30:00+05:30",
            "user_name": "System", "current_user_permissions": name == "Recycle Bin" ? ["view"] : ["all"],
        ]
    }
}

extension FreshsalesService {
    static let contactRoutes = [
        Route<FreshsalesService>("GET", "contacts") { _, _ throws(SandboxReply) in
            // Lists come from views alone.
            throw FreshsalesReplies.errors(403, "You are not authorised for this action.")
        },
        Route<FreshsalesService>("GET", "contacts/filters") { _, service throws(SandboxReply) in
            let filters = FreshsalesContactView.all.map { $0.json(owner: service.owner) }
            return .json(200, ["filters": .array(filters)])
        },
        Route<FreshsalesService>("GET", "contacts/view/{id}") { request, service throws(SandboxReply) in
            try service.listContacts(request)
        },
    ]

    private static let sortKeys: [String: @Sendable (FreshsalesContact) -> Double] = [
        "created_at": { $0.createdAt.timeIntervalSince1970 }, "updated_at": { $0.updatedAt.timeIntervalSince1970 },
        "lead_score": { Double($0.leadScore) },
    ]

    private func listContacts(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        guard let view = FreshsalesContactView.all.first(where: { String($0.id) == request.parameters["id"] }) else {
            throw FreshsalesReplies.errors(404, "The view does not exist.")
        }
        var found = contacts.filter { view.shows($0, owner.id, request.now) }
        // An unknown attribute is ignored; a view's own order is by id.
        if let key = Self.sortKeys[request.query["sort"] ?? ""] {
            found.sort { (key($0), $0.id) < (key($1), $1.id) }
            if request.query["sort_type"] != "asc" { found.reverse() }
        }
        let includesOwner = request.query["include"]?.split(separator: ",").contains("owner") ?? false
        var members = FreshsalesPage(request.query).members(found, to: request, key: "contacts") { contact in
            var row = contact.row
            if includesOwner { row["owner_id"] = contact.ownerID.map { .int($0) } ?? .null }
            return .object(row)
        }
        if includesOwner { members["users"] = [owner.json] }
        return .json(200, .object(members))
    }
}
