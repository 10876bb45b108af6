/// The harmless calls that tell whether a credential works, and what a right answer looks like.
public struct CredentialCheck: Sendable, Hashable {
    /// The call to try first.
    public var preferred: Probe
    /// The call to try when the first one's answer does not prove which product answered.
    public var alternative: Probe?

    /// Makes a check.
    public init(_ preferred: Probe, alternative: Probe? = nil) {
        self.preferred = preferred
        self.alternative = alternative
    }

    /// A GET request whose answer proves the product.
    public struct Probe: Sendable, Hashable {
        /// The path below the account's base URL.
        public var path: PathTemplate
        /// The query.
        public var query: QueryItems
        /// The answer proves the product when all keys of one of these lists are there; a dot goes one object deeper.
        public var expects: [[String]]
        /// Where the answer holds the id of the person or account that the credential belongs to.
        public var id: String?
        /// Where the answer holds the name of that person or account.
        public var personName: String?
        /// Where the answer holds the e-mail address.
        public var email: String?

        /// Describes a probe.
        public init(
            _ path: PathTemplate, query: QueryItems = [:], expects: [[String]], id: String? = nil,
            personName: String? = nil, email: String? = nil
        ) {
            self.path = path
            self.query = query
            self.expects = expects
            self.id = id
            self.personName = personName
            self.email = email
        }
    }
}
