public import Foundation

/// The OAuth 2.0 connection of integration platforms as they write it down: a client, its server's addresses, options, a grant.
///
/// ```swift
/// let form = try OAuthForm(file)
/// let oauth = try OAuthClient(form.configuration(redirectURI: callback))
/// let written = try OAuthForm(oauth.configuration).json(secrets: .inPlainText)
/// ```
/// Members of `options` become parameters of the authorization request, `scope` its scopes, and `customHeaders` header fields of
/// token requests. Addresses may have places for what is asked first, as the vendor's own app files have them. Printing a form
/// shows no secret.
public struct OAuthForm: Sendable {
    /// How tokens are obtained.
    public struct Grant: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The grant as RFC 6749 spells it.
        public let rawValue: String

        /// Names a grant.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The grant as RFC 6749 spells it.
        public var description: String { rawValue }

        /// A user consents in a browser: the one that Freshworks offers.
        public static let authorizationCode = Self(rawValue: "authorization_code")
        /// A user's own password, which RFC 9700 §2.4 forbids; see ``OAuthClient/tokens(username:password:deadline:)``.
        public static let password = Self(rawValue: "password")
        /// The client alone; see ``OAuthClient/clientCredentials(deadline:)``.
        public static let clientCredentials = Self(rawValue: "client_credentials")

