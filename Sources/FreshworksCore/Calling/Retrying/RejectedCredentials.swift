/// Remembers for a short time which credentials a service rejected, so that a dead key is not sent with every call.
///
/// After the cool-down one call may try again. A pure value that is told the time.
struct RejectedCredentials: Sendable {
    private var coolingUntil: [Credential.Revision: Duration] = [:]

    /// How long a rejected credential is not sent.
    static let coolDown = Duration.seconds(5)

    /// The service rejected a credential.
    mutating func add(_ revision: Credential.Revision, now: Duration) {
        coolingUntil = coolingUntil.filter { $0.value > now }
        coolingUntil[revision] = now + Self.coolDown
    }

    /// The service accepted a credential.
    mutating func remove(_ revision: Credential.Revision) {
        coolingUntil[revision] = nil
    }

    /// Whether any credential rests.
    func isCooling(now: Duration) -> Bool { coolingUntil.values.contains { $0 > now } }

    /// How long a credential must not be sent; `nil` if it may be.
    func wait(_ revision: Credential.Revision, now: Duration) -> Duration? {
        coolingUntil[revision].flatMap { $0 > now ? $0 - now : nil }
    }
}
