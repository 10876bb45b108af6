import Foundation

/// What a connection is made of, before it is added to a registry.
public struct ConnectionDraft: Sendable {
    /// The name for people; no other connection of the registry may have it, whatever the letter case.
    public var name: String
    /// What people note about it.
    public var description: String?
    /// What it can be listed by.
    public var tags: [String]
    /// The account that it goes to. ``FreshworksAccount/verifying(at:expects:)`` gives it a check of its own.
    public var account: FreshworksAccount
    /// What proves to the account who is calling.
    public var credential: Credential {
        didSet { session = nil }
    }
    /// The app's own settings. They are printed and exported, so put no secret here.
    public var options: JSONObject
    /// Whose credential it is, where it belongs to an ``AuthorizationProfile``. There is one for each.
    public var profile: ProfileKey?
    /// Where it came from.
    public var provenance: Connection.Provenance
    /// Whether it may be used as soon as it is added.
    public var isEnabled = true
    /// The OAuth session that the credential is the access token of.
    var session: SessionGrant?
    /// What was mended in what people pasted, by field; empty unless a form made the draft.
    public internal(set) var repairs: [FieldRepair] = []

    /// Makes a draft.
    public init(
        name: String, account: FreshworksAccount, credential: Credential, description: String? = nil,
        tags: [String] = [], options: JSONObject = [:], profile: ProfileKey? = nil,
        provenance: Connection.Provenance = .app
    ) {
        self.name = name
        self.account = account
        self.credential = credential
        self.description = description
        self.tags = tags
        self.options = options
        self.profile = profile
        self.provenance = provenance
    }

    /// Makes a draft of a connection whose credential is an OAuth session, which the registry keeps fresh from then on.
    ///
    /// ```swift
    /// let tokens = try await oauth.exchange(callback: callbackURL, pending: pending)
    /// let draft = ConnectionDraft(name: "CRM", account: account, client: oauth.configuration, tokens: tokens)
    /// ```
    /// Any process refreshes it, one at a time for each token, as an ``OAuthSession`` does. Its tokens lie in the
    /// connection's own record, with the client's secret. Nobody else may refresh them: a server that rotates refresh tokens
    /// takes a second use for theft.
    /// - Parameters:
    ///   - client: What the tokens were obtained with.
    ///   - tokens: Those of a consent just given.
    public init(
        name: String, account: FreshworksAccount, client: OAuthConfiguration, tokens: OAuthTokens,
        description: String? = nil, tags: [String] = [], options: JSONObject = [:], profile: ProfileKey? = nil,
        provenance: Connection.Provenance = .app
    ) {
        self.init(
            name: name, account: account, credential: .oauth(accessToken: tokens.accessToken), description: description,
            tags: tags, options: options, profile: profile, provenance: provenance)
        session = SessionGrant(configuration: client, tokens: tokens)
    }

    /// The draft as it may be stored: trimmed, its credential mended for the account.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with all fields that were refused; why the credential was.
    func checked() throws -> ConnectionDraft {
        var draft = self
        draft.name = name.trimmingWhitespace
        draft.tags = tags.tidied
        var check = ArgumentCheck()
        check.name(draft.name)
        check.tags(draft.tags)
        if let profile { check.profile(profile) }
        try check.finish()
        draft.credential = try credential.checked(for: account)
        draft.session = session
        return draft
    }
}

extension Credential {
    /// The credential as it may be sent to an account.
    /// - Throws: Why it cannot be one of the account's.
    func checked(for account: FreshworksAccount) throws -> Credential {
        // The signer also sees what only a whole header shows, such as a field's name.
        _ = try RequestSigner(account: account, credential: self)
        return try normalized(for: account)
    }
}

extension ArgumentCheck {
    mutating func name(_ name: String) {
        notBlank(name, "name")
        line(name, "name")
    }

    mutating func tags(_ tags: [String]) {
        for tag in tags { line(tag, "tags") }
    }

    mutating func profile(_ key: ProfileKey) {
        notBlank(key.profile, "profile")
        line(key.profile, "profile")
        notBlank(key.user, "user")
        if let user = key.user { line(user, "user") }
    }

    private mutating func line(_ text: String, _ field: String) {
        // What counts as one character may be of any size.
        if text.count > 200 || text.utf8.count > 1600 { refuse(field, "must have at most 200 characters") }
        if text.unicodeScalars.contains(where: \.breaksLine) { refuse(field, "must be one line of visible text") }
    }
}

extension Unicode.Scalar {
    /// A control character, a line's end, or what turns the direction of the text around it.
    fileprivate var breaksLine: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl
        }
    }
}

extension String {
    var trimmingWhitespace: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension [String] {
    /// Trimmed, without empty ones, each once.
    var tidied: [String] {
        var seen: Set<String> = []
        return map(\.trimmingWhitespace).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