        static let all = [authorizationCode, password, clientCredentials]
    }

    /// How tokens are obtained; by a user's consent unless the form says otherwise.
    public let grant: Grant
    /// What has to be asked for before the consent; see ``configuration(redirectURI:values:)``.
    public let parameters: [FDKOAuthConfig.Parameter]
    /// What was left out.
    public let notes: [ImportNote]
    private let file: FDKOAuthConfig
    private let allowsLoopback: Bool
    private let members: JSONObject

    private static let known: Set = [
        "client_id", "client_secret", "authorize_url", "token_url", "options", "token_type", "oauth_iparams",
    ]

    /// Reads a form.
    /// - Parameter allowsLoopback: Whether its addresses may name this machine, such as a sandbox. Somebody else's form must
    ///   not: the client's secret and the user's code would go to whatever listens here.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with everything that is wrong, each with its JSON path. No value is
    ///   quoted.
    public init(_ data: Data, allowsLoopback: Bool = false) throws {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: data, depthLimit: 64)
        } catch let error as FreshworksError {
            throw FreshworksError(
                .invalidImport, "the file is \(error.message)", advice: "Correct it and import again.")
        }
        try self.init(json, allowsLoopback: allowsLoopback)
    }

    /// Reads a form that was parsed already.
    /// - Parameter allowsLoopback: As for a file.
    /// - Throws: ``FreshworksError/Code/invalidImport``, as for a file.
    public init(_ json: JSONValue, allowsLoopback: Bool = false) throws {
        var reading = ImportReading()
        guard let members = json.objectValue else {
            reading.refuse("$", "must be an object", code: "datatype_mismatch")
            throw reading.refusal
        }
        for path in KeptMembers.masks(in: json, "$") {
            reading.refuse(path, "is masked; export again with the value itself", code: "masked_value")
        }
        let object = ImportedObject(path: "$", json: members)
        let grant = reading.optionalText("grant_type", of: object)
        self.grant = Grant(rawValue: grant?.text ?? Grant.authorizationCode.rawValue)
        if let grant, !Grant.all.contains(self.grant) {
            reading.refuse(grant.path, "must be authorization_code, password or client_credentials")
        }
        let kept = KeptMembers.of(object, besides: Self.known.union(["grant_type"]), &reading)
        let own = JSONObject(members.filter { Self.known.contains($0.key) }.map { ($0.key, $0.value) })
        // The shape is that of the vendor's apps, which has a reader.
        let file: FDKOAuthConfig?
        do {
            file = try FDKOAuthConfig(json: JSONValue.object(own).serialized())
        } catch let error as FreshworksError {
            file = nil
            for problem in error.fieldErrors {
                reading.refuse(
                    problem.field ?? "$", problem.message ?? "is refused", code: problem.code ?? "invalid_value")
            }
        }
        if !allowsLoopback {
            for key in ["authorize_url", "token_url"] {
                if let text = members[key]?.stringValue { reading.refuseLoopback(text, object.path(of: key)) }
            }
        }
        guard let file, reading.problems.isEmpty else { throw reading.refusal }
        self.file = file
        self.allowsLoopback = allowsLoopback
        for warning in file.warnings { reading.note(warning.path, warning.message) }
        parameters = file.integrations.first?.parameters ?? []
        notes = reading.warnings
        self.members = JSONObject(
            members.compactMap { key, value in
                Self.known.contains(key) || key == "grant_type" ? (key, value) : kept[key].map { (key, $0) }
            })
    }

    /// Writes a configuration down as a form.
    ///
    /// Platforms send client id and secret in the body; a client that proves itself by the Basic scheme at another server than
    /// Freshworks' own therefore has that in `customHeaders`.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a client without a secret, for which the form has no place.
    public init(_ configuration: OAuthConfiguration, grant: Grant = .authorizationCode) throws {
        guard let secret = configuration.clientSecret else {
            throw ArgumentCheck.refusal("clientSecret", "must be there: the form has no place for a public client")
        }
        var options: [(String, JSONValue)] = []
        if !configuration.scopes.isEmpty {
            options.append(("scope", .string(configuration.scopes.joined(separator: " "))))
        }
        for pair in configuration.authorizeParameters.encoded.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.removingPercentEncoding ?? String($0) }
            options.append((parts[0], .string(parts.count > 1 ? parts[1] : "")))
        }
        var headers = configuration.customHeaders.map { ($0.name, JSONValue.string($0.value)) }
        let isFreshworks = configuration.tokenURL.host()?.lowercased().hasSuffix(".myfreshworks.com") == true
        if configuration.clientAuthentication == .basic, !isFreshworks,
            configuration.customHeaders["Authorization"] == nil
        {
            let pair = "\(FormURLEncoding.encode(configuration.clientID)):\(FormURLEncoding.encode(secret.reveal()))"
            headers.append(("Authorization", .string("Basic " + Data(pair.utf8).base64EncodedString())))
        }
        if !headers.isEmpty { options.append(("customHeaders", .object(JSONObject(headers)))) }
        try self.init(
            .object([
                "client_id": .string(configuration.clientID), "client_secret": .string(secret.reveal()),
                "authorize_url": .string(configuration.authorizeURL.absoluteString),
                "token_url": .string(configuration.tokenURL.absoluteString), "options": .object(JSONObject(options)),
                "token_type": .string(configuration.tokenLevel.rawValue), "grant_type": .string(grant.rawValue),
            ]), allowsLoopback: true)
    }

    /// What an ``OAuthClient`` is made of.
    /// - Parameter values: What was asked for, by ``FDKOAuthConfig/Parameter/name``.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with all problems, each with its JSON path.
    public func configuration(redirectURI: URL, values: [String: String] = [:]) throws -> OAuthConfiguration {
        let found = try file.configuration(iparams: values, redirectURI: redirectURI)
        guard !allowsLoopback else { return found }
        // Also what a value has completed.
        var reading = ImportReading()
        reading.refuseLoopback(found.authorizeURL.absoluteString, "$.authorize_url")
        reading.refuseLoopback(found.tokenURL.absoluteString, "$.token_url")
        try reading.finish()
        return found
    }

    /// The form as it was read. The client's secret and `customHeaders`, which hold secrets as a rule, are left out unless asked
    /// for; without them it cannot be read again.
    public func json(secrets: ConnectionRegistry.ExportedSecrets = .omitted) -> JSONValue {
        guard case .omitted = secrets else { return .object(members) }
        var shown = members
        var hidden = [shown["client_secret"]?.stringValue]
        shown["client_secret"] = nil
        if var options = shown["options"]?.objectValue {
            hidden += options["customHeaders"]?.objectValue?.map(\.value.stringValue) ?? []
            options["customHeaders"] = nil
            shown["options"] = .object(options)
        }
        // Wherever else the file repeats one.
        let secrets = hidden.compactMap(\.self).filter { $0.utf8.count > 5 }
        return .object(KeptMembers.hiding(secrets, in: shown))
    }
}

extension OAuthForm: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The grant.
    public var description: String { "OAuthForm(\(grant))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
