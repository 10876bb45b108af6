/// How far a job is that a service goes on with after a call. The services document few words; those that end a job were
/// seen in various spellings.
public struct JobStatus: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is not done yet.
    public static let inProgress = Self(rawValue: "IN PROGRESS")
    /// All was done, as Freshdesk says it.
    public static let completed = Self(rawValue: "COMPLETED")
    /// It came to its end, as Freshsales says it.
    public static let success = Self(rawValue: "SUCCESS")
    /// Some of it was done.
    public static let partial = Self(rawValue: "PARTIAL")
    /// Nothing was done.
    public static let failed = Self(rawValue: "FAILED")
    /// Somebody stopped it.
    public static let cancelled = Self(rawValue: "CANCELLED")

    /// How it ended, whatever the spelling; `nil` for a job that goes on, and for words that nobody has seen.
    public var outcome: Outcome? {
        switch rawValue.uppercased().filter(\.isLetter) {
        case "COMPLETED", "COMPLETE", "SUCCESS", "SUCCEEDED", "DONE": .success
        case "PARTIAL", "PARTIALSUCCESS", "PARTIALLYCOMPLETED", "COMPLETEDWITHERRORS": .partial
        case "FAILED", "FAILURE", "ERROR", "CANCELLED", "CANCELED": .failure
        default: nil
        }
    }

    /// How a job ended.
    public enum Outcome: Sendable, Hashable {
        /// All was done.
        case success
        /// Some of it was done.
        case partial
        /// It failed or was stopped.
        case failure
    }
}
