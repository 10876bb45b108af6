import Testing

@testable import FreshworksCore

@Suite("What a 429 closes")
struct RateGatesTests {
    private var gates = RateGates()
    private let create = RateGroup(rawValue: "tickets.create")

    @Test("a group, and no other, until a moment after the service's wait")
    mutating func group() {
        gates.close(create, for: .seconds(30), sent: .zero, now: .seconds(1), jitter: 0)
        #expect(gates.opening(of: create, now: .seconds(2)) == .milliseconds(31_100))
        #expect(gates.opening(of: .general, now: .seconds(2)) == nil)
        #expect(gates.opening(of: create, now: .milliseconds(31_100)) == nil)
    }

    @Test("the whole account")
    mutating func account() {
        gates.close(nil, for: .seconds(10), sent: .zero, now: .zero, jitter: 0)
        #expect(gates.opening(of: create, now: .zero) == .milliseconds(10_100))
        #expect(gates.opening(of: .general, now: .zero) == .milliseconds(10_100))
    }

    @Test("the later of two openings holds, and the wait is spread by up to a tenth")
    mutating func later() {
        gates.close(nil, for: .seconds(10), sent: .zero, now: .zero, jitter: 1)
        gates.close(nil, for: .seconds(2), sent: .zero, now: .seconds(1), jitter: 0)
        #expect(gates.opening(of: create, now: .seconds(1)) == .milliseconds(11_110))
    }

    @Test("without a wait one second, doubled by each refusal in a row, up to a minute, and anew after a success")
    mutating func guesses() {
        var now = Duration.zero
        for expected in [1, 2, 4, 8, 16, 32, 60, 60] {
            gates.close(nil, for: nil, sent: now, now: now, jitter: 0)
            #expect(gates.opening(of: .general, now: now) == now + .seconds(expected))
            now += .seconds(expected)
        }
        gates.succeeded(sent: now)
        gates.close(nil, for: nil, sent: now, now: now, jitter: 0)
        #expect(gates.opening(of: .general, now: now) == now + .seconds(1))
    }

    @Test("calls that were under way together count as one refusal")
    mutating func together() {
        for _ in 0..<16 { gates.close(nil, for: nil, sent: .seconds(1), now: .seconds(2), jitter: 0) }
        #expect(gates.opening(of: .general, now: .seconds(2)) == .seconds(3))
    }

    @Test("what was under way in the very moment of a refusal tells nothing of the time after it")
    mutating func sameMoment() {
        gates.close(nil, for: nil, sent: .seconds(1), now: .seconds(1), jitter: 0)
        gates.succeeded(sent: .seconds(1))
        #expect(gates.isRefusing)
        gates.close(nil, for: nil, sent: .seconds(1), now: .seconds(1), jitter: 0)
        #expect(gates.opening(of: .general, now: .seconds(1)) == .seconds(2))
        gates.succeeded(sent: .seconds(2))
        #expect(!gates.isRefusing)
    }

    @Test("no wait is longer than an hour")
    mutating func longest() {
        gates.close(nil, for: .seconds(86_400), sent: .zero, now: .zero, jitter: 0)
        #expect(gates.opening(of: .general, now: .zero) == .seconds(3600))
    }
}
