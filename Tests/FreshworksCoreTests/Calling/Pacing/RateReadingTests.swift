import Foundation
import Testing

@testable import FreshworksCore

@Suite("What header fields say about the rate limit")
struct RateReadingTests {
    /// 2026-11-21 01:58:00 UTC.
    private static let now = Date(timeIntervalSince1970: 1_795_226_280)

    @Test("total and remaining, in every product's spelling and any case")
    func counts() {
        let freshdesk = Self.read([("X-RateLimit-Total", "700"), ("X-RateLimit-Remaining", " 699 ")])
        #expect(freshdesk == RateReading(total: 700, remaining: 699))
        let cost = Self.read([("x-ratelimit-used-currentrequest", "3"), ("X-RateLimit-Remaining", "9")])
        #expect(cost == RateReading(remaining: 9, cost: 3))
        let freshchat = Self.read([("x-ratelimit-limit", "100"), ("x-ratelimit-remaining", "0")])
        #expect(freshchat == RateReading(total: 100, remaining: 0))
        #expect(Self.read([("X-RateLimit-Total", "many"), ("X-RateLimit-Remaining", "-1")]) == RateReading())
        #expect(Self.read([]) == RateReading())
    }

    @Test(
        "the end of the window: a calendar stamp, seconds since 1970, or seconds from now",
        arguments: [
            ("211126015900", Duration.seconds(60)), ("1795226281", .seconds(1)), ("1795226280", .zero),
            ("45", .seconds(45)), ("0", .zero), (" 3600 ", .seconds(3600)), ("211126025800", .seconds(3600)),
        ])
    func resets(text: String, expected: Duration) {
        #expect(Self.read([("X-RateLimit-Reset", text)]).resetsIn == expected)
        #expect(Self.read([("x-ratelimitreset", text)]).resetsIn == expected)
    }

    @Test(
        "an end in the past, more than an hour ahead or unreadable is not believed",
        arguments: [
            "211126015759", "211126025801", "1795226279", "1795229881", "3601", "-5", "soon", "", "1.5", "999999999",
            "321326015900", "99999999999999999999", "1795226340000",
        ])
    func unbelieved(text: String) {
        #expect(Self.read([("X-RateLimit-Reset", text)]).resetsIn == nil)
    }

    private static func read(_ fields: [(name: String, value: String)]) -> RateReading {
        RateReading(HeaderFields(received: fields), now: now)
    }
}
