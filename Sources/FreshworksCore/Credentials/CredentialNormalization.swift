extension Credential {
    /// The credential as it may be sent to an account: mended where that is unambiguous, refused where it is not.
    ///
    /// Keeps ``revision``. Normalizing again changes nothing. Passwords and values with prefix None are never mended.
    /// - Throws: One of the codes that ``FreshworksError/Code`` lists for credentials.
    package func normalized(for account: FreshworksAccount) throws -> Credential {
        guard productName == nil || productName == account.product.name else {
            throw FreshworksError(
                .credentialWrongProduct, "the credential is of another product than \(account.product.title)",
                advice: "Each product has keys of its own; make one in \(account.product.title).")
        }
        var result = self
        switch form {
        case .key(let key):
            let key = try result.mend(key, scheme: account.product.keyScheme)
            if account.product.name == FreshworksProduct.freshdesk.name { result.noteTokenShape(key) }
            result.form = .key(key)
        case .accessToken(let token):
            result.form = .accessToken(try result.mend(token, scheme: .bearer))
        case .password(let email, let password):
            result.form = .password(email: try result.mendUserName(email), password: password)
            try PastedKey.requirePassword(password.reveal())
        case .header(let field, let prefix, let username, let password):
            result.form = try result.mendHeader(field, prefix, username, password)
        }
        return result
    }

    private mutating func mend(_ secret: Secret, scheme: FreshworksProduct.KeyScheme) throws -> Secret {
        let key = try PastedKey(secret.reveal(), scheme: scheme)
        key.repairs.forEach { repairs.note($0) }
        return Secret(key.value)
    }

    private mutating func mendUserName(_ name: String) throws -> String {
        let trimmed = name.trimmingInvisibleEnds
        if trimmed != name { repairs.note(.whitespace) }
        try PastedKey.requireUserName(trimmed)
        return trimmed
    }

    private mutating func noteTokenShape(_ key: Secret) {
        let parts = key.reveal().split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) { repairs.note(.looksLikeToken) }
    }

    private mutating func mendHeader(
        _ field: String, _ prefix: HeaderPrefix, _ username: Secret, _ password: Secret
    ) throws -> Form {
        let field = field.trimmingInvisibleEnds
        guard !Self.framingFields.contains(field.lowercased()) else {
            throw FreshworksError(
                .credentialHeaderField, "the header field belongs to the connection and cannot carry a credential",
                advice: "Use Authorization or the field that the product's documentation names.")
        }
        switch prefix {
        case .basic:
            let name = username.reveal()
            if PastedKey.looksLikeEmail(name.trimmingInvisibleEnds) {
                let email = try mendUserName(name)
                try PastedKey.requireLogin(email, password.reveal())
                return .header(field: field, prefix: prefix, username: Secret(email), password: password)
            }
            try PastedKey.requirePassword(password.reveal(), mayBeEmpty: true)
            return .header(
                field: field, prefix: prefix, username: try mend(username, scheme: .basic), password: password)
        case .bearer, .token:
            let value = try mend(password.isEmpty ? username : password, scheme: prefix == .token ? .token : .bearer)
            return .header(field: field, prefix: prefix, username: Secret(""), password: value)
        case .none:
            let value = password.isEmpty ? username : password
            try PastedKey.requireCompleteValue(value.reveal())
            return .header(field: field, prefix: prefix, username: Secret(""), password: value)
        }
    }

    private static let framingFields: Set = [
        "host", "connection", "content-length", "content-type", "transfer-encoding", "te", "trailer", "upgrade",
        "expect", "keep-alive", "proxy-connection",
    ]
}
