/// Tells when somebody else's claim has run out: when it was seen unchanged for as long as it lasts.
///
/// Only one's own monotonic clock counts. The calendar clocks of two machines need not agree, so a claim that looks old is waited
/// for like any other.
struct ClaimWatch: Sendable {
    private var seen: (claim: SessionRecord.Claim, since: Duration)?

    /// Looks at a claim that stands in the record now.
    mutating func hasRunOut(_ claim: SessionRecord.Claim, now: Duration) -> Bool {
        guard let seen, seen.claim == claim else {
            seen = (claim, now)
            return false
        }
        return now - seen.since >= claim.lasts
    }
}
