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
    /// Method and address with the ids that were asked for, such as `GET https://acme.freshdesk.com/api/v2/tickets/42`,
    /// without query and secrets. Observers see `{id}` in place of an id.
    public var requestLine: String?
    /// The status of the service's answer; `nil` where there was none.
    ///
    /// An error that ``wasDecidedLocally`` has the status that it stands for, so that `error.status == 429` finds both.
    public var status: Int?
    /// Whether the service was not asked this time, because of what it had said before: a credential that it has just
    /// rejected (401), a rate limit that is used up (429).
    public var wasDecidedLocally = false
    /// The service's own identifier of what went wrong, such as `max_agents_reached` or `AGENT_NOT_FOUND`, at most 64
    /// characters.
    public var serviceCode: String?
    /// The service's own id of the request, to quote to its support.
    public var requestID: String?
    /// The single fields that were refused, by the service or before anything was sent, with the reasons.
    public var fieldErrors: [FieldError] = []
    /// How long to wait before the next try: what the service asked for, or what is left of that, or of the rest of a
    /// credential that it rejected.
    public var retryAfter: Duration?
    /// How often the request was sent.
    public var attempts: Int = 0
    /// Whether the service may have carried out the call although it failed here. Never set for a `GET`, which changes
    /// nothing.
    ///
    /// `false` promises that it did not. After `true`, look before you repeat a call that creates something.
    public var mayHaveBeenExecuted: Bool
    /// Whether sending the call again does no more than sending it once; `false` where that is not known.
    package var isHarmlessToRepeat = false
    /// The service's answer to a failed call where it is JSON, without the credential. It may hold customers' data, so
    /// neither ``description`` nor `dump` shows it.
    public var body: JSONValue?
    /// Whether trying again is pointless until somebody has acted: set by credential providers, whose failures count as
    /// passing otherwise. It then takes the place of the 401 that the credential met with.
    public var isFinal = false
    /// Whether a provider held the credential back on purpose: nothing is known about the credential itself.
    package var withholdsCredential = false
    /// The error below this one, for debugging. It is never part of the description, and `dump` shows its type alone.
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

    /// A field of the request that was refused.
    public struct FieldError: Sendable, Hashable {
        /// The field's name as the service spells it; `nil` when it names none.
        public var field: String?
        /// The service's code, such as `missing_field`.
        public var code: String?
        /// The service's words.
        public var message: String?
        /// The contact or agent who has the value already, where the service tells (Freshdesk, status 409).
        public var existingUserID: Int64?
        /// What may have been meant, the likeliest first, where the library knows what there is: fields or choices of the
        /// account. The message says it too.
        public var suggestions: [String] = []

        /// Makes a field error.
        public init(
            field: String? = nil, code: String? = nil, message: String? = nil, existingUserID: Int64? = nil
        ) {
            self.field = field
            self.code = code
            self.message = message
            self.existingUserID = existingUserID
        }
    }

    /// The contact or agent who has a refused value already, where the service tells (Freshdesk, status 409).
    public var existingUserID: Int64? { fieldErrors.lazy.compactMap(\.existingUserID).first }
}

extension FreshworksError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// One sentence on what happened and one on what to do next.
    public var description: String {
        var text = operation.map { "\($0): " } ?? ""
        text += "\(message) (\(code.rawValue)"
        if let status { text += ", status \(status)" }
        if wasDecidedLocally { text += ", decided without asking again" }
        if let serviceCode, serviceCode != code.rawValue { text += ", \(serviceCode)" }
        if let requestLine { text += ", \(requestLine)" }
        if let requestID { text += ", request id \(requestID)" }
        if attempts > 1 { text += ", \(attempts) attempts" }
        text += ")."
        if !fieldErrors.isEmpty {
            let fields = fieldErrors.map(\.description).joined(separator: "; ")
            text += " \(fields)\(fields.hasSuffix(".") ? "" : ".")"
        }
        if mayHaveBeenExecuted { text += " The service may have carried out the call." }
        if let advice { text += " " + advice }
        // Names, labels and words of the service may be in it, and it is printed to terminals.
        return text.withoutControls
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// The same text as `description`, so that `localizedDescription` says it too.
    public var errorDescription: String? { description }
}

extension FreshworksError: CustomReflectable {
    /// A mirror of what ``description`` tells, for `dump` and debuggers: an answer's body may hold customers' data, and
    /// an error from below the address that it failed for.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "code": code.rawValue, "message": message, "advice": advice as Any, "operation": operation as Any,
                "requestLine": requestLine as Any, "status": status as Any, "wasDecidedLocally": wasDecidedLocally,
                "serviceCode": serviceCode as Any, "requestID": requestID as Any, "fieldErrors": fieldErrors,
                "retryAfter": retryAfter as Any, "attempts": attempts, "mayHaveBeenExecuted": mayHaveBeenExecuted,
                "isFinal": isFinal,
                "underlying": underlying.map { String(describing: type(of: $0)) } as Any,
            ], displayStyle: .struct)
    }
}

extension FreshworksError.FieldError: CustomStringConvertible {
    /// Field, reason and code in one clause.
    public var description: String {
        let reason = message ?? code ?? "refused"
        return (field.map { "\($0): \(reason)" } ?? reason).withoutControls
    }
}
