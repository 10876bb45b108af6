import FreshworksCore

/// What a service expects of a value in a request's body.
struct JSONShape: Sendable {
    /// Says what is wrong with a value that stands at a path, or nothing.
    let complaint: @Sendable (_ value: JSONValue, _ path: String) -> String?

    init(_ complaint: @escaping @Sendable (_ value: JSONValue, _ path: String) -> String?) {
        self.complaint = complaint
    }

    init(where fits: @escaping @Sendable (JSONValue) -> Bool) {
        complaint = { value, path in fits(value) ? nil : "\(path) is not valid" }
    }

    func accepts(_ value: JSONValue) -> Bool { complaint(value, "") == nil }

    static let text = JSONShape { $0.stringValue != nil }
    static let filledText = JSONShape { $0.stringValue.map { !$0.allSatisfy(\.isWhitespace) } ?? false }
    static let integer = JSONShape { $0.int64Value != nil }
    static let number = JSONShape { $0.numberValue != nil }
    static let bool = JSONShape { $0.boolValue != nil }
    static let email = JSONShape { $0.stringValue?.wholeMatch(of: /[^@\s]+@[^@\s]+/) != nil }

    static func choice(_ values: String...) -> JSONShape {
        JSONShape { $0.stringValue.map(values.contains) ?? false }
    }

    static func list(of element: JSONShape, atLeast least: Int = 0, atMost most: Int = .max) -> JSONShape {
        JSONShape { value, path in
            guard let elements = value.arrayValue else { return "\(path) is not valid" }
            if elements.count < least { return "\(path) must not be empty" }
            if elements.count > most { return "\(path) must not have more than \(most) elements" }
            return elements.enumerated().lazy
                .compactMap { element.complaint($0.element, "\(path)[\($0.offset)]") }.first
        }
    }

    /// An object that has no other keys than these.
    static func object(_ members: [String: JSONShape], required: [String] = []) -> JSONShape {
        JSONShape { value, path in
            guard let object = value.objectValue else { return "\(path.isEmpty ? "the body" : path) is not valid" }
            func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
            if let missing = required.first(where: { object[$0] == nil }) { return "\(place(missing)) is required" }
            for (key, value) in object {
                guard let shape = members[key] else { return "\(place(key)) is not known" }
                if let complaint = shape.complaint(value, place(key)) { return complaint }
            }
            return nil
        }
    }
}
