import Foundation
import FreshworksCore
import Testing

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "every spelling of the services is read",
        arguments: [
            ("2024-05-01T08:00:00Z", 1_714_550_400), ("2024-05-01T08:00:00", 1_714_550_400),
            ("2024-05-01 08:00:00", 1_714_550_400),
            ("2024-05-01T10:00:00+02:00", 1_714_550_400), ("2024-05-01T10:00:00+0200", 1_714_550_400),
            ("2024-05-01T10:00:00+02", 1_714_550_400), ("2024-05-01T02:30:00-05:30", 1_714_550_400),
            ("2024-05-01 10:00:00 +0200", 1_714_550_400), ("2024-05-01 08:00:00 UTC", 1_714_550_400),
            ("2024-05-01t08:00z", 1_714_550_400),
            ("2024-05-01T08:00:00.5Z", 1_714_550_400.5), ("2024-05-01T08:00:00.120Z", 1_714_550_400.12),
            ("2024-05-01T08:00:00.1200000000000000000001+00:00", 1_714_550_400.12),
            ("2024-03-01 00:00:00.0", 1_709_251_200),
            ("2024-05-01", 1_714_521_600), ("2024-02-29", 1_709_164_800), ("2000-02-29T00:00:00Z", 951_782_400),
            ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("2016-12-31T23:59:60Z", 1_483_228_800),
            ("1900-03-01", -2_203_891_200),
        ] as [(String, Double)])
    func reads(text: String, seconds: Double) throws {
        let date = try #require(Timestamp.parse(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
    }

    @Test(
        "what is no timestamp is not read",
        arguments: [
            "", "x", "2024", "2024-05", "2024-5-1", "2024-13-01", "2024-00-10", "2024-02-30", "2023-02-29",
            "1900-02-29", "2024-04-31",
            "2024-05-00", "2024-05-01T", "2024-05-01T24:00:00Z", "2024-05-01T08:60:00Z", "2024-05-01T08:00:61Z",
            "2024-05-01T08",
            "2024-05-01T08:00:00.Z", "2024-05-01T08:00:00+", "2024-05-01T08:00:00+2", "2024-05-01T08:00:00+24:00",
            "2024-05-01T08:00:00+02:60",
            "2024-05-01T08:00:00ZZ", "2024-05-01T08:00:00Z ", " 2024-05-01", "20240501T080000Z", "12024-05-01",
            "-2024-05-01",
            "2024-05-01T08:00:00 ", "2024-05-01T08:00:00U", "٢٠٢٤-05-01", "2024-05-01T08:00:00+02:", "\u{0}",
            "2024-05-01Z",
        ])
    func refuses(text: String) {
        #expect(Timestamp.parse(text) == nil)
    }

    @Test("dates are written in UTC to the second, or to the millisecond")
    func formats() {
        let date = Date(timeIntervalSince1970: 1_714_550_400.12)
        #expect(Timestamp.format(date) == "2024-05-01T08:00:00Z")
        #expect(Timestamp.format(date, milliseconds: true) == "2024-05-01T08:00:00.120Z")
        #expect(Timestamp.formatDay(date) == "2024-05-01")
        #expect(Timestamp.format(Date(timeIntervalSince1970: -0.25), milliseconds: true) == "1969-12-31T23:59:59.750Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: 951_782_399)) == "2000-02-28T23:59:59Z")
    }

    @Test("what is not written is cut off, never rounded up, but for what a date of a millisecond lacks")
    func cuts() throws {
        #expect(Timestamp.format(Date(timeIntervalSince1970: 20.9996)) == "1970-01-01T00:00:20Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: 59.999_999)) == "1970-01-01T00:00:59Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59Z")
        #expect(
            Timestamp.format(Date(timeIntervalSince1970: 59.9999), milliseconds: true) == "1970-01-01T00:00:59.999Z")
        for millisecond in 0..<1000 {
            let digits = String(1000 + millisecond).dropFirst()
            let text = "2026-11-27T22:13:20.\(digits)Z"
            #expect(Timestamp.format(try #require(Timestamp.parse(text)), milliseconds: true) == text)
        }
    }

    @Test("a query asks from no earlier than 1970, whatever the date")
    func queries() {
        for date in [Date.distantPast, Date(timeIntervalSince1970: -1), Date(timeIntervalSince1970: .nan)] {
            #expect(Timestamp.query(date) == "1970-01-01T00:00:00Z")
            #expect(Timestamp.query(date, milliseconds: true) == "1970-01-01T00:00:00.000Z")
            #expect(date.queryText == "1970-01-01T00:00:00Z")
        }
        #expect(Timestamp.query(Date(timeIntervalSince1970: 1_795_817_600.9996)) == "2026-11-27T22:13:20Z")
        #expect(Timestamp.query(.distantFuture) == "4001-01-01T00:00:00Z")
    }

    @Test("dates beyond four-digit years are written as the nearest that fits")
    func extremes() {
        #expect(Timestamp.format(.distantFuture) == "4001-01-01T00:00:00Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: -62_135_596_800)) == "0001-01-01T00:00:00Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: .infinity)) == "9999-12-31T23:59:59Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: -1e300), milliseconds: true) == "0000-01-01T00:00:00.000Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: .nan)) == "0000-01-01T00:00:00Z")
    }

    @Test("every day of eight centuries is read as the calendar has it and written back")
    func everyDay() throws {
        // 1600-01-01 to 2399-12-31 are two cycles of 400 years, 146,097 days each.
        var seconds = -11_676_096_000.0
        for _ in 0..<292_194 {
            let text = Timestamp.formatDay(Date(timeIntervalSince1970: seconds))
            #expect(Timestamp.parse(text)?.timeIntervalSince1970 == seconds)
            seconds += 86_400
        }
        #expect(Timestamp.formatDay(Date(timeIntervalSince1970: seconds)) == "2400-01-01")
    }
}
