import Foundation

extension CustomFields: Codable {
    /// Reads a plain object.
    public init(from decoder: any Decoder) throws { try self.init(JSONObject(from: decoder)) }

    /// Writes a plain object.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension CustomFields {
    /// The fields as a type of your own, whose coding keys are the fields' names.
    ///
    /// ```swift
    /// struct MyFields: Codable {
    ///     var region: String?
    ///     var seats: Int?
    ///     enum CodingKeys: String, CodingKey { case region = "cf_region", seats = "cf_seats" }
    /// }
    /// let mine = try ticket.customFields.decode(MyFields.self)
    /// ```
    ///
    /// A `Date` is read from every spelling that ``JSONReadable`` takes, a day as its midnight in UTC.
    /// - Throws: ``FreshworksError/Code/unreadableResponse``, naming the field and its kind, never its content.
    public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            guard let date = Date(json: try JSONValue(from: decoder)) else {
                throw DecodingError.typeMismatch(
                    Date.self, .init(codingPath: decoder.codingPath, debugDescription: "Not a date."))
            }
            return date
        }
        do {
            return try decoder.decode(type, from: jsonValue.serialized())
        } catch let error as DecodingError {
            throw FreshworksError(
                .unreadableResponse, "the custom fields are no \(type): \(error.placeAndReason)",
                advice: "Compare the type with the account's fields; those that may be empty are optional.")
        }
    }

    /// The fields that a value of your own has, by its coding keys; what is `nil` is left out.
    ///
    /// ```swift
    /// draft.customFields = try CustomFields(encoding: MyFields(region: "AMER", seats: 12))
    /// ```
    ///
    /// A `Date` is written as its day in UTC.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` when JSON cannot say a value, or the value is no object.
    public init(encoding value: some Encodable) throws {
        guard
            case .object(let object) = try JSONValue(
                parsing: JSONBody.encode(value, dates: { Timestamp.formatDay($0) }))
        else { throw ArgumentCheck.refusal("custom_fields", "must be a value with names") }
        self.init(object)
    }
}

extension DecodingError {
    /// Where reading failed and why, without what was read.
    fileprivate var placeAndReason: String {
        func place(_ context: Context, _ last: (any CodingKey)? = nil) -> String {
            (context.codingPath + [last].compactMap(\.self)).map(\.stringValue).joined(separator: ".")
        }
        return switch self {
        case .keyNotFound(let key, let context): "\(place(context, key)) is missing"
        case .valueNotFound(_, let context): "\(place(context)) is empty"
        case .typeMismatch(let type, let context): "\(place(context)) is no \(type)"
        case .dataCorrupted(let context): "\(place(context)) cannot be read"
        @unknown default: "they cannot be read"
        }
    }
}
