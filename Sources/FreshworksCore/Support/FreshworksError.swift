public import Foundation

/// What every module of this package throws: what happened, whether the call may have been executed, what to do next.
///
/// `CancellationError` is never wrapped, so functions that can be cancelled are declared with plain `throws`.
/// Nothing in here carries a secret, so an error can be logged as it is.
public struct FreshworksError: Error, Sendable {
    /// What went wrong, as a stable identifier to switch on.
    public var code: Code
    /// What happened, in one clause, without a final full stop.
    public var message: String
    /// What the reader can do about it, as a sentence.
    public var advice: String?
    /// The operation that failed, such as `tickets.create`.
    public var operation: String?
    /// Method and address, such as `POST https://acme.freshdesk.com/api/v2/tickets`, without query and secrets.
    public var requestLine: String?
    /// The status of the service's answer, where there was one.
    public var status: Int?
    /// The service's own id of the request, to quote to its support.
    public var requestID: String?
    /// The single fields that the service refused, with its reasons.
    public var fieldErrors: [FieldError] = []
    /// How long the service asked to wait.
    public var retryAfter: Duration?
    /// How often the request was sent.
    public var attempts: Int = 0
    /// Whether the service may have carried out the call although it failed here.
    ///
    /// `false` promises that it did not. After `true`, look before you repeat a call that creates something.
    public var mayHaveBeenExecuted: Bool
    /// The error below this one, for debugging. It is never part of the description.
    public var underlying: (any Error)?

    /// Makes an error.
    public init(
        _ code: Code, _ message: String, advice: String? = nil, mayHaveBeenExecuted: Bool = false,
        underlying: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.advice = advice
        self.mayHaveBeenExecuted = mayHaveBeenExecuted
        self.underlying = underlying
    }

    /// A field of the request that the service refused.
    public struct FieldError: Sendable, Hashable {
        /// The field's name as the service spells it; `nil` when it names none.
        public var field: String?
        /// The service's code, such as `missing_field`.
        public var code: String?
        /// The service's words.
        public var message: String?

        /// Makes a field error.
        public init(field: String? = nil, code: String? = nil, message: String? = nil) {
            self.field = field
            self.code = code
            self.message = message
        }
    }
}

extension FreshworksError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// One sentence on what happened and one on what to do next.
    public var description: String {
        var text = operation.map { "\($0): " } ?? ""
        text += "\(message) (\(code.rawValue)"
        if let status { text += ", status \(status)" }
        if let requestLine { text += ", \(requestLine)" }
        if let requestID { text += ", request id \(requestID)" }
        if attempts > 1 { text += ", \(attempts) attempts" }
        text += ")."
        if !fieldErrors.isEmpty { text += " " + fieldErrors.map(\.description).joined(separator: "; ") + "." }
        if mayHaveBeenExecuted { text += " The service may have carried out the call." }
        if let advice { text += " " + advice }
        return text
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// The same text as `description`, so that `localizedDescription` says it too.
    public var errorDescription: String? { description }
}

extension FreshworksError.FieldError: CustomStringConvertible {
    /// Field, reason and code in one clause.
    public var description: String {
        let reason = message ?? code ?? "refused"
        return field.map { "\($0): \(reason)" } ?? reason
    }
}
