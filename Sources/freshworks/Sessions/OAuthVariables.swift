import FreshworksCore

/// The environment's variables about the OAuth client.
enum OAuthVariables {
    /// - Throws: ``FreshworksError/Code/notConfigured`` if it is not set; why it was refused.
    static func clientID(in environment: [String: String]) throws -> String {
        guard let id = environment["FRESHWORKS_CLIENT_ID"], !id.isEmpty else {
            throw missing("id", "FRESHWORKS_CLIENT_ID")
        }
        return id
    }

    /// - Throws: ``FreshworksError/Code/notConfigured`` if it is not set; why it was refused.
    static func clientSecret(in environment: [String: String]) throws -> Secret {
        guard let secret = try FreshworksEnvironment.secret("FRESHWORKS_CLIENT_SECRET", in: environment) else {
            throw missing("secret", "FRESHWORKS_CLIENT_SECRET (or FRESHWORKS_CLIENT_SECRET_FILE)")
        }
        return secret
    }

    private static func missing(_ what: String, _ variables: String) -> FreshworksError {
        FreshworksError(.notConfigured, "the OAuth client's \(what) is not configured", advice: "Set \(variables).")
    }
}
