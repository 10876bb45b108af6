import Foundation
import Freshsales
import Testing

@Suite("Days of the calendar and several choices in one field")
struct CalendarDayTests {
    @Test("a day is read with and without a time, and written with leading zeros")
    func spelling() throws {
        let day = CalendarDay(year: 2025, month: 3, day: 1)
        #expect(CalendarDay(json: "2025-03-01") == day)
        #expect(CalendarDay(json: "2025-03-01T00:00:00Z") == day)
        for text: JSONValue in ["", "2025-3-1", "2025-03", "01/03/2025", "2025-03-1T", 20_250_301, .null] {
            #expect(CalendarDay(json: text) == nil)
        }
        #expect(day.text == "2025-03-01")
        #expect(CalendarDay(year: 33, month: 12, day: 31).text == "0033-12-31")
        #expect(try String(decoding: JSONEncoder().encode([day]), as: UTF8.self) == #"["2025-03-01"]"#)
    }

    @Test("days and moments turn into each other by a time zone")
    func moments() throws {
        let moment = Date(timeIntervalSince1970: 1_740_787_200)
        let newYork = try #require(TimeZone(identifier: "America/New_York"))
        #expect(CalendarDay(moment, in: .gmt) == CalendarDay(year: 2025, month: 3, day: 1))
        #expect(CalendarDay(moment, in: newYork) == CalendarDay(year: 2025, month: 2, day: 28))
        #expect(CalendarDay(year: 2025, month: 3, day: 1).start(in: .gmt) == moment)
        #expect(CalendarDay(year: 2025, month: 3, day: 1).start(in: newYork) == moment + 18_000)
        #expect(CalendarDay(year: 2025, month: 2, day: 29).start(in: .gmt) == nil)
        #expect(CalendarDay(year: 2024, month: 12, day: 31) < CalendarDay(year: 2025, month: 1, day: 1))
    }

    @Test("several choices are one joined string on the wire, and arrays and numbers are read too")
    func choices() throws {
        #expect(MultiSelect(json: "1;3;4") == ["1", "3", "4"])
        #expect(MultiSelect(json: "") == [])
        #expect(MultiSelect(json: ["a", 2]) == ["a", "2"])
        #expect(MultiSelect(json: 5) == ["5"])
        #expect(MultiSelect(json: .null) == nil)
        #expect(MultiSelect(["North", "South"]).text == "North;South")
        let fields: CustomFields = ["cf_regions": "North;South"]
        let regions: MultiSelect? = fields["cf_regions"]
        #expect(regions == ["North", "South"])
    }
}
