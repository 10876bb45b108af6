/// What programs that share a store know together of an account's window: how many of its calls nobody has claimed yet.
///
/// Programs claim calls before they make them. After the window's end one of them opens the next: it alone makes one
/// call, whose answer tells how many are left, whoever made the others. Times are milliseconds since 1970, which machines
/// agree on more or less; a claim ends some time before its window. A pure value that is told the time.
struct SharedWindow: Sendable, Hashable {
    /// When the window has ended for certain.
    private(set) var ends: Int64 = 0
    /// How long before that a call must go, to arrive in time.
    private(set) var margin: Int64 = 0
    /// Calls that may be claimed yet.
    private(set) var left = 0
    /// The program that opens the next window, and until when it is given time.
    private(set) var opener: String?
    private(set) var openerUntil: Int64 = 0

    init(ends: Int64 = 0, margin: Int64 = 0, left: Int = 0, opener: String? = nil, openerUntil: Int64 = 0) {
        self.ends = ends
        self.margin = margin
        self.left = left
        self.opener = opener
        self.openerUntil = openerUntil
    }

    /// An opener that says nothing for so long is gone.
    private static let patience: Int64 = 30_000
    /// How soon to ask again while another program opens the window.
    private static let poll: Int64 = 100

    /// A program wants to make calls.
    /// - Parameter reserve: Calls to leave to others.
    mutating func claim(_ count: Int, leaving reserve: Int, by program: String, now: Int64) -> SharedAnswer {
        if now < ends {
            let given = min(count, left - reserve)
            guard given > 0, now < ends - margin else { return .waits(until: ends, isUsedUp: true) }
            left -= given
            return .granted(given, until: ends - margin)
        }
        if let opener, opener != program, now < openerUntil { return .waits(until: now + Self.poll, isUsedUp: false) }
        opener = program
        openerUntil = now + Self.patience
        left = 0
        return .opens
    }

    /// The opener's call was answered.
    mutating func opened(by program: String, left: Int, ends: Int64, margin: Int64) {
        guard opener == program else { return }
        self = SharedWindow(ends: ends, margin: margin, left: max(0, left))
    }

    /// The opener made no call, or no answer came that tells what is left.
    mutating func gaveUp(_ program: String) {
        if opener == program { opener = nil }
    }

    /// The service refused a call: somebody else uses the account too.
    mutating func refused(until: Int64) {
        self = SharedWindow(ends: max(ends, until))
    }
}

extension SharedWindow {
    /// Reads what another program has written; one of another version, or what is no window, is none.
    init(stored: String) {
        let parts = stored.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "1", let ends = Int64(parts[1]), let margin = Int64(parts[2]),
            let left = Int(parts[3]), let openerUntil = Int64(parts[4]),
            [ends, margin, openerUntil].allSatisfy({ (0..<(1 << 50)).contains($0) }), (0..<(1 << 40)).contains(left)
        else {
            self.init()
            return
        }
        let opener = parts[5].isEmpty ? nil : String(parts[5])
        self.init(ends: ends, margin: margin, left: left, opener: opener, openerUntil: openerUntil)
    }

    /// Version, end, margin, calls left, time and name of the opener.
    var stored: String { "1 \(ends) \(margin) \(left) \(openerUntil) \(opener ?? "")" }
}

/// What a program is told that wants to make calls.
package enum SharedAnswer: Sendable, Hashable {
    /// So many may be made, so that they arrive before the window ends.
    case granted(Int, until: Int64)
    /// One call, whose answer tells how many there are.
    case opens
    /// None now.
    case waits(until: Int64, isUsedUp: Bool)
}
