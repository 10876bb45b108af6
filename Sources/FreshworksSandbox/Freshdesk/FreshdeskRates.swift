import Foundation

/// The account's calls per minute, and those of the calls that have a limit of their own.
struct FreshdeskRates: Sendable {
    private(set) var total: CallWindow
    private var calls: [LimitedCall]

    private struct LimitedCall: Sendable {
        let method: String
        let path: PathPattern
        var window: CallWindow

        init?(_ method: String, _ path: String, _ limit: Int?) {
            guard let limit else { return nil }
            self.method = method
            self.path = PathPattern(path)
            window = CallWindow(limit: limit, length: 60, start: .firstCall)
        }

        /// `tickets/merge` is no update of one ticket.
        func isMeant(by request: SandboxRequest) -> Bool {
            guard method == request.method, let values = path.match(request.path)?.values else { return false }
            return values.allSatisfy { SandboxRequest.id($0) != nil }
        }
    }

    init(_ options: Sandbox.Options) {
        total = CallWindow(limit: options.freshdeskCallsPerMinute, length: 60, start: .firstCall)
        let limits = options.freshdeskSubLimits
        calls = [
            LimitedCall("POST", "tickets", limits.ticketCreate),
            LimitedCall("PUT", "tickets/{id}", limits.ticketUpdate),
            LimitedCall("GET", "tickets", limits.ticketList),
            LimitedCall("GET", "contacts", limits.contactList),
        ].compactMap(\.self)
    }

    /// Counts a request: its credits in the total, the call itself against its own limit.
    /// - Returns: The seconds to wait, if there is no room. A refused call costs nothing.
    mutating func take(_ request: SandboxRequest) -> Int? {
        let cost = Self.cost(of: request)
        guard total.hasRoom(for: cost, at: request.now) else { return total.secondsLeft(at: request.now) }
        let limited = calls.firstIndex { $0.isMeant(by: request) }
        if let limited, !calls[limited].window.take(at: request.now) {
            return calls[limited].window.secondsLeft(at: request.now)
        }
        _ = total.take(cost, at: request.now)
        return nil
    }

    /// The credits of a call: one, plus one for each embed of a ticket and two for each embed of a list of tickets.
    static func cost(of request: SandboxRequest) -> Int {
        guard request.method == "GET", request.path.first == "tickets", request.path.count <= 2 else { return 1 }
        let isList = request.path.count == 1
        let names = Set((request.query["include"] ?? "").split(separator: ",").map(String.init))
        let known = isList ? FreshdeskService.listIncludes : FreshdeskService.viewIncludes
        return 1 + names.intersection(known).count * (isList ? 2 : 1)
    }
}
