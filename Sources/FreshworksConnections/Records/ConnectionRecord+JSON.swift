import Foundation

extension ConnectionRecord {
    private static let schema: Int64 = 1

    /// All of it, secret included.
    var data: Data {
        let json =
            connection.facts + [
                ("generation", JSONValue(generation)), ("token_sha256", .string(tokenDigest.reveal())),
                ("secret", .object(session?.serializedParts ?? credential.serializedParts)),
            ] + (rotation.map { [("rotation", $0.json)] } ?? [])
        return JSONValue.object(JSONObject(json)).serialized()
    }

    /// What holds an id's place before there is a connection. It has no credential.
    static let draft = JSONValue.object(["schema": .number(JSONNumber(schema)), "draft": true]).serialized()

    /// Reads what a store holds; `nil` for a draft.
    /// - Throws: ``FreshworksError/Code/malformedConnection``, never quoting the data.
    init?(data: Data, of registry: ConnectionRegistry) throws {
        guard let json = try? JSONValue(parsing: data).objectValue, let schema: Int64 = json["schema"] else {
            throw FreshworksError.malformed("it is no record", "Look whether something else writes under its key.")
        }
        guard schema == Self.schema else {
            throw FreshworksError.malformed(
                "it was stored by a newer version of this library", "Update this program.")
        }
        if json["draft"] == true { return nil }
        guard let generation: Int = json["generation"], let digest: String = json["token_sha256"],
            let parts: JSONObject = json["secret"]
        else { throw FreshworksError.malformed("it lacks a part", "Delete it and add it again.") }
        let connection = try Connection(facts: json, of: registry)
        let session = connection.kind == .session ? ConnectionSession(parts) : nil
        let credential =
            session.map { $0.accessToken.map { Credential.oauth(accessToken: $0) } }
            ?? Credential(connection.kind, parts, for: connection.product)
        guard let credential else {
            throw FreshworksError.malformed(
                "its credential is of a kind that this version does not know", "Update this program.")
        }
        self.init(connection, credential, tokenDigest: Secret(digest), generation: generation)
        self.session = session
        // Observers are not called here.
        if session != nil { self.connection.kind = .session }
        rotation = ConnectionRotation(json: json["rotation"])
    }
}

extension Connection {
    /// Everything but secrets.
    var facts: [(String, JSONValue)] {
        func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
        func time(_ date: Date?) -> JSONValue { text(date.map { Timestamp.format($0, milliseconds: true) }) }
        return [
            ("schema", 1), ("id", .string(id)), ("name", .string(name)), ("description", text(description)),
            ("tags", tags.jsonValue), ("product", .string(product.name)), ("base_url", .string(account.baseURL)),
            ("check", account.storedCheck), ("kind", .string(kind.rawValue)), ("options", .object(options)),
            (
                "profile",
                profile.map { ["name": .string($0.profile), "user": text($0.user)] } ?? .null
            ),
            ("enabled", .bool(isEnabled)), ("created_at", time(createdAt)), ("verified_at", time(verifiedAt)),
            ("verdict", text(verdict?.rawValue)),
            ("provenance", ["source": .string(provenance.source), "repairs": provenance.repairs.jsonValue]),
        ]
    }

    init(facts json: JSONObject, of registry: ConnectionRegistry) throws {
        guard let id: String = json["id"], let name: String = json["name"], let productName: String = json["product"],
            let address: String = json["base_url"], let kind: String = json["kind"],
            let isEnabled: Bool = json["enabled"], let createdAt: Date = json["created_at"]
        else { throw FreshworksError.malformed("it lacks a part", "Delete it and add it again.") }
        guard let product = registry.products.first(where: { $0.name == productName }) else {
            throw FreshworksError.malformed(
                "its product is unknown here", "Describe the product to the registry: products:.")
        }
        let provenance: JSONObject? = json["provenance"]
        let profile: JSONObject? = json["profile"]
        self.init(
            id: id, name: name, description: json["description"], tags: Self.texts(json["tags"]),
            account: try FreshworksAccount(stored: address, check: json["check"], of: product),
            kind: Kind(rawValue: kind), options: json["options"] ?? [:],
            profile: profile.flatMap { json in
                (json["name"] as String?).map { ProfileKey(profile: $0, user: json["user"]) }
            },
            isEnabled: isEnabled, createdAt: createdAt, verifiedAt: json["verified_at"],
            verdict: (json["verdict"] as String?).map { Verification.Verdict(rawValue: $0) },
            provenance: Provenance(
                source: provenance?["source"] ?? "unknown", repairs: Self.texts(provenance?["repairs"])),
            registry: registry)
    }

    private static func texts(_ json: JSONValue?) -> [String] { json?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

extension FreshworksAccount {
    /// The account's own check of a credential; `null` where it is the product's.
    fileprivate var storedCheck: JSONValue {
        guard probes != product.probes, var check = stored(probes.preferred) else { return .null }
        if let alternative = probes.alternative.flatMap(stored) { check["alternative"] = .object(alternative) }
        return .object(check)
    }

    private func stored(_ probe: VerificationProbes.Probe) -> JSONObject? {
        guard let url = try? url(for: probe) else { return nil }
        var json: JSONObject = ["url": .string(url.absoluteString), "expects": probe.expects.jsonValue]
        for (key, path) in [("id", probe.id), ("name", probe.personName), ("email", probe.email)] {
            if let path { json[key] = .string(path) }
        }
        return json
    }

    fileprivate init(stored address: String, check: JSONObject?, of product: FreshworksProduct) throws {
        // It was checked when it came in, and its owner may have allowed a foreign host.
        var account = try FreshworksAccount(product, baseURL: address, allowsForeignHost: true)
        if let check { account = try account.applying(storedCheck: check) }
        self = account
    }

    /// The account with the check that was stored, or exported, with it.
    /// - Throws: ``FreshworksError/Code/foreignOrigin`` for a check on another host.
    func applying(storedCheck check: JSONObject) throws -> FreshworksAccount {
        guard let probe = try probe(stored: check) else { return self }
        let alternative = try (check["alternative"] as JSONValue?)?.objectValue.flatMap { try self.probe(stored: $0) }
        var account = self
        account.probes = VerificationProbes(probe, alternative: alternative)
        return account
    }

    private func probe(stored json: JSONObject) throws -> VerificationProbes.Probe? {
        guard let url: String = json["url"] else { return nil }
        let lists = json["expects"]?.arrayValue ?? []
        var probe = try verifying(at: url, expects: lists.map { $0.arrayValue?.compactMap(\.stringValue) ?? [] })
            .probes.preferred
        (probe.id, probe.personName, probe.email) = (json["id"], json["name"], json["email"])
        return probe
    }
}

extension FreshworksError {
    static func malformed(_ what: String, _ advice: String) -> FreshworksError {
        FreshworksError(.malformedConnection, "a stored connection cannot be read: \(what)", advice: advice)
    }
}
