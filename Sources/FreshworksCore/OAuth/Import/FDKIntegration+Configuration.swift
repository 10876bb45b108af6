import Foundation

extension FDKOAuthConfig.Integration {
    /// The integration with what the installing person entered in its places.
    func configuration(iparams: [String: String], redirectURI: URL) throws -> OAuthConfiguration {
        var reader = ImportReader()
        let missing = missingNames(in: iparams, &reader)
        // What lacks a value that is reported already would only be reported a second time.
        func filled<Value>(
            _ member: Member, _ make: (FDKTemplate) throws(ImportProblem) -> Value
        ) -> Value? {
            guard member.template.names.isDisjoint(with: missing) else { return nil }
            return reader.attempt(member.path) { () throws(ImportProblem) in try make(member.template) }
        }
        func address(_ template: FDKTemplate) throws(ImportProblem) -> URL {
            try FDKAddress.url(template, with: iparams)
        }
        func credential(_ template: FDKTemplate) throws(ImportProblem) -> String {
            let text = template.filled(with: iparams)
            guard !text.isEmpty, text.isVisibleASCII else { throw .value("must be visible ASCII and not empty") }
            return text
        }

        let authorizeURL = filled(authorizeURL, address)
        let tokenURL = filled(tokenURL, address)
        let clientID = filled(clientID, credential)
        let clientSecret = filled(clientSecret) { (template) throws(ImportProblem) in Secret(try credential(template)) }
        let scopes = scope.flatMap { scope in
            filled(scope) { (template) throws(ImportProblem) in try Self.scopes(template.filled(with: iparams)) }
        }
        var parameters: QueryItems = [:]
        for member in authorizeParameters {
            parameters.append(member.name, filled(member) { $0.filled(with: iparams) })
        }
        var headers = HeaderFields()
        for member in customHeaders {
            _ = filled(member) { (template) throws(ImportProblem) in
                let value = template.filled(with: iparams)
                try member.checkHeaderField(value: value)
                try? headers.set(member.name, to: value, isSensitive: true)
            }
        }
        guard reader.errors.isEmpty, let authorizeURL, let tokenURL, let clientID, let clientSecret else {
            throw reader.error
        }

        var configuration = OAuthConfiguration(
            authorizeURL: authorizeURL, tokenURL: tokenURL, clientID: clientID, clientSecret: clientSecret,
            scopes: scopes ?? [], redirectURI: redirectURI)
        configuration.authorizeParameters = parameters
        configuration.customHeaders = headers
        configuration.tokenLevel = tokenLevel
        // The platform authenticates with passport-oauth2, which knows no other way; Freshworks itself wants the header field.
        let isFreshworks = tokenURL.host()?.lowercased().hasSuffix(".myfreshworks.com") == true
        configuration.clientAuthentication = isFreshworks ? .basic : .body
        configuration.needsScopes = isFreshworks
        return configuration
    }

    /// The required names without a value. They are reported, as are values that nobody asked for.
    private func missingNames(in iparams: [String: String], _ reader: inout ImportReader) -> Set<String> {
        let asked = ImportNode.path(of: "oauth_iparams", below: path)
        let names = parameters.map(\.name)
        for name in iparams.keys.sorted() where !names.contains(name) {
            reader.refuse(ImportNode.path(of: name, below: asked), .value("is not asked for by the file"))
        }
        let missing = parameters.filter { $0.isRequired && iparams[$0.name]?.isEmpty != false }.map(\.name)
        for name in missing {
            reader.refuse(
                ImportNode.path(of: name, below: asked),
                ImportProblem(code: "missing_field", message: "is required, but no value was passed"))
        }
        return Set(missing)
    }

    /// Scopes of the characters that RFC 6749 §3.3 allows.
    private static func scopes(_ text: String) throws(ImportProblem) -> [String] {
        guard text.isVisibleASCII, !text.contains("\""), !text.contains("\\") else {
            throw .value("must be scopes of visible ASCII, without quotation marks and backslashes")
        }
        return text.split(separator: " ").map(String.init)
    }
}

extension String {
    /// Whether there is nothing but the characters from space to tilde.
    var isVisibleASCII: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
