/// How far a list of changes was read: to go on after a restart, or to read later what was changed since.
///
/// It belongs to one account and list; another one refuses it. It holds no secret, but times and ids of records. A checkpoint of
/// a list that was read to its end begins the next run: with what was changed since.
public struct ChangeCheckpoint: Codable, Hashable, Sendable {
    let version: Int
    /// Of the list that the checkpoint belongs to.
    let fingerprint: String
    /// Where each of its parts was left.
    var positions: [String: ChangePosition]

    static let currentVersion = 1
}

/// A place in a list in the order of changes.
struct ChangePosition: Codable, Hashable, Sendable {
    /// The second, counted from 1970, that was reached. All that was changed before it was read.
    var second: Int64
    /// The ids, as JSON, of the records of that second that were read.
    var seen: [String] = []
    /// Digests of those that were read when the second was not over, when they could still change without a trace in the time.
    var open: [String: String] = [:]
    /// Of a second that is read by numbers: how many of those seen are its lowest, the others being read from its upper end;
    /// `nil` when all are, and 0 when they are any.
    var ascending: Int?
}
