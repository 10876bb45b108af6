import Foundation

/// An account's window in the store that programs share, as one of them uses it.
struct SharedAccount: Sendable {
    private let limits: SharedLimits
    private let key: String
    private let program: String
    private let clock: any RuntimeClock

    init(_ limits: SharedLimits, baseURL: String, clock: any RuntimeClock) {
        self.limits = limits
        key = "limits." + Base64URL.encode(SHA256.hash(Array(baseURL.utf8)).prefix(12))
        program = RandomName.make()
        self.clock = clock
    }

    /// Tells the other programs something.
    /// - Returns: What they say to a claim.
    func tell(_ request: SharedRequest) async -> ClaimedCalls.LocalAnswer? {
        do {
            let answer = try await limits.change(key) { [program, clock] data in
                var window = data.map { SharedWindow(stored: String(decoding: $0, as: UTF8.self)) } ?? SharedWindow()
                let before = window
                let answer = window.take(request, by: program, now: clock.monotonicNow) { Self.wallTime(of: $0, clock) }
                return (window == before ? nil : Data(window.stored.utf8), answer)
            }
            return answer.map { ClaimedCalls.LocalAnswer($0) { Self.ownTime(of: $0, clock) } }
        } catch {
            // Whoever does not answer is not waited for; what could not be told, the window's end or time will tell.
            if case .claim = request { return .unreachable(now: clock.monotonicNow) }
            return nil
        }
    }

    private static func wallTime(of time: Duration, _ clock: any RuntimeClock) -> Int64 {
        let wall = clock.wallNow.timeIntervalSince1970 + (time - clock.monotonicNow) / .seconds(1)
        return Int64(max(0, min(wall * 1000, Double(1 << 49))).rounded(.up))
    }

    private static func ownTime(of milliseconds: Int64, _ clock: any RuntimeClock) -> Duration {
        clock.monotonicNow + .seconds(Double(milliseconds) / 1000 - clock.wallNow.timeIntervalSince1970)
    }
}

extension SharedWindow {
    /// - Parameter wallTime: Tells a program's own time in the milliseconds that all go by.
    mutating func take(
        _ request: SharedRequest, by program: String, now: Duration, wallTime: (Duration) -> Int64
    ) -> SharedAnswer? {
        switch request {
        case .claim(let count, let reserve):
            return claim(count, leaving: reserve, by: program, now: wallTime(now))
        case .opened(let left, let ends, let margin):
            let milliseconds = Int64(margin / .milliseconds(1))
            opened(by: program, left: left, ends: wallTime(ends), margin: milliseconds)
        case .gaveUp: gaveUp(program)
        case .refused(let until): refused(until: wallTime(until))
        }
        return nil
    }
}

extension ClaimedCalls.LocalAnswer {
    /// - Parameter ownTime: Tells the milliseconds that all go by in this program's own time.
    init(_ answer: SharedAnswer, ownTime: (Int64) -> Duration) {
        self =
            switch answer {
            case .granted(let count, let until): .granted(count, until: ownTime(until))
            case .opens: .opens
            case .waits(let until, let isUsedUp): .waits(until: ownTime(until), isUsedUp: isUsedUp)
            }
    }
}
