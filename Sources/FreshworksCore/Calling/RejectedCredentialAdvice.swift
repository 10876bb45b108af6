extension FreshworksProduct {
    /// What to do about an answer with an error's code; `nil` leaves it to the general sentence.
    /// - Parameter credential: What the request was signed with.
    func advice(on code: FreshworksError.Code, to credential: Credential?) -> String? {
        guard code == .invalidCredential else { return advice[code] }
        let noOAuth = "The vendor offers no OAuth for the REST API of \(title); use one of its own keys there."
        switch credential?.form {
        case .accessToken: return takesAccessTokens ? nil : noOAuth
        case .header(_, prefix: .bearer, _, _) where !takesAccessTokens: return noOAuth
        case .password:
            return
                "Check e-mail address and password, or use an API key: accounts with single sign-on take nothing else."
        case .key, .header, nil: return advice[code]
        }
    }

    /// The same for the person who configured the credential, as one sentence or two that say what was rejected.
    func rejection(of credential: Credential?) -> String {
        let what =
            switch credential?.form {
            case .key: keyScheme == .bearer ? "token was" : "key was"
            case .password: "e-mail address and password were"
            case .accessToken: "access token was"
            case .header, nil: "credential was"
            }
        let advice = advice(on: .invalidCredential, to: credential) ?? "Replace it and try again."
        return "The \(what) rejected; \(advice.loweredFirst)"
    }
}

extension String {
    var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}
