extension Credential {
    /// A credential of the same kind with another secret: what people call its key, token or password.
    ///
    /// Field, prefix and user name of a header stay. With the prefix Basic the key stands in the place of the user name, unless
    /// that is an e-mail address; with the others it stands where one of the two is filled in.
    func replacing(secret: Secret, for product: FreshworksProduct) -> Credential {
        switch form {
        case .key: return .apiKey(secret, for: product)
        case .password(let email, _): return .password(email: email, password: secret, for: product)
        case .accessToken: return .oauth(accessToken: secret)
        case .header(let field, let prefix, let username, let password):
            let isKey = prefix == .basic && !username.reveal().contains("@")
            return isKey || password.isEmpty
                ? .header(field: field, prefix: prefix, username: secret, password: password)
                : .header(field: field, prefix: prefix, username: username, password: secret)
        }
    }
}
