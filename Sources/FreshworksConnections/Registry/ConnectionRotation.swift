import Foundation

/// An announcement in a record: another credential is being obtained, so calls whose credential is rejected wait for it.
struct ConnectionRotation: Sendable, Hashable {
    /// Tells one rotation from the next.
    let id: String
    /// When it is over by the calendar clock of whoever announced it, also if that process has died.
    let until: Date
    /// The longest wait, whatever the clocks of machines say.
    let lasts: Duration

    func isUnderWay(at now: Date) -> Bool { now < until }
}

extension ConnectionRotation {
    var json: JSONValue {
        [
            "id": .string(id), "until": .string(Timestamp.format(until, milliseconds: true)),
            "milliseconds": JSONValue(Int(lasts / .milliseconds(1))),
        ]
    }

    /// `nil` for what is none: nobody has to wait then.
    init?(json: JSONObject?) {
        guard let id: String = json?["id"], let until: Date = json?["until"], let length: Int = json?["milliseconds"]
        else { return nil }
        self.init(id: id, until: until, lasts: min(max(.milliseconds(length), .zero), Self.longest))
    }

    static let longest = Duration.seconds(600)
}
