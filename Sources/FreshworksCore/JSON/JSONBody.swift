package import Foundation

/// How request bodies are written: the one place that sets up an encoder.
package enum JSONBody {
    /// The JSON of a request: dates as UTC timestamps unless told, keys sorted, slashes plain.
    /// - Throws: `FreshworksError` with the code `invalid_argument` when JSON cannot say a value, naming its place.
    package static func encode(
        _ value: some Encodable, dates: @escaping @Sendable (Date) -> String = { Timestamp.format($0) }
    ) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(dates(date))
        }
        do {
            return try encoder.encode(value)
        } catch EncodingError.invalidValue(_, let context) {
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw FreshworksError(
                .invalidArgument, "\(place.isEmpty ? "the request" : place) cannot be written as JSON",
                advice: context.debugDescription)
        }
    }
}
