/// What became of many records, each by itself and in the order in which they were given.
///
/// ```swift
/// let report = try await freshsales.contacts.bulkUpsert(records)
/// for entry in report.entries where entry.outcome.state != .succeeded { print(entry.outcome) }
/// ```
public struct BulkReport<Item: Sendable>: Sendable {
    /// What became of each record.
    public internal(set) var entries: [Entry] = []
    /// The requests that it took, in their order.
    public internal(set) var batches: [Batch] = []

    /// A record and what became of it.
    public struct Entry: Sendable {
        /// What was given.
        public let item: Item
        /// What became of it.
        public let outcome: BulkOutcome
    }

    /// One request for some of the records.
    public struct Batch: Sendable {
        /// The places of its records among all.
        public let range: Range<Int>
        /// The job as it was last seen, where there is one.
        public let job: BulkJob?
        /// Why the request, or the wait for its job, failed.
        public let error: FreshworksError?
    }

    /// How many records have an outcome.
    public func count(_ state: BulkOutcome.State) -> Int { entries.count { $0.outcome.state == state } }

    /// Whether every record was written, or taken on by the service.
    public var isSuccess: Bool { entries.allSatisfy { [.succeeded, .accepted].contains($0.outcome.state) } }

    mutating func add(
        _ items: some Collection<Item>, _ outcomes: [BulkOutcome], _ job: BulkJob?, _ error: FreshworksError?
    ) {
        let range = entries.count..<entries.count + items.count
        entries += zip(items, outcomes).map { Entry(item: $0, outcome: $1) }
        batches.append(Batch(range: range, job: job, error: error))
    }
}

/// What became of one record of many.
public struct BulkOutcome: Sendable {
    /// How it ended.
    public let state: State
    /// Why, in the service's words or those of the error.
    public private(set) var reason: String?
    /// What the service reported of the record, as it was read. It may hold customers' data.
    public private(set) var report: JSONValue?
    /// Why the request of its batch failed.
    public private(set) var error: FreshworksError?

    /// How a record ended.
    public enum State: Sendable, Hashable {
        /// The service reports that it was written.
        case succeeded
        /// The service took it on, and reports nothing of single records.
        case accepted
        /// The service reports that it was not written.
        case failed
        /// Nothing is known of it: its request failed underway, the answer named no job that would tell, its job was not over
        /// in time, or others of its batch failed and the service does not say which.
        case unknown
        /// It was not written, because its request was refused or never sent.
        case notSent
    }

    static let succeeded = BulkOutcome(state: .succeeded)
    static let accepted = BulkOutcome(state: .accepted)

    static func failed(_ report: JSONValue?) -> BulkOutcome {
        BulkOutcome(state: .failed, reason: report?.reason, report: report)
    }

    static func unknown(_ reason: String) -> BulkOutcome { BulkOutcome(state: .unknown, reason: reason) }

    /// The same of a record whose job failed: unless it was written, that is why.
    func after(_ error: FreshworksError) -> BulkOutcome {
        guard state != .succeeded else { return self }
        return BulkOutcome(state: state, reason: reason ?? error.message, report: report, error: error)
    }

    /// For all records of a batch whose request, or the wait for its job, failed.
    static func after(_ error: FreshworksError) -> BulkOutcome {
        // A job that was stopped may have written some of its records.
        let state: State = error.mayHaveBeenExecuted ? .unknown : error.code == .jobFailed ? .failed : .notSent
        return BulkOutcome(state: state, reason: error.message, error: error)
    }
}

extension BulkOutcome: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The outcome and its reason in the words of this library; what the service says may hold customers' data.
    public var description: String { error.map { "\(state): \($0)" } ?? "\(state)" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Shows the outcome alone, so that `dump` prints no customer data.
    public var customMirror: Mirror { Mirror(self, children: ["state": state]) }
}

extension JSONValue {
    /// The first text that says why, of whatever shape.
    fileprivate var reason: String? {
        if let text = stringValue { return text }
        for key in ["message", "messages", "error", "errors", "reason", "error_message"] {
            guard let value = self[key] else { continue }
            let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
            if let text = value.stringValue
                ?? (texts.isEmpty ? value["message"]?.reason : texts.joined(separator: ", "))
            {
                return text
            }
        }
        return nil
    }
}
