import Foundation
import Freshdesk
import TestSupport
import Testing

/// A client of the account acme over a transport of the test's.
func freshdesk(_ transport: any HTTPTransport) throws -> FreshdeskClient {
    try FreshdeskClient(
        subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
        runtime: FreshworksRuntime(transport: transport, clock: StillClock()))
}

/// A point in time, made without the library.
func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) -> Date {
    let parts = DateComponents(
        calendar: Calendar(identifier: .gregorian), timeZone: TimeZone(secondsFromGMT: 0), year: year, month: month,
        day: day, hour: hour, minute: minute, second: second)
    return parts.date ?? .distantPast
}
