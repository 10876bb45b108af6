/// The harmless calls that tell whether a credential works, and what a right answer looks like.
public struct VerificationProbes: Sendable, Hashable {
    // An array on the heap, so that accounts and products stay small.
    private var probes: [Probe]

    /// Makes them.
    public init(_ preferred: Probe, alternative: Probe? = nil) {
        probes = [preferred] + (alternative.map { [$0] } ?? [])
    }

    /// The call to try first.
    public var preferred: Probe { probes[0] }

    /// The call to try when the first one's answer does not prove which product answered.
    public var alternative: Probe? { probes.count > 1 ? probes[1] : nil }

    /// A GET request whose answer proves the product.
    public struct Probe: Sendable, Hashable {
        /// The path below the account's base URL, or below its origin.
        public var path: PathTemplate
        /// The query.
        public var query: QueryItems
        /// Whether the path starts at the account's origin instead of its base URL.
        public var startsAtOrigin: Bool
        /// The answer proves the product when all keys of one of these lists are there; a dot goes one object deeper.
        /// Without any list, every JSON answer does.
        public var expects: [[String]]
        /// Where the answer holds the id of the person or account that the credential belongs to.
        public var id: String?
        /// Where the answer holds the name of that person or account.
        public var personName: String?
        /// Where the answer holds the e-mail address.
        public var email: String?

        /// Describes a probe.
        public init(
            _ path: PathTemplate, query: QueryItems = [:], startsAtOrigin: Bool = false, expects: [[String]],
            id: String? = nil, personName: String? = nil, email: String? = nil
        ) {
            self.path = path
            self.query = query
            self.startsAtOrigin = startsAtOrigin
            self.expects = expects
            self.id = id
            self.personName = personName
            self.email = email
        }
    }
}
