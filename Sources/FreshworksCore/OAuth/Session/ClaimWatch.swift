import Foundation

/// Tells when somebody else's claim has run out, without trusting that two machines' clocks agree.
///
/// A claim has run out when it was seen unchanged for as long as it lasts, by one's own monotonic clock. Only a claim that ended
/// long ago, by more than calendar clocks can be wrong, is not waited for: the process that made it is gone.
struct ClaimWatch: Sendable {
    private var seen: (claim: SessionRecord.Claim, since: Duration)?

    /// How far two machines' calendar clocks may be apart.
    static let clockSkew: TimeInterval = 300

    /// Looks at a claim that stands in the record now.
    mutating func hasRunOut(_ claim: SessionRecord.Claim, now: Duration, wallNow: Date) -> Bool {
        guard let seen, seen.claim == claim else {
            seen = (claim, now)
            return wallNow > claim.until + Self.clockSkew
        }
        return now - seen.since >= claim.lasts || wallNow > claim.until + Self.clockSkew
    }
}
