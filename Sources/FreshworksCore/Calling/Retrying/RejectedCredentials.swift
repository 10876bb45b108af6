/// Remembers for a short time which credentials a service rejected, so that a dead key is not sent with every call.
///
/// Goes by what they say: a provider may make a credential anew each time it is asked. After the cool-down one call may try
/// again. A pure value that is told the time.
struct RejectedCredentials: Sendable {
    private var cooling: [(credential: Credential, until: Duration)] = []

    /// How long a rejected credential is not sent.
    static let coolDown = Duration.seconds(5)

    /// The service rejected a credential.
    mutating func add(_ credential: Credential, now: Duration) {
        cooling.removeAll { $0.until <= now || $0.credential.saysTheSame(as: credential) }
        cooling.append((credential, now + Self.coolDown))
    }

    /// The service accepted a credential.
    mutating func remove(_ credential: Credential) {
        cooling.removeAll { $0.credential.saysTheSame(as: credential) }
    }

    /// Whether any credential rests.
    func isCooling(now: Duration) -> Bool { cooling.contains { $0.until > now } }

    /// How long a credential must not be sent; `nil` if it may be.
    func wait(_ credential: Credential, now: Duration) -> Duration? {
        cooling.first { $0.credential.saysTheSame(as: credential) }.flatMap { $0.until > now ? $0.until - now : nil }
    }
}
