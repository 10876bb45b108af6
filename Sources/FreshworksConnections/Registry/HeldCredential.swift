/// What is known of a connection's credential between calls: a pure value that is told the time.
struct HeldCredential {
    private enum Holding {
        case nothing
        case credential(Credential)
        case refusal(FreshworksError)
    }

    enum Answer {
        case use(Credential)
        /// Use it, and look beside that whether it is still the one.
        case useAndRead(Credential)
        /// Look first, and use it if nobody can be asked.
        case readOrUse(Credential)
        /// Look first.
        case read
        case refuse(FreshworksError)
    }

    private let address: String
    private var holding = Holding.nothing
    private var generation = 0
    /// Counts what was taken over, so that who reads can tell whether anything came in between.
    private(set) var adoptions = 0
    private var lookedAt = Duration.zero
    private var isDeleted = false
    /// What the connection's session is opened with, where the credential is one's access token.
    private(set) var client: OAuthConfiguration?
    /// Whether another credential is being obtained.
    private(set) var rotation: ConnectionRotation?
    /// The credential that was last looked for in vain, how often, and when to look again.
    private var search: (rejected: Credential.Revision, looks: Int, next: Duration)?

    /// - Parameter address: The base URL that the clients call. A credential for any other is not for them.
    init(address: String) { self.address = address }

    /// What a caller gets who needs a credential now.
    func answer(at now: Duration, rereadsAfter limit: Duration) -> Answer {
        switch holding {
        case .nothing: .read
        case .credential(let credential):
            switch now - lookedAt {
            case ..<limit: .use(credential)
            case let age where age - limit < limit: .useAndRead(credential)
            // Nobody called for so long that what was held may be long gone.
            default: .readOrUse(credential)
            }
        case .refusal(let error): isDeleted || now - lookedAt < .seconds(1) ? .refuse(error) : .read
        }
    }

    /// The credential.
    /// - Throws: Why there is none.
    func value() throws -> Credential {
        switch holding {
        case .credential(let credential): return credential
        case .refusal(let error): throw error
        case .nothing: throw FreshworksError.connectionNotFound
        }
    }

    /// Whether to look for the successor of a rejected credential: once, and if it was not there yet, a quarter of a second
    /// later, then ever more rarely up to every five seconds.
    mutating func mayLook(for rejected: Credential.Revision, at now: Duration) -> Bool {
        if case .credential(let held) = holding, held.revision != rejected { return false }
        var looks = 0
        if let search, search.rejected == rejected {
            guard now >= search.next else { return false }
            looks = search.looks
        }
        search = (rejected, looks + 1, now + min(.seconds(5), .milliseconds(250) * (1 << min(looks, 5))))
        return true
    }

    /// A look into the store has failed: what is held stays until the next one is due.
    mutating func looked(at now: Duration) { lookedAt = now }

    /// The store has no record. It may be a store that is not there for the moment, so the next look counts.
    mutating func lose(at now: Duration) {
        guard !isDeleted else { return }
        lookedAt = now
        rotation = nil
        holding = .refusal(.connectionDeleted)
    }

    /// Takes over a record, unless a newer one was; `nil` if this process has deleted the connection, which is for good.
    /// - Parameter since: ``adoptions`` before the record was read. Where nothing came in between, what the store has is the
    ///   truth, whatever its generation: somebody may have put a backup in its place.
    mutating func adopt(_ record: ConnectionRecord?, since: Int? = nil, at now: Duration) {
        lookedAt = now
        guard !isDeleted, since == adoptions || record.map({ $0.generation >= generation }) ?? true else { return }
        adoptions += 1
        rotation = record?.rotation
        client = record?.session?.configuration
        guard let record else {
            isDeleted = true
            holding = .refusal(.connectionDeleted)
            return
        }
        generation = record.generation
        if record.connection.account.baseURL != address {
            holding = .refusal(.connectionMoved)
        } else if !record.connection.isEnabled {
            holding = .refusal(.connectionDisabled)
        } else {
            // Its revision says what a service rejected, so it stays as long as the secret does.
            var earlier: Credential?
            if case .credential(let held) = holding { earlier = held }
            holding = .credential(record.credential.keepingRevision(of: earlier))
        }
    }
}
