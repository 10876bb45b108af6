import Foundation

/// What a token endpoint is asked: a form and header fields, with the client's proof of who it is.
struct TokenRequest {
    /// What observers and errors call it, such as `oauth.refresh`.
    let operation: String
    private(set) var headers = HeaderFields()
    private var fields: [(name: String, value: String)]
    private var secrets: [String] = []

    /// - Throws: ``FreshworksError/Code/invalidHeaderField`` for what no check of the configuration should have let pass.
    init(_ operation: String, grantType: String, by configuration: OAuthConfiguration) throws {
        self.operation = operation
        fields = [("grant_type", grantType)]
        for (name, value) in configuration.customHeaders {
            try headers.set(name, to: value, isSensitive: true)
            hide(value)
        }
        try authenticate(configuration)
    }

    var body: Data { Data(FormURLEncoding.encode(fields).utf8) }

    /// Texts that a server may quote and nobody may see. A single character would be found in every text.
    var hidden: [String] { secrets.filter { $0.utf8.count > 1 } }

    /// Adds a parameter. The standard takes an empty one for absent.
    mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { fields.append((name, value)) }
    }

    /// Adds a parameter that nobody may see.
    mutating func add(_ name: String, _ secret: Secret?) {
        guard let secret else { return }
        add(name, secret.reveal())
        hide(secret.reveal())
    }

    /// One way at the most (RFC 6749 §2.3).
    private mutating func authenticate(_ configuration: OAuthConfiguration) throws {
        guard headers["Authorization"] == nil else { return }
        let id = configuration.clientID
        guard let secret = configuration.clientSecret else { return add("client_id", id) }
        switch configuration.clientAuthentication {
        case .basic:
            // RFC 6749 §2.3.1: each part is form-encoded first.
            let pair = FormURLEncoding.encode(id) + ":" + FormURLEncoding.encode(secret.reveal())
            let value = "Basic " + Data(pair.utf8).base64EncodedString()
            try headers.set("Authorization", to: value)
            hide(value)
            hide(secret.reveal())
        case .body:
            add("client_id", id)
            add("client_secret", secret)
        }
    }

    private mutating func hide(_ text: String) {
        secrets.append(text)
        secrets += text.split(separator: " ").map(String.init).filter { $0.utf8.count > 7 }
    }
}
