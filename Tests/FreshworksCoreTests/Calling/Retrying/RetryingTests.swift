import Foundation
import Testing

@testable import FreshworksCore

@Suite("Whether a failed call is sent again")
struct RetryingTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110.
    private static let now = Date(timeIntervalSince1970: 784_111_777)

    @Test(
        "Retry-After: seconds or a date, never negative, never more than a day",
        arguments: [
            ("30", Duration.seconds(30)), (" 0 ", .zero), ("-5", .zero), ("999999999999", .seconds(86_400)),
            ("Sun, 06 Nov 1994 08:50:07 GMT", .seconds(30)), ("Sun, 06 Nov 1994 08:00:00 GMT", .zero),
            ("Fri, 31 Dec 9999 23:59:59 GMT", .seconds(86_400)), ("soon", nil), ("", nil), ("1.5", .seconds(2)),
            ("2.5", .seconds(3)), ("0.01", .seconds(1)), ("3.0", .seconds(3)), ("1.", nil), (".5", nil), ("1.5.1", nil),
            ("1e3", nil), ("inf", nil), ("99999999999999999999.5", .seconds(86_400)),
            ("99999999999999999999", nil), ("06 Nov 1994", nil),
        ] as [(String, Duration?)])
    func retryAfter(text: String, expected: Duration?) {
        let headers = HeaderFields(received: [(name: "retry-after", value: text)])
        #expect(RetryAfter.wait(headers, now: Self.now) == expected)
    }

    @Test(
        "dates in the one form that may be sent",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun Nov  6 08:49:37 1994", nil),
            ("Sun, 06 Nov 1994 08:49:37 UTC", nil), ("Sun, 31 Feb 1994 08:49:37 GMT", nil),
            ("Sun, 06 Nom 1994 08:49:37 GMT", nil), ("Sun, 6 Nov 1994 08:49:37 GMT", nil), ("", nil),
        ] as [(String, Double?)])
    func httpDate(text: String, expected: Double?) {
        #expect(HTTPDate.parse(text)?.timeIntervalSince1970 == expected)
    }

    @Test("the budget pays twenty repetitions, and a success earns a fifth of one")
    func budget() {
        var budget = RetryBudget()
        #expect(Self.repetitions(&budget) == 20)
        for _ in 0..<4 { budget.refill() }
        #expect(Self.repetitions(&budget) == 0)
        budget.refill()
        #expect(Self.repetitions(&budget) == 1)
        for _ in 0..<1000 { budget.refill() }
        #expect(Self.repetitions(&budget) == 20)
    }

    private static func repetitions(_ budget: inout RetryBudget) -> Int {
        var count = 0
        while budget.take() { count += 1 }
        return count
    }

    @Test("a rejected credential rests for five seconds, or until it is accepted, also one that is made anew")
    func rejected() {
        var rejected = RejectedCredentials()
        var bad: Credential { .freshdesk(apiKey: "FAKEkeyone0123456789") }
        let good = Credential.freshdesk(apiKey: "FAKEkeytwo0123456789")
        rejected.add(bad, now: .seconds(10))
        #expect(rejected.wait(bad, now: .seconds(11)) == .seconds(4))
        #expect(rejected.wait(good, now: .seconds(11)) == nil)
        #expect(rejected.wait(bad, now: .seconds(15)) == nil)
        rejected.add(bad, now: .seconds(20))
        rejected.remove(bad)
        #expect(rejected.wait(bad, now: .seconds(20)) == nil)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var code: FreshworksError.Code
        var status: Int?
        var executed = false
        var safe = true
        var attempts = 1
        var paced = true
        var retryAfter: Duration?
        var timeLeft = Duration.seconds(60)
        var wait: Duration?
        var reason: String
        var testDescription: String { "\(code) \(status ?? 0) \(reason)" }
    }

    @Test(
        "each decision has its reason",
        arguments: [
            Case(code: .connectionRefused, wait: .milliseconds(250), reason: "the connection failed"),
            Case(code: .connectionRefused, safe: false, wait: .milliseconds(250), reason: "the connection failed"),
            Case(code: .nameNotResolved, attempts: 3, wait: .seconds(1), reason: "the connection failed"),
            Case(
                code: .truncatedResponse, executed: true, wait: .milliseconds(250), reason: "the answer was incomplete"),
            Case(code: .timedOut, executed: true, wait: .milliseconds(250), reason: "no answer came in time"),
            Case(
                code: .connectionFailed, executed: true, safe: false, reason: "the call may have been executed"),
            Case(
                code: .serviceFailed, status: 503, executed: true, wait: .milliseconds(250),
                reason: "the service failed"),
            Case(
                code: .serviceFailed, status: 503, executed: true, retryAfter: .seconds(7), wait: .seconds(7),
                reason: "the service failed"),
            Case(
                code: .serviceFailed, status: 500, executed: true, safe: false,
                reason: "the call may have been executed"),
            Case(code: .serviceFailed, status: 501, executed: true, reason: "repeating would not help"),
            Case(code: .requestRefused, status: 400, reason: "repeating would not help"),
            Case(code: .responseTooLarge, executed: true, reason: "repeating would not help"),
            Case(
                code: .rateLimited, status: 429, safe: false, retryAfter: .seconds(9), wait: .zero,
                reason: "the rate limit was used up"),
            Case(
                code: .rateLimited, status: 429, paced: false, retryAfter: .seconds(9), wait: .seconds(9),
                reason: "the rate limit was used up"),
            Case(
                code: .rateLimited, status: 429, retryAfter: .seconds(60),
                reason: "the deadline comes before the next attempt may be made"),
            Case(code: .connectionRefused, attempts: 4, reason: "it failed 4 times"),
        ])
    func decisions(of example: Case) {
        var error = FreshworksError(example.code, "failed", mayHaveBeenExecuted: example.executed)
        error.status = example.status
        error.retryAfter = example.retryAfter
        var budget = RetryBudget()
        let decision = FreshworksRuntime.Retry().decision(
            about: error, attempts: example.attempts, isSafeToRepeat: example.safe, isPaced: example.paced,
            timeLeft: example.timeLeft, budget: &budget, jitter: 0.5)
        #expect(decision.wait == example.wait)
        #expect(decision.reason == example.reason)
    }

    @Test(
        "a proxy that fails is asked again, one that refuses is not, lest it lock its user out",
        arguments: [(nil, true), (502, true), (503, true), (403, false), (407, false)])
    func proxies(status: Int?, isRepeated: Bool) {
        let error =
            status.map { FreshworksError.refusedByProxy("p", status: $0) } ?? FreshworksError.failedProxy("p", "down")
        var budget = RetryBudget()
        let decision = FreshworksRuntime.Retry().decision(
            about: error, attempts: 1, isSafeToRepeat: false, isPaced: true, timeLeft: .seconds(60), budget: &budget,
            jitter: 0.5)
        #expect(decision.wait == (isRepeated ? .milliseconds(250) : nil))
        #expect(decision.reason == (isRepeated ? "the proxy failed" : "repeating would not help"))
    }

    @Test("a certificate that is not trusted is not looked at again, other failures of encryption are repeated")
    func certificates() {
        for (error, wait) in [
            (FreshworksError.refusedCertificate("expired"), nil), (.failedEncryption("reset"), .milliseconds(250)),
        ] as [(FreshworksError, Duration?)] {
            var budget = RetryBudget()
            let decision = FreshworksRuntime.Retry().decision(
                about: error, attempts: 1, isSafeToRepeat: true, isPaced: true, timeLeft: .seconds(60), budget: &budget,
                jitter: 0.5)
            #expect(decision.wait == wait)
        }
    }

    @Test("an account whose calls all fail is spared")
    func spent() {
        var budget = RetryBudget()
        while budget.take() {}
        let decision = FreshworksRuntime.Retry().decision(
            about: FreshworksError(.connectionRefused, "refused"), attempts: 1, isSafeToRepeat: true, isPaced: true,
            timeLeft: .seconds(60), budget: &budget, jitter: 0)
        #expect(decision == .stop("too many calls of the account fail"))
    }
}
