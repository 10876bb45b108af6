import Foundation

/// The service's own words in a failed answer. The three products have a shape each, and gateways add others, so
/// everything is optional.
struct ErrorBody {
    private(set) var message: String?
    private(set) var fieldErrors: [FreshworksError.FieldError] = []

    /// Far more than a form has fields.
    private static let fieldLimit = 100

    init(_ response: TransportResponse) {
        guard response.content == .json, let root = try? JSONValue(parsing: response.body).objectValue else { return }
        let errors = root["errors"]
        if let list = errors?.arrayValue {
            // Freshdesk: {"description", "errors": [{"field", "message", "code"}]}.
            fieldErrors = list.prefix(Self.fieldLimit).compactMap(\.objectValue).map {
                .init(
                    field: $0["field"].flatMap(Self.text), code: $0["code"].flatMap(Self.text),
                    message: $0["message"].flatMap(Self.text))
            }
        } else if let object = errors?.objectValue, object["message"] == nil {
            // Freshsales, the field map: {"errors": {"amount": ["can't be blank"]}}.
            fieldErrors = object.prefix(Self.fieldLimit).map {
                .init(field: Self.shown($0.key), message: Self.text($0.value))
            }
        }
        let candidates = [
            errors?.objectValue?["message"], root["message"], root["description"], root["error_message"],
            root["errorMessage"], root["error"],
        ]
        message = candidates.lazy.compactMap { $0 }.compactMap(Self.text).first
    }

    /// A text, or a list of texts joined.
    private static func text(_ value: JSONValue) -> String? {
        let parts = value.arrayValue.map { $0.compactMap(\.stringValue) } ?? value.stringValue.map { [$0] } ?? []
        return shown(parts.joined(separator: ", "))
    }

    /// A service's text for an error, shortened and in one line, because a gateway may send a page, and somebody codes that
    /// a terminal obeys; `nil` for none.
    static func shown(_ text: String) -> String? {
        // Scalars, because a single character may have a million of them.
        let shown = text.unicodeScalars.prefix(256).map { scalar in
            scalar.isInvisible || scalar.properties.generalCategory == .control ? " " : scalar
        }
        return shown.isEmpty ? nil : String(String.UnicodeScalarView(shown))
    }
}
