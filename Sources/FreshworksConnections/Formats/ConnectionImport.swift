public import Foundation

/// Connections that another platform wrote down, read without sending or storing anything.
///
/// ```swift
/// let found = try ConnectionImport(file)              // all of it, or all problems with their JSON paths
/// let added = try await registry.add(found)           // all of them, or none
/// ```
public struct ConnectionImport: Sendable {
    /// The shape that was read.
    public let format: ConnectionFormat
    /// What to add, in the order of the file. What the file has besides stands in ``ConnectionDraft/options``, under the
    /// format's name.
    public let drafts: [ConnectionDraft]
    /// What was left out, such as members that look like secrets.
    public let notes: [ImportNote]

    /// Reads a file: one object, an array of them, or the object that an export of this library is.
    /// - Parameters:
    ///   - format: The shape; recognized by itself unless told.
    ///   - product: What the connections go to, where the shape does not tell. Nothing is ever guessed.
    ///   - products: Those that an imported name may mean.
    ///   - allowsLoopback: Accepts accounts on this machine, such as a sandbox's. Otherwise a file from somebody else could
    ///     make a later ``ConnectionRegistry/verify(_:)`` call what listens beside your app.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with everything that is wrong, each with its JSON path. No value is
    ///   quoted.
    public init(
        _ data: Data, format: ConnectionFormat? = nil, product: FreshworksProduct? = nil,
        products: [FreshworksProduct] = [.freshdesk, .freshchat, .freshsales], allowsLoopback: Bool = false
    ) throws {
        guard data.count <= 4 * 1024 * 1024 else {
            throw FreshworksError(.invalidImport, "the file is larger than 4 MiB", advice: "Check which file it is.")
        }
        let json: JSONValue
        do {
            json = try JSONValue(parsing: data, depthLimit: 64)
        } catch let error as FreshworksError {
            throw FreshworksError(
                .invalidImport, "the file is \(error.message)", advice: "Correct it and import again.")
        }
        try self.init(
            json, format: format, product: product, products: products, allowsLoopback: allowsLoopback)
    }

    /// Reads connections that were parsed already.
    /// - Throws: As ``init(_:format:product:products:allowsLoopback:)``.
    public init(
        _ json: JSONValue, format: ConnectionFormat? = nil, product: FreshworksProduct? = nil,
        products: [FreshworksProduct] = [.freshdesk, .freshchat, .freshsales], allowsLoopback: Bool = false
    ) throws {
        var reading = ImportReading()
        let elements = json.arrayValue
        let values = elements ?? [json]
        let asked = format.flatMap { format in ConnectionShape.all.first { $0.format == format } }
        if format != nil, asked == nil {
            throw ArgumentCheck.refusal(
                "format", "must be one of \(ConnectionFormat.importable.map(\.rawValue).joined(separator: ", "))")
        }
        if values.isEmpty { reading.refuse("$", "has no connections") }
        var found: Set<String> = []
        var drafts: [ConnectionDraft] = []
        var names: Set<String> = []
        for (index, value) in values.enumerated() {
            let path = elements == nil ? "$" : "$[\(index)]"
            guard let object = value.objectValue else {
                reading.refuse(path, "must be an object", code: "datatype_mismatch")
                continue
            }
            guard let shape = asked ?? ConnectionShape.recognizing(object) else {
                reading.refuse(path, "is of no shape that is known by itself; name the format")
                continue
            }
            found.insert(shape.format.rawValue)
            let draft = Self.draft(
                ImportedObject(path: path, json: object), shape, product, products, allowsLoopback, &reading)
            guard let draft else { continue }
            if !names.insert(draft.name.precomposedStringWithCanonicalMapping.lowercased()).inserted {
                reading.refuse(path, "has the name of an earlier one, whatever the letter case")
            }
            drafts.append(draft)
        }
        guard reading.problems.isEmpty else {
            var error = FreshworksError(
                .invalidImport, "the import was refused", advice: "Correct what is named and import again.")
            error.fieldErrors = reading.problems
            throw error
        }
        self.format =
            found.count == 1 ? ConnectionFormat(rawValue: found.first ?? "") : ConnectionFormat(rawValue: "mixed")
        self.drafts = drafts
        notes = reading.warnings
    }

