extension ConnectionRegistry {
    /// Whether an export has the secrets in it.
    public enum ExportedSecrets: Sendable {
        /// The export has none. It cannot be imported without them.
        case omitted
        /// The export has them, readable by whoever reads it.
        case inPlainText
    }

    /// Writes connections down in a platform's shape: an array of them, in the order of the ids.
    ///
    /// Members that an import kept are written back where they stood. The tokens of an OAuth session are in no export: a copy
    /// would be refreshed beside the original, and a server that rotates refresh tokens ends both then.
    /// - Parameters:
    ///   - format: One of ``ConnectionFormat/exportable``.
    ///   - secrets: Left out unless asked for.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; ``FreshworksError/Code/invalidArgument`` for a format that
    ///   has no place for a connection, naming the connection; what the store throws.
    public func export(
        _ ids: [String], as format: ConnectionFormat = .native, secrets: ExportedSecrets = .omitted
    ) async throws -> JSONValue {
        // Also where there is nothing to export: a wrong word must not look like an empty registry.
        guard ConnectionFormat.exportable.contains(format) else { throw ConnectionWriter.unknown }
        var exported: [JSONValue] = []
        for id in ids {
            guard let record = try await kept(id)?.record else { throw FreshworksError.connectionNotFound }
            exported.append(
                .object(try ConnectionWriter(record, withSecrets: secrets == .inPlainText).json(as: format)))
        }
        return .array(exported)
    }
}

/// Writes one connection in a platform's shape.
private struct ConnectionWriter {
    private let connection: Connection
    private let credential: Credential
    private let withSecrets: Bool
    private let isSession: Bool

    init(_ record: ConnectionRecord, withSecrets: Bool) {
        connection = record.connection
        credential = record.credential
        self.withSecrets = withSecrets
        isSession = record.session != nil
    }

    func json(as format: ConnectionFormat) throws -> JSONObject {
        switch format {
        case .native: native
        case .cloudElements: try instance()
        case .nexla: try nexla()
        case .basicForm: try basicForm()
        case .kore: try kore()
        default: throw Self.unknown
        }
    }

    static let unknown = ArgumentCheck.refusal(
        "format",
        "must be one of \(ConnectionFormat.exportable.map(\.rawValue).joined(separator: ", ")): others are imported alone"
    )

    private var native: JSONObject {
        var json = JSONObject(connection.facts)
        if withSecrets, !isSession { json["secret"] = .object(credential.serializedParts) }
        return json
    }

    private var noPlace: FreshworksError {
        ArgumentCheck.refusal("format", "has no place for the connection \(connection.id)")
    }

    /// What is read as the same account: its name, or its host where a name alone means another one.
    private func subdomain() throws -> String {
        let account = connection.account
        let texts = [account.name, account.origin.host]
        guard
            let text = texts.first(where: {
                (try? FreshworksAccount(account.product, subdomain: $0))?.baseURL == account.baseURL
            })
        else { throw noPlace }
        return text
    }

    private func instance() throws -> JSONObject {
        guard let element = CloudElement.key(of: connection.product), case .key(let key) = credential.form else {
            throw noPlace
        }
        var json = connection.options[ConnectionFormat.cloudElements.rawValue]?.objectValue ?? [:]
        var kept = json["element"]?.objectValue ?? [:]
        kept["key"] = .string(element)
        json["element"] = .object(kept)
        var configuration = json["configuration"]?.objectValue ?? [:]
        configuration["subdomain"] = .string(try subdomain())
        if withSecrets { configuration["username"] = .string(key.reveal()) }
        json["configuration"] = .object(configuration)
        if !connection.tags.isEmpty { json["tags"] = connection.tags.jsonValue }
        json["name"] = .string(connection.name)
        if !connection.isEnabled { json["disabled"] = true }
        return json
    }

    private func nexla() throws -> JSONObject {
        guard case .key(let key) = credential.form else {
            throw noPlace
        }
        let isToken = connection.product.name == FreshworksProduct.freshchat.name
        var json: JSONObject = ["Credential Name": .string(connection.name)]
        if let text = connection.description { json["Credential Description"] = .string(text) }
        if withSecrets { json[isToken ? "API Token" : "API Key"] = .string(key.reveal()) }
        json["Account Subdomain"] = .string(try subdomain())
        return json
    }

    private func kore() throws -> JSONObject {
        guard case .key(let key) = credential.form, connection.profile?.user == nil else {
            throw noPlace
        }
        var json = connection.options[ConnectionFormat.kore.rawValue]?.objectValue ?? [:]
        // The connection may go elsewhere by now.
        let addresses = ["baseURL", "authCheckURL"].compactMap { json[$0]?.stringValue }
        if !addresses.allSatisfy(leads) { for member in ConnectionShape.koreTemplates { json[member] = nil } }
        json["mode"] = "preAuthorized"
        json["name"] = .string(connection.profile?.profile ?? connection.name)
        json["domain"] = .string(try subdomain())
        // As that platform wants it to be pasted.
        let prefix = connection.product.keyScheme == .token ? "Token token=" : ""
        if withSecrets { json["apiKey"] = .string(prefix + key.reveal()) }
        return json
    }

    /// Whether a template leads to the connection's account.
    private func leads(_ template: String) -> Bool {
        connection.account.origin.contains(
            address: template.replacing(AddressTemplate.tenant, with: connection.account.name))
    }

    private func basicForm() throws -> JSONObject {
        guard !isSession else {
            throw noPlace
        }
        var json: JSONObject = [
            "application": .string(connection.product.title), "name": .string(connection.name),
            "host": .string(try subdomain()),
        ]
        if let text = connection.description { json["description"] = .string(text) }
        let parts: (field: String, prefix: HeaderPrefix, username: String, password: String) =
            switch credential.form {
            case .header(let field, let prefix, let username, let password):
                (field, prefix, username.reveal(), password.reveal())
            case .password(let email, let password): ("Authorization", .basic, email, password.reveal())
            case .accessToken(let token): ("Authorization", .bearer, "", token.reveal())
            case .key(let key):
                switch connection.product.keyScheme {
                case .basic: ("Authorization", .basic, key.reveal(), "X")
                case .bearer: ("Authorization", .bearer, "", key.reveal())
                case .token: ("Authorization", .token, "", key.reveal())
                }
            }
        json["header"] = .string(parts.field)
        json["header_prefix"] = .string(parts.prefix.rawValue)
        if withSecrets {
            json["username"] = .string(parts.username)
            json["password"] = .string(parts.password)
        }
        return json
    }
}
