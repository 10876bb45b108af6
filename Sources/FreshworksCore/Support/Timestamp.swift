package import Foundation

/// Timestamps of ISO 8601 as the services write them: tolerant in, strict out. No formatter is as fast by a factor of ten.
package enum Timestamp {
    /// Reads a date, or a date and a time.
    ///
    /// Date and time are parted by `T` or a space; seconds, a fraction of any length and an offset (`Z`, `UTC`, `±hh`, `±hhmm`,
    /// `±hh:mm`) may follow. Without an offset the time is UTC.
    package static func parse(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { utf8 in
            var scanner = TimestampScanner(utf8)
            return scanner.scan()
        }
    }

    /// The date as a query may ask from it or to it: cut to what is written, and no earlier than 1970.
    ///
    /// The services count time from there (they write some times as seconds since), and none has anything older;
    /// further back a date such as `Date.distantPast` would lie before the year 1, which is no date to them.
    package static func query(_ date: Date, milliseconds: Bool = false) -> String {
        let earliest = Date(timeIntervalSince1970: 0)
        // In this order, so that what is no number counts as early too.
        return format(date > earliest ? date : earliest, milliseconds: milliseconds)
    }

    /// The date as `yyyy-MM-ddTHH:mm:ssZ`, or `yyyy-MM-ddTHH:mm:ss.SSSZ` with milliseconds.
    ///
    /// What is not written is cut off and never rounded up: who asks for changes since then would miss one. Dates
    /// outside the years 0 to 9999 are written as the nearest moment that four digits can say.
    package static func format(_ date: Date, milliseconds: Bool = false) -> String {
        let parts = CivilTime(date, milliseconds: milliseconds)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        bytes.appendDay(parts)
        bytes.append(UInt8(ascii: "T"))
        bytes.appendDigits(parts.secondOfDay / 3600, 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(parts.secondOfDay / 60 % 60, 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(parts.secondOfDay % 60, 2)
        if milliseconds {
            bytes.append(UInt8(ascii: "."))
            bytes.appendDigits(parts.millisecond, 3)
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The day of the date in UTC as `yyyy-MM-dd`.
    package static func formatDay(_ date: Date) -> String {
        var bytes: [UInt8] = []
        bytes.appendDay(CivilTime(date, milliseconds: false))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A moment of the proleptic Gregorian calendar in UTC.
///
/// The arithmetic is Howard Hinnant's, https://howardhinnant.github.io/date_algorithms.html.
private struct CivilTime {
    let year: Int
    let month: Int
    let day: Int
    let secondOfDay: Int
    let millisecond: Int

    /// - Parameter milliseconds: Whether they will be written. Then 10 microseconds are added before the rest is cut
    ///   off, because a date that was read as `.120` may lie a little before that.
    init(_ date: Date, milliseconds: Bool) {
        let precise = date.timeIntervalSince1970 * 1000
        let cut = milliseconds ? (precise + 0.01).rounded(.down) : (precise / 1000).rounded(.down) * 1000
        // 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z. `max` also catches what is not a number.
        let bounded = min(max(-62_167_219_200_000, cut), 253_402_300_799_999)
        let total = Int(bounded)
        let second = (total - (total % 1000 + 1000) % 1000) / 1000
        let days = (second - (second % 86_400 + 86_400) % 86_400) / 86_400
        millisecond = total - second * 1000
        secondOfDay = second - days * 86_400

        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func lastDay(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private struct TimestampScanner {
    private let utf8: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

    mutating func scan() -> Date? {
        guard let year = number(4), skip("-"), let month = number(2, 1...12), skip("-"),
            let day = number(2, 1...CivilTime.lastDay(ofMonth: month, year))
        else { return nil }
        var seconds = CivilTime.days(year: year, month: month, day: day) * 86_400
        var fraction = 0.0
        if skip("T") || skip("t") || skip(" ") {
            guard let hour = number(2, 0...23), skip(":"), let minute = number(2, 0...59) else { return nil }
            seconds += hour * 3600 + minute * 60
            if skip(":") {
                // 60 is a leap second.
                guard let second = number(2, 0...60) else { return nil }
                seconds += second
                if skip(".") || skip(",") {
                    guard let value = scanFraction() else { return nil }
                    fraction = value
                }
            }
            guard let offset = scanOffset() else { return nil }
            seconds -= offset
        }
        guard index == utf8.count else { return nil }
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// Seconds east of Greenwich; 0 when the text ends here.
    private mutating func scanOffset() -> Int? {
        guard index < utf8.count else { return 0 }
        _ = skip(" ")
        if skip("Z") || skip("z") { return 0 }
        if skip("U") { return skip("T") && skip("C") ? 0 : nil }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(2, 0...23) else { return nil }
        var seconds = hours * 3600
        if index < utf8.count {
            _ = skip(":")
            guard let minutes = number(2, 0...59) else { return nil }
            seconds += minutes * 60
        }
        return isWest ? -seconds : seconds
    }

    private mutating func scanFraction() -> Double? {
        let start = index
        var value = 0.0
        var scale = 1.0
        while let digit = digit() {
            // The tenth digit is beyond what a `Date` can tell apart.
            if index - start <= 9 {
                value = value * 10 + Double(digit)
                scale *= 10
            }
        }
        return index > start ? value / scale : nil
    }

    private mutating func number(_ digits: Int, _ range: ClosedRange<Int> = 0...9999) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return range.contains(value) ? value : nil
    }

    private mutating func digit() -> Int? {
        guard index < utf8.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = utf8[index] else { return nil }
        index += 1
        return Int(utf8[index - 1] - UInt8(ascii: "0"))
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < utf8.count, utf8[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }
}

extension [UInt8] {
    fileprivate mutating func appendDay(_ time: CivilTime) {
        appendDigits(time.year, 4)
        append(UInt8(ascii: "-"))
        appendDigits(time.month, 2)
        append(UInt8(ascii: "-"))
        appendDigits(time.day, 2)
    }

    fileprivate mutating func appendDigits(_ value: Int, _ count: Int) {
        var divisor = 1
        for _ in 1..<count { divisor *= 10 }
        for _ in 0..<count {
            append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
