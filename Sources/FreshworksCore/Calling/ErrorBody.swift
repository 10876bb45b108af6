import Foundation

/// The service's own words in a failed answer. The three products have a shape each, and gateways add others, so
/// everything is optional.
struct ErrorBody {
    private(set) var message: String?
    private(set) var code: String?
    private(set) var fieldErrors: [FreshworksError.FieldError] = []
    private(set) var json: JSONValue?

    /// Far more than a form has fields.
    private static let fieldLimit = 100

    init(_ response: TransportResponse) {
        guard response.content == .json, let json = try? JSONValue(parsing: response.body) else { return }
        self.json = json
        // A list of errors may also be the whole answer.
        let root = json.objectValue ?? JSONObject()
        let errors: JSONValue? = json.arrayValue == nil ? root["errors"] : json
        var texts: String?
        if let list = errors?.arrayValue?.prefix(Self.fieldLimit) {
            // Freshdesk: {"description", "errors": [{"field", "message", "code"}]}. Others list texts alone.
            fieldErrors = list.compactMap(\.objectValue).map(Self.fieldError)
            texts = Self.shown(list.compactMap(\.stringValue).joined(separator: ", "))
        } else if let object = errors?.objectValue, object["message"] == nil {
            // Freshsales, the field map: {"errors": {"amount": ["can't be blank"]}}.
            fieldErrors = object.prefix(Self.fieldLimit).map {
                .init(field: Self.shown($0.key), message: Self.text($0.value))
            }
        }
        let candidates = [
            errors?.objectValue?["message"], errors?.stringValue.map(JSONValue.string), root["message"],
            root["description"], root["error_message"],
            root["errorMessage"], root["error"],
        ]
        let words = [candidates.lazy.compactMap { $0 }.compactMap(Self.text).first, texts].compactMap { $0 }
        message = words.isEmpty ? nil : words.joined(separator: ": ")
        code = Self.code(in: root, status: response.status)
    }

    private static func fieldError(_ object: JSONObject) -> FreshworksError.FieldError {
        let more: JSONObject? = object["additional_info"]
        return .init(
            // Freshdesk's custom objects call it a name.
            field: (object["field"] ?? object["name"]).flatMap(text), code: object["code"].flatMap(text),
            message: object["message"].flatMap(text), existingUserID: more?["user_id"])
    }

    /// What names the failure: `code` (Freshdesk), `status` (Freshchat, whose `code` repeats the HTTP status) or
    /// `error_code` (Freshsales).
    private static func code(in root: JSONObject, status: Int) -> String? {
        let inner: JSONObject? = root["errors"]
        let candidates: [JSONValue?] = [
            root["code"], root["status"], root["error_code"], root["error_type"], inner?["error_code"], inner?["code"],
        ]
        return candidates.lazy.compactMap { $0.flatMap(label) }.first { $0 != String(status) }
    }

    /// A short identifier; `nil` for what is none, such as a sentence or something that the service quotes.
    private static func label(_ value: JSONValue) -> String? {
        guard let text = value.stringValue ?? value.int64Value.map(String.init) else { return nil }
        return text.isLabel ? text : nil
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
        let shown = String(String.UnicodeScalarView(text.unicodeScalars.prefix(256))).withoutControls
        return shown.isEmpty ? nil : shown
    }
}

extension String {
    /// The same with blanks for what terminals obey and readers do not see.
    var withoutControls: String {
        let shown = unicodeScalars.map { scalar in
            scalar.isInvisible || scalar.properties.generalCategory == .control ? " " : scalar
        }
        return String(String.UnicodeScalarView(shown))
    }

    /// Whether this is an identifier as services spell them: 1 to 64 letters, digits, hyphens, underscores and dots.
    var isLabel: Bool {
        (1...64).contains(utf8.count) && utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) }
    }
}

extension UInt8 {
    /// Whether this is a letter or digit of ASCII.
    var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
