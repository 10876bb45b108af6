/// Why a member gave no answer that can be used. Another one may.
struct EtcdFailure: Error {
    enum Kind: Sendable {
        /// Nothing was sent, and sending it at once would not help.
        case down
        /// It is likely to pass, such as the choice of a new leader.
        case passing
        /// What answers is no etcd, or one that does not work.
        case odd
    }

    let kind: Kind
    let reason: String
    /// Whether etcd may have carried out what was sent.
    let mayHaveArrived: Bool
    var underlying: FreshworksError?

    /// An answer of another shape than etcd's.
    static let unreadable = EtcdFailure(
        kind: .odd, reason: "its answer is not that of an etcd", mayHaveArrived: true)

    /// What a transport's error means for the choice of a member.
    /// - Throws: An error that no other member would change.
    init(_ error: FreshworksError) throws {
        if error.wasRefusedUnsent { throw error }
        let passes: Set<FreshworksError.Code> = [
            .timedOut, .connectionFailed, .truncatedResponse, .malformedResponse, .outOfDescriptors,
        ]
        kind = passes.contains(error.code) ? .passing : .down
        reason = error.message
        mayHaveArrived = error.mayHaveBeenExecuted
        underlying = error
    }

    init(kind: Kind, reason: String, mayHaveArrived: Bool, underlying: FreshworksError? = nil) {
        self.kind = kind
        self.reason = reason
        self.mayHaveArrived = mayHaveArrived
        self.underlying = underlying
    }
}
