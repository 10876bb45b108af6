import Foundation

/// What a callback's query says (RFC 6749 §4.1.2). Scheme, host and path are not looked at: proxies change them.
struct AuthorizationCallback {
    private let parameters: [(name: String, value: String)]

    init(_ url: URL) {
        let query = url.absoluteString.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
        parameters = query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (FormURLEncoding.decode(parts[0]), parts.count > 1 ? FormURLEncoding.decode(parts[1]) : "")
        }
    }

    /// Whether the callback belongs to the authorization that had this state. Comes before all else that is read.
    func requireState(_ expected: Secret) throws {
        guard let state = try value(of: "state"), Secret(state) == expected else {
            throw FreshworksError(
                .stateMismatch, "the callback does not belong to this authorization",
                advice: "Begin a new one; if that repeats, somebody may be sending forged callbacks.")
        }
    }

    /// The code.
    /// - Throws: ``FreshworksError/Code/issuerMismatch`` if another server sent the callback; the server's error; otherwise
    ///   ``FreshworksError/Code/malformedCallback``.
    func code(from issuer: String?) throws -> Secret {
        if let issuer, let sender = try value(of: "iss"), !sender.utf8.elementsEqual(issuer.utf8) {
            throw FreshworksError.issuerMismatch
        }
        if let word = try value(of: "error") {
            let secrets = ["code", "state"].flatMap(values).filter { $0.utf8.count > 1 }
            let description = try value(of: "error_description")?.hiding(secrets)
            throw FreshworksError(oauthWord: word.hiding(secrets), description: description) ?? .malformedCallback
        }
        guard let code = try value(of: "code"), !code.isEmpty, code.utf8.count <= 64 * 1024, OAuthSyntax.isVisible(code)
        else { throw FreshworksError.malformedCallback }
        return Secret(code)
    }

    private func value(of name: String) throws -> String? {
        let values = values(of: name)
        guard values.count < 2 else { throw FreshworksError.malformedCallback }
        return values.first
    }

    private func values(of name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }
}

extension FreshworksError {
    static let issuerMismatch = FreshworksError(
        .issuerMismatch, "the callback comes from another authorization server or client than this one",
        advice:
            "Exchange it with the client that began the authorization; if that repeats, somebody may be mixing up servers."
    )

    fileprivate static let malformedCallback = FreshworksError(
        .malformedCallback, "the callback has neither a code nor an error, or a parameter twice",
        advice: "Pass the address as the browser asked for it, with its whole query.")
}

extension FreshworksError.Code {
    /// A callback has no state, or not the authorization's. Nothing was sent.
    public static let stateMismatch = Self(rawValue: "state_mismatch")
    /// A callback comes from another server than the one that was asked. Nothing was sent.
    public static let issuerMismatch = Self(rawValue: "issuer_mismatch")
    /// A callback is not one by the standard. Nothing was sent.
    public static let malformedCallback = Self(rawValue: "malformed_callback")
}
