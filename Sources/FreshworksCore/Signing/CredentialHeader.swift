import Foundation

/// The one header field that a credential becomes.
package struct CredentialHeader: Sendable {
    let name: String
    let value: String
    /// What nobody may see: the secret as it is and as the header spells it.
    let secrets: [String]

    /// Normalizes the credential and builds its header.
    /// - Throws: Why the credential cannot be one of the account's.
    package init(_ credential: Credential, for account: FreshworksAccount) throws {
        let parts: [Secret]
        var user = Secret("")
        switch try credential.normalized(for: account).form {
        case .key(let key):
            parts = [key]
            name = "Authorization"
            value = Self.keyValue(key.reveal(), scheme: account.product.keyScheme)
        case .password(let email, let password):
            parts = [password]
            name = "Authorization"
            value = Self.basic(email, password.reveal())
        case .accessToken(let token):
            parts = [token]
            name = "Authorization"
            value = "Bearer " + token.reveal()
        case .header(let field, let prefix, let username, let password):
            parts = [password]
            user = username
            name = field
            value =
                switch prefix {
                case .basic: Self.basic(username.reveal(), password.reveal())
                case .bearer: "Bearer " + password.reveal()
                case .token where account.product.keyScheme == .token: "Token token=" + password.reveal()
                case .token: "Token " + password.reveal()
                case .none: password.reveal()
                }
        }
        secrets = Self.secrets(parts: parts, user: user, value: value)
        _ = try fields()
    }

    /// What a service could quote. A password however short is one; a dummy such as X is not, and would be found in
    /// every text. Nor is a name of a few letters, or the scheme in front of a header's value.
    private static func secrets(parts: [Secret], user: Secret, value: String) -> [String] {
        let words = value.split { " =\"".contains($0) }.map(String.init)
        let name = user.reveal()
        // A key may stand in the place of the user's name.
        let texts = parts.map { $0.reveal() } + (PastedKey.looksLikeEmail(name) ? [] : [name])
        return texts.filter { $0.utf8.count > 1 } + ([name] + words).filter { $0.utf8.count > 7 }
    }

    func fields() throws -> HeaderFields {
        var fields = HeaderFields()
        try fields.set(name, to: value, isSensitive: true)
        return fields
    }

    private static func keyValue(_ key: String, scheme: FreshworksProduct.KeyScheme) -> String {
        switch scheme {
        case .basic: basic(key, "X")
        case .bearer: "Bearer " + key
        case .token: "Token token=" + key
        }
    }

    /// RFC 7617: UTF-8 of both parts in normalization form C.
    private static func basic(_ user: String, _ password: String) -> String {
        let pair = [user, password].map(\.precomposedStringWithCanonicalMapping).joined(separator: ":")
        return "Basic " + Data(pair.utf8).base64EncodedString()
    }
}
