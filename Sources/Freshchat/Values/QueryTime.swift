import Foundation

extension Date {
    /// The moment as queries spell it: in UTC, with milliseconds.
    var queryTime: String { Timestamp.query(self, milliseconds: true) }
}
