extension Credential {
    /// The parts as a store keeps them, in plain text.
    var serializedParts: JSONObject {
        switch form {
        case .key(let key): ["key": .string(key.reveal())]
        case .password(let email, let password): ["email": .string(email), "password": .string(password.reveal())]
        case .accessToken(let token): ["access_token": .string(token.reveal())]
        case .header(let field, let prefix, let username, let password):
            [
                "field": .string(field), "prefix": .string(prefix.rawValue), "username": .string(username.reveal()),
                "password": .string(password.reveal()),
            ]
        }
    }

    /// Reads the parts of a kind; `nil` if one is missing.
    init?(_ kind: Connection.Kind, _ parts: JSONObject, for product: FreshworksProduct) {
        func secret(_ key: String) -> Secret? { (parts[key] as String?).map { Secret($0) } }
        switch kind {
        case .key:
            guard let key = secret("key") else { return nil }
            self = .apiKey(key, for: product)
        case .password:
            guard let email: String = parts["email"], let password = secret("password") else { return nil }
            self = .password(email: email, password: password, for: product)
        case .accessToken:
            guard let token = secret("access_token") else { return nil }
            self = .oauth(accessToken: token)
        case .header:
            guard let field: String = parts["field"], let username = secret("username"),
                let prefix = (parts["prefix"] as String?).flatMap({ HeaderPrefix(rawValue: $0) }),
                let password = secret("password")
            else { return nil }
            self = .header(field: field, prefix: prefix, username: username, password: password)
        default: return nil
        }
    }
}
