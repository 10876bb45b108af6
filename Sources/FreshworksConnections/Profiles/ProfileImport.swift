public import Foundation

/// An authorization profile as Kore.ai's dialogs describe one, read without sending or storing anything.
///
/// ```swift
/// let found = try ProfileImport(file, for: .freshsales)
/// if let draft = found.draft { try await registry.add(draft) }       // the credential that serves everybody
/// let used = try await registry.resolve(found.profile, user: "ines")
/// ```
/// Two shapes are known: the one of profiles that each user authorizes, with `mode`, `name`, `baseURL`, `requiresTenant`, `fields`
/// and `authCheckURL`, and the one that a developer has authorized for everybody, with `domain` and `apiKey`. Neither tells the
/// product, so the caller does: nothing is guessed.
public struct ProfileImport: Sendable {
    /// The profile.
    public let profile: AuthorizationProfile
    /// The credential that serves everybody, where the file has one.
    public let draft: ConnectionDraft?
    /// What was left out.
    public let notes: [ImportNote]

    /// Reads a file with one profile.
    /// - Parameter allowsLoopback: Whether it may name this machine, such as a sandbox. Somebody else's file must not: what is
    ///   verified later would call whatever listens here.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with everything that is wrong, each with its JSON path. No value is
    ///   quoted.
    public init(_ data: Data, for product: FreshworksProduct, allowsLoopback: Bool = false) throws {
        guard data.count <= 1024 * 1024 else {
            throw FreshworksError(.invalidImport, "the file is larger than 1 MiB", advice: "Check which file it is.")
        }
        let json: JSONValue
        do {
            json = try JSONValue(parsing: data, depthLimit: 64)
        } catch let error as FreshworksError {
            throw FreshworksError(
                .invalidImport, "the file is \(error.message)", advice: "Correct it and import again.")
        }
        try self.init(json, for: product, allowsLoopback: allowsLoopback)
    }

    /// Reads a profile that was parsed already.
    /// - Parameter allowsLoopback: As for a file.
    /// - Throws: As for a file.
    public init(_ json: JSONValue, for product: FreshworksProduct, allowsLoopback: Bool = false) throws {
        var reading = ImportReading()
        for path in KeptMembers.masks(in: json, "$") {
            reading.refuse(path, "is masked; export again with the value itself", code: "masked_value")
        }
        guard let members = json.objectValue else {
            reading.refuse("$", "must be an object", code: "datatype_mismatch")
            try reading.finish()
            throw FreshworksError(.invalidImport, "the file has no profile")
        }
        let file = ProfileFile(ImportedObject(path: "$", json: members), product, allowsLoopback, &reading)
        try reading.finish()
        guard let profile = file.profile else { throw FreshworksError(.invalidImport, "the file has no profile") }
        self.profile = profile
        draft = file.draft
        notes = reading.warnings
    }
}

/// The members of a profile.
struct ProfileFile {
    private(set) var profile: AuthorizationProfile?
    private(set) var draft: ConnectionDraft?
    /// What it has besides, without what looks like a secret or repeats the key.
    private(set) var kept: JSONObject

    private static let known: Set = [
        "mode", "name", "baseURL", "requiresTenant", "fields", "authCheckURL", "domain", "apiKey", "fallsBack",
    ]

