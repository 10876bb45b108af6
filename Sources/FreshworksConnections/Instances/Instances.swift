/// The instances of one registry: its connections of products that the platforms have an element for.
struct Instances {
    let registry: ConnectionRegistry

    func all(of element: String? = nil) async throws -> [JSONValue] {
        var found: [JSONValue] = []
        var cursor: String?
        repeat {
            let page = try await registry.page(after: cursor, limit: 1000)
            // Whoever misses an instance in the list creates it anew.
            if let error = page.unreadable.first { throw error }
            for connection in page.connections where element == nil || key(of: connection) == element {
                if let instance = json(connection) { found.append(instance) }
            }
            cursor = page.next
        } while cursor != nil
        return found
    }

    func get(_ id: String) async throws -> JSONValue {
        guard let found = json(try await registry.get(id)) else { throw FreshworksError.connectionNotFound }
        return found
    }

    /// Verifies the key first; nothing is stored for one that does not work.
    func create(_ body: JSONObject, of element: String? = nil) async throws -> JSONValue {
        var body = body
        if let element { body["element"] = ["key": .string(element)] }
        let found = try ConnectionImport(.object(body), format: .cloudElements, products: registry.products)
        let added = try await registry.add(found.drafts[0])
        guard var instance = json(added.connection)?.objectValue else { throw FreshworksError.connectionNotFound }
        instance["token"] = .string(added.instanceToken.reveal())
        return .object(instance)
    }

    /// - Parameter isWhole: Whether what the body does not name is emptied; a key stays in either case.
    func change(_ id: String, _ body: JSONObject, isWhole: Bool) async throws -> JSONValue {
        guard let old = try await registry.kept(id)?.record, let element = key(of: old.connection),
            case .key(let key) = old.credential.form
        else { throw FreshworksError.connectionNotFound }
        let before = old.connection.options[ConnectionFormat.cloudElements.rawValue]?.objectValue ?? [:]
        // The subdomain that answers show may be sent back as it was read. For an account on another host it is none.
        let given = body["configuration"]?["subdomain"]
        let keepsAccount = given == nil || given == .string(old.connection.account.name)
        // What the body leaves out is filled in, so that all of it is checked as a new instance is.
        var whole = body
        for member in Self.answered { whole[member] = nil }
        whole["element"] = ["key": .string(element)]
        if !isWhole {
            for (member, value) in before where whole[member] == nil && member != "configuration" {
                whole[member] = value
            }
            if whole["name"] == nil { whole["name"] = .string(old.connection.name) }
            if whole["tags"] == nil { whole["tags"] = old.connection.tags.jsonValue }
        }
        if body["configuration"]?.objectValue != nil || body["configuration"] == nil {
            var configuration = body["configuration"]?.objectValue ?? [:]
            if !isWhole {
                for (member, value) in before["configuration"]?.objectValue ?? [:] where configuration[member] == nil {
                    configuration[member] = value
                }
            }
            // The account stays; it may be one that no subdomain leads to, so any stands in for it.
            if keepsAccount { configuration["subdomain"] = "example" }
            if configuration["username"] == nil { configuration["username"] = .string(key.reveal()) }
            whole["configuration"] = .object(configuration)
        }
        let draft = try ConnectionImport(.object(whole), format: .cloudElements, products: registry.products).drafts[0]
        let name = body["name"] == nil ? nil : draft.name
        let changed = try await registry.revise(old, to: draft, name: name, keepsAccount: keepsAccount)
        return json(changed) ?? .null
    }

    /// What answers have and no request may set.
    private static let answered = [
        "id", "token", "createdDate", "elementId", "valid", "disabled", "provisionInteractions", "user", "maxCacheSize",
        "cacheTimeToLive", "eventsEnabled", "traceLoggingEnabled", "cachingEnabled", "externalAuthentication",
    ]

    func delete(_ id: String) async throws {
        _ = try await get(id)
        try await registry.delete(id)
    }

    func set(enabled: Bool, _ token: Secret) async throws -> JSONValue {
        guard let found = try await registry.find(token: token) else {
            throw InstanceRefusal(401, "The Authorization field names no element that is known.")
        }
        let changed = try await enabled ? registry.enable(found.id) : registry.disable(found.id)
        return json(changed) ?? .null
    }

    private func key(of connection: Connection) -> String? {
        connection.kind == .key ? CloudElement.key(of: connection.product) : nil
    }

    /// As the platforms print an instance, but for its user, whom only they know by a number.
    private func json(_ connection: Connection) -> JSONValue? {
        guard let key = key(of: connection) else { return nil }
        let kept = connection.options[ConnectionFormat.cloudElements.rawValue]?.objectValue ?? [:]
        var configuration = kept["configuration"]?.objectValue ?? [:]
        configuration["subdomain"] = .string(connection.account.name)
        return [
            "id": .string(connection.id), "name": .string(connection.name),
            "createdDate": .string(Timestamp.format(connection.createdAt)),
            "element": Self.element(key), "elementId": 491, "tags": connection.tags.jsonValue,
            "provisionInteractions": [], "valid": .bool(connection.isEnabled && connection.verdict == .valid),
            "disabled": .bool(!connection.isEnabled), "maxCacheSize": 0, "cacheTimeToLive": 0,
            "configuration": .object(configuration), "eventsEnabled": false, "traceLoggingEnabled": false,
            "cachingEnabled": false, "externalAuthentication": "none",
        ]
    }

    /// As the platforms describe the one element there is. What is not done here is false.
    private static func element(_ key: String) -> JSONValue {
        [
            "id": 491, "name": "Freshdesk V2", "hookName": "Freshdeskv2", "key": .string(key),
            "description": "Freshdesk tickets, contacts and agents", "image": "elements/provider_freshdesk.png",
            "active": true, "deleted": false, "typeOauth": false, "trialAccount": false, "resources": [],
            "transformationsEnabled": false, "bulkDownloadEnabled": false, "bulkUploadEnabled": false,
            "cloneable": false, "extendable": false, "beta": false, "authentication": ["type": "basic"],
            "extended": false, "hub": "helpdesk", "protocolType": "http", "parameters": [],
        ]
    }
}

extension ConnectionRegistry {
    /// Makes of a connection what a draft says, in one write. A new key or host is verified before.
    func revise(
        _ old: ConnectionRecord, to draft: ConnectionDraft, name: String?, keepsAccount: Bool
    ) async throws -> Connection {
        let account = keepsAccount ? old.connection.account : draft.account
        let credential = try draft.credential.checked(for: account).keepingRevision(of: old.credential)
        let isNew =
            credential.revision != old.credential.revision || account.baseURL != old.connection.account.baseURL
        if let name, let other = try await find(name: name), other.id != old.connection.id {
            throw shelf.layout.taken(shelf.layout.name(name))
        }
        let verdict = isNew ? try await verify(credential, at: account) : nil
        return try await change(old.connection.id) { record in
            guard record.callsLike(old) else { throw FreshworksError.connectionChanged }
            if let name { record.connection.name = name }
            record.connection.tags = draft.tags
            record.connection.options[ConnectionFormat.cloudElements.rawValue] =
                draft.options[ConnectionFormat.cloudElements.rawValue]
            guard isNew else { return }
            record.connection.account = account
            record.replace(credential, verdict)
        }
    }
}
