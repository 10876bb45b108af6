extension FDKOAuthConfig {
    /// A service that the app is authorized at.
    public struct Integration: Sendable {
        /// Its key in the file; `nil` in a file of platform 2.x.
        public let name: String?
        /// What people see; files of platform 2.x have none.
        public let displayName: String?
        /// Who authorizes.
        public let tokenLevel: OAuthConfiguration.TokenLevel
        /// What the installing person is asked for.
        public let parameters: [Parameter]
        /// The names of the parameters that the templates of the file take, whether they are asked for or have defaults.
        public let usedParameters: Set<String>

        let path: String
        let clientID: Member
        let clientSecret: Member
        let authorizeURL: Member
        let tokenURL: Member
        let scope: Member?
        let authorizeParameters: [Member]
        let customHeaders: [Member]

        /// A text of the file that may hold templates.
        struct Member: Sendable {
            let name: String
            let path: String
            let template: FDKTemplate
        }
    }
}

extension FDKOAuthConfig.Integration {
    init?(name: String?, _ node: ImportNode, _ reader: inout ImportReader) {
        reader.warnOfUnknown(
            [
                "display_name", "client_id", "client_secret", "authorize_url", "token_url", "token_type", "options",
                "oauth_iparams",
            ], in: node)
        let displayName =
            name == nil ? reader.optionalText("display_name", of: node) : reader.text("display_name", of: node)
        let tokenLevel = Self.tokenLevel(of: node, &reader)

        let asked = reader.object("oauth_iparams", of: node) ?? ImportNode(path: node.path, object: [:])
        let parameters = asked.object.keys.compactMap { key in
            reader.object(key, of: asked).flatMap { FDKOAuthConfig.Parameter(name: key, $0, &reader) }
        }

        var members: [String: Member] = [:]
        for key in ["client_id", "client_secret", "authorize_url", "token_url"] {
            members[key] = reader.text(key, of: node).flatMap { Member(key, in: node, $0, &reader) }
        }
        let (scope, options, headers) = Self.options(of: node, &reader)

        let inAddresses = [members["authorize_url"], members["token_url"], scope].compactMap(\.self) + options
        let all = inAddresses + [members["client_id"], members["client_secret"]].compactMap(\.self) + headers
        let declared = Set(asked.object.keys)
        let secret = Set(parameters.filter(\.isSecret).map(\.name))
        for member in all where !member.template.names.isSubset(of: declared) {
            reader.refuse(member.path, .value("takes a value that oauth_iparams does not ask for"))
        }
        for member in inAddresses where !member.template.names.isDisjoint(with: secret) {
            reader.refuse(member.path, .value("takes a secure value into an address, where it would be seen"))
        }
        if let clientID = members["client_id"], !clientID.template.names.isDisjoint(with: secret) {
            reader.warn(clientID.path, "takes a secure value, but a client id is seen by everyone who authorizes")
        }
        for address in [members["authorize_url"], members["token_url"]].compactMap(\.self)
        where address.template.names.isEmpty {
            _ = reader.attempt(address.path) { () throws(ImportProblem) in
                try FDKAddress.url(address.template, with: [:])
            }
        }

        guard let tokenLevel, let clientID = members["client_id"], let clientSecret = members["client_secret"],
            let authorizeURL = members["authorize_url"], let tokenURL = members["token_url"]
        else { return nil }
        self.name = name
        self.displayName = displayName
        self.tokenLevel = tokenLevel
        self.parameters = parameters
        usedParameters = all.reduce(into: []) { $0.formUnion($1.template.names) }
        path = node.path
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.authorizeURL = authorizeURL
        self.tokenURL = tokenURL
        self.scope = scope
        authorizeParameters = options
        customHeaders = headers
    }

    private static func tokenLevel(of node: ImportNode, _ reader: inout ImportReader) -> OAuthConfiguration.TokenLevel?
    {
        guard let text = reader.text("token_type", of: node) else { return nil }
        let level = OAuthConfiguration.TokenLevel(rawValue: text)
        if level == nil { reader.refuse(node.path(of: "token_type"), .value("must be account or agent")) }
        return level
    }

    /// What an authorization request says anyway, and what may not stand in an address.
    private static let ownParameters: Set = [
        "response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method",
        "client_secret", "code_verifier", "access_token", "refresh_token", "password",
    ]
    private static let ownHeaderFields = ["Content-Type", "Accept"]

    private static func options(
        of node: ImportNode, _ reader: inout ImportReader
    ) -> (scope: Member?, parameters: [Member], headers: [Member]) {
        guard let options = reader.object("options", of: node) else { return (nil, [], []) }
        var scope: Member?
        var parameters: [Member] = []
        for (key, value) in options.object where key != "customHeaders" {
            let path = options.path(of: key)
            if ownParameters.contains(key) {
                reader.warn(path, "is left out, because the authorization request says it by itself or must not say it")
            } else if key == "scope" {
                scope = reader.optionalText(key, of: options).flatMap { Member(key, in: options, $0, &reader) }
            } else if key.isEmpty || key.contains("<%") || key.contains("{{") {
                reader.refuse(path, .value("must have a name without templates"))
            } else if let text = reader.scalar(value, at: path), let member = Member(key, in: options, text, &reader) {
                parameters.append(member)
            }
        }
        return (scope, parameters, customHeaders(of: options, &reader))
    }

    private static func customHeaders(of options: ImportNode, _ reader: inout ImportReader) -> [Member] {
        guard let headers = reader.object("customHeaders", of: options) else { return [] }
        return headers.object.compactMap { key, value in
            let path = headers.path(of: key)
            guard !ownHeaderFields.contains(where: key.equalsIgnoringCase) else {
                reader.warn(path, "is left out, because token requests say it by themselves")
                return nil
            }
            guard let text = reader.scalar(value, at: path), let member = Member(key, in: headers, text, &reader) else {
                return nil
            }
            _ = reader.attempt(path) { () throws(ImportProblem) in
                try member.checkHeaderField(value: member.template.filled(with: [:]))
            }
            return member
        }
    }
}

extension FDKOAuthConfig.Integration.Member {
    fileprivate init?(_ key: String, in node: ImportNode, _ text: String, _ reader: inout ImportReader) {
        let path = node.path(of: key)
        guard let template = reader.attempt(path, { () throws(ImportProblem) in try FDKTemplate(text) }) else {
            return nil
        }
        self.init(name: key, path: path, template: template)
    }

    /// Checks this member as a header field.
    func checkHeaderField(value: String) throws(ImportProblem) {
        guard (try? HeaderFields.check(name: name, value: value)) != nil else {
            throw .value("is not a legal header field")
        }
    }
}