    init(
        _ object: ImportedObject, _ product: FreshworksProduct, _ allowsLoopback: Bool, _ reading: inout ImportReading
    ) {
        kept = KeptMembers.of(object, besides: Self.known, &reading)
        let name = reading.text("name", of: object)
        let mode = Self.mode(of: object, &reading)
        let domain = reading.optionalText("domain", of: object)
        let key = reading.optionalText("apiKey", of: object)
        if (domain == nil) != (key == nil) { reading.missing(object.path(of: domain == nil ? "domain" : "apiKey")) }
        if let key, mode != .preAuthorized {
            reading.refuse(key.path, "is for a profile of the mode preAuthorized: each user has a key of their own")
        }
        let account = domain.flatMap { domain in
            reading.attempt(domain.path) { try FreshworksAccount(product, subdomain: domain.text) }
        }
        let base = Self.base(of: object, account, &reading)
        let field = Self.field(of: object, &reading)
        let check = reading.optionalText("authCheckURL", of: object)
        guard let name, let mode, let base, let field else { return }
        guard allowsLoopback || !reading.refuseLoopback(base.text, base.path) else { return }
        // Each beside the others as they are, so that the path is the one to look at.
        guard
            reading.attempt(
                base.path, { try AuthorizationProfile(name.text, for: product, mode: mode, baseURL: base.text) }) != nil
        else { return }
        profile = reading.attempt(check?.path ?? field.path) {
            try AuthorizationProfile(
                name.text.trimmingWhitespace, for: product, mode: mode, baseURL: base.text, header: field.name,
                value: field.value, checkURL: check?.text)
        }
        if let wanted = object.json["requiresTenant"]?.boolValue, let profile, wanted != profile.needsTenant {
            reading.refuse(object.path(of: "requiresTenant"), "does not fit baseURL, whose first label says it")
        }
        guard let profile, let key, let domain else { return }
        draft = reading.attempt(key.path) {
            let draft = try profile.draft(tenant: profile.needsTenant ? domain.text : nil, key: key.text)
            _ = try draft.credential.checked(for: draft.account)
            // A header may have the key inside a longer text.
            let bare = try Credential.apiKey(key.text, for: product).normalized(for: draft.account)
            kept = KeptMembers.hiding(bare.plainSecrets, in: kept)
            return draft
        }
    }

    private static func mode(of object: ImportedObject, _ reading: inout ImportReading) -> AuthorizationProfile.Mode? {
        let fallsBack = reading.flag("fallsBack", of: object, otherwise: false)
        guard let text = reading.text("mode", of: object) else { return nil }
        switch text.text {
        case "preAuthorized": return .preAuthorized
        case "endUser": return .perUser(fallsBack: fallsBack)
        default:
            reading.refuse(text.path, "must be preAuthorized or endUser")
            return nil
        }
    }

    /// Where the account is: as the file says, or made of the developer's own domain.
    private static func base(
        of object: ImportedObject, _ account: FreshworksAccount?, _ reading: inout ImportReading
    ) -> ImportedText? {
        _ = reading.flag("requiresTenant", of: object, otherwise: false)
        let written = reading.optionalText("baseURL", of: object)
        if written != nil || object.json["domain"] == nil { return written ?? reading.text("baseURL", of: object) }
        guard let account else { return nil }
        return ImportedText(
            text: account.baseURL.replacing(
                "://\(account.name).", with: "://\(AddressTemplate.tenant).", maxReplacements: 1),
            path: object.path(of: "domain"))
    }

    /// The one header field that carries the key.
    private static func field(
        of object: ImportedObject, _ reading: inout ImportReading
    ) -> (name: String, value: String, path: String)? {
        guard let fields = object.json["fields"] as JSONValue?, !fields.isNull else {
            guard object.json["domain"] == nil else { return ("Authorization", "{{key}}", object.path(of: "apiKey")) }
            reading.missing(object.path(of: "fields"))
            return nil
        }
        guard let rows = fields.arrayValue, rows.count == 1, let row = rows[0].objectValue else {
            reading.refuse(object.path(of: "fields"), "must be one object: the header field that carries the key")
            return nil
        }
        let part = ImportedObject(path: object.path(of: "fields") + "[0]", json: row)
        _ = KeptMembers.of(part, besides: ["in", "name", "value"], &reading)
        let place = reading.text("in", of: part)
        if let place, place.text != "header" {
            reading.refuse(place.path, "must be header: keys do not belong elsewhere")
        }
        let name = reading.text("name", of: part)
        // It says {{key}}; a key itself in its place is refused and not quoted.
        guard let value = reading.text("value", of: part) else { return nil }
        guard reading.attempt(value.path, { try HeaderTemplate(field: "x", value: value.text) }) != nil, let name else {
            return nil
        }
        return (name.text, value.text, part.path)
    }
}

extension AuthorizationProfile {
    /// The profile as ``ProfileImport`` reads it. It holds no secret.
    public var json: JSONValue {
        var json: JSONObject = [
            "mode": mode == .preAuthorized ? "preAuthorized" : "endUser", "name": .string(name),
            "baseURL": .string(baseURL), "requiresTenant": .bool(needsTenant),
            "fields": [["in": "header", "name": .string(header.field), "value": .string(header.value)]],
        ]
        if mode == .perUser(fallsBack: true) { json["fallsBack"] = true }
        if let checkURL { json["authCheckURL"] = .string(checkURL) }
        return .object(json)
    }
}