    private static func draft(
        _ object: ImportedObject, _ shape: ConnectionShape, _ told: FreshworksProduct?, _ products: [FreshworksProduct],
        _ allowsLoopback: Bool, _ reading: inout ImportReading
    ) -> ConnectionDraft? {
        let before = reading.problems.count
        for path in KeptMembers.masks(in: .object(object.json), object.path) {
            reading.refuse(path, "is masked; export again with the value itself", code: "masked_value")
        }
        var parts = shape.read(object, &reading)
        guard !parts.isRefused else { return nil }
        let product = product(of: parts, object, told, products, &reading)
        var account: FreshworksAccount?
        var credential: Credential?
        if let product, let complete = parts.complete {
            let made = complete(&parts, product, allowsLoopback, &reading)
            account = made?.0
            credential = made.flatMap { account, credential in
                reading.attempt(parts.secretPath) { try credential.checked(for: account) }
            }
        } else if let product {
            account = Self.account(of: parts, object, product, allowsLoopback, &reading)
            // Beside a wrong address the secret is looked at too, so that all is told at once.
            if let make = parts.credential, let place = account ?? (try? .init(product, subdomain: "example")) {
                credential = reading.attempt(parts.secretPath) { try make(product).checked(for: place) }
            }
        }
        let name = parts.name?.text.trimmingWhitespace ?? account.map { "\($0.product.title) \($0.name)" } ?? ""
        var check = ArgumentCheck()
        if parts.name != nil { check.name(name) }
        check.tags(parts.tags.tidied)
        // One that is named as the connection was looked at.
        if let profile = parts.profile, parts.complete == nil { check.profile(profile) }
        do {
            try check.finish()
        } catch {
            for problem in (error as? FreshworksError)?.fieldErrors ?? [] {
                let path = problem.field == "name" ? parts.name?.path : object.path(of: problem.field ?? "")
                reading.refuse(path ?? object.path, problem.message ?? "is refused")
            }
        }
        guard before == reading.problems.count, let account, let credential else { return nil }
        let kept = KeptMembers.hiding(credential.plainSecrets, in: parts.kept)
        var options = parts.options.map { KeptMembers.hiding(credential.plainSecrets, in: $0) } ?? [:]
        if !kept.isEmpty { options[shape.format.rawValue] = .object(kept) }
        let repairs = (account.repairs + credential.repairs).map(\.name).tidied
        var draft = ConnectionDraft(
            name: name, account: account, credential: credential, description: parts.description,
            tags: parts.tags.tidied, options: options, profile: parts.profile,
            provenance: parts.source ?? Connection.Provenance(source: shape.format.rawValue, repairs: repairs))
        draft.isEnabled = parts.isEnabled
        return draft
    }

    private static func account(
        of parts: ImportedParts, _ object: ImportedObject, _ product: FreshworksProduct, _ allowsLoopback: Bool,
        _ reading: inout ImportReading
    ) -> FreshworksAccount? {
        guard let address = parts.address else { return nil }
        let account = reading.attempt(address.path) {
            try parts.isBaseURL
                ? FreshworksAccount(product, baseURL: address.text)
                : FreshworksAccount(product, subdomain: address.text)
        }
        guard let account, allowsLoopback || !reading.refuseLoopback(account.baseURL, address.path) else { return nil }
        guard let check = parts.check else { return account }
        return reading.attempt(object.path(of: "check")) { try account.applying(storedCheck: check) }
    }

    private static func product(
        of parts: ImportedParts, _ object: ImportedObject, _ told: FreshworksProduct?, _ products: [FreshworksProduct],
        _ reading: inout ImportReading
    ) -> FreshworksProduct? {
        guard let name = parts.product else {
            if told == nil {
                reading.refuse(object.path, "does not tell the product; name it", code: "unknown_product")
            }
            return told
        }
        guard let known = products.first(where: { $0.name == name.text }) else {
            reading.refuse(name.path, "names no product that is known here", code: "unknown_product")
            return nil
        }
        guard told == nil || told?.name == known.name else {
            reading.refuse(name.path, "is of another product than the one that was asked for", code: "wrong_product")
            return nil
        }
        return known
    }
}

extension Credential {
    /// What nothing but the credential may hold, where it is long enough to be told from other text.
    var plainSecrets: [String] {
        let texts =
            switch form {
            case .key(let key), .accessToken(let key): [key.reveal()]
            case .password(_, let password): [password.reveal()]
            case .header(_, _, let username, let password): [username.reveal(), password.reveal()]
            }
        return texts.filter { $0.utf8.count > 5 }
    }
}
