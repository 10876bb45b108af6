import Foundation

/// A connection as its store keeps it: with its secret, in one value.
struct ConnectionRecord: Sendable {
    var connection: Connection
    /// As ``Credential/checked(for:)`` returned it.
    private(set) var credential: Credential
    var tokenDigest: Secret
    /// The OAuth session that the credential is the access token of.
    var session: ConnectionSession? {
        didSet { connection.kind = session == nil ? credential.kind : .session }
    }
    /// Counts the changes. A higher one is newer, whatever the clocks say.
    var generation: Int
    /// Whether another credential is being obtained.
    var rotation: ConnectionRotation?

    init(_ connection: Connection, _ credential: Credential, tokenDigest: Secret, generation: Int = 1) {
        self.connection = connection
        self.credential = credential
        self.tokenDigest = tokenDigest
        self.generation = generation
        self.connection.kind = credential.kind
    }

    /// Takes another credential and what was found about it.
    mutating func replace(_ credential: Credential, _ verdict: Verdict?) {
        self.credential = credential
        session = nil
        rotation = nil
        note(verdict)
    }

    /// Takes down what was found about the credential; nothing, if it was not verified.
    mutating func note(_ verdict: Verdict?) {
        connection.verdict = verdict?.verdict
        connection.verifiedAt = verdict?.at
    }

    /// Whether it still goes to the same place with the same credential.
    func callsLike(_ other: ConnectionRecord) -> Bool {
        guard connection.account.baseURL == other.connection.account.baseURL else { return false }
        // A session's tokens come and go.
        if let session { return session.family == other.session?.family }
        return other.session == nil
            && other.credential.keepingRevision(of: credential).revision == credential.revision
    }
}

extension ConnectionRecord {
    /// What was found about a credential, and when.
    struct Verdict: Sendable {
        let verdict: Verification.Verdict
        let at: Date
    }
}
