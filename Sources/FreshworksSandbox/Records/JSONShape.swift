import Foundation
import FreshworksCore

/// What a value of a request has to be.
struct JSONShape: Sendable {
    /// What is wrong with a value that stands at a place.
    var flaws: @Sendable (_ value: JSONValue, _ place: String) -> [Flaw]
    /// Makes a value of what a form says, where everything is text.
    var reading: @Sendable (JSONValue) -> JSONValue = { $0 }
    /// What a record keeps of a value that is right.
    var keeping: @Sendable (JSONValue) -> JSONValue = { $0 }

    init(_ flaws: @escaping @Sendable (_ value: JSONValue, _ place: String) -> [Flaw]) { self.flaws = flaws }

    /// - Parameter kind: What is wrong with a value that does not fit.
    init(else kind: Flaw.Kind, where fits: @escaping @Sendable (JSONValue) -> Bool) {
        flaws = { value, place in fits(value) ? [] : [Flaw(place, kind)] }
    }

    func accepts(_ value: JSONValue) -> Bool { flaws(value, "").isEmpty }

    /// The same, or `null`.
    var orNull: JSONShape {
        var shape = self
        shape.flaws = { value, place in value.isNull ? [] : flaws(value, place) }
        shape.keeping = { value in value.isNull ? value : keeping(value) }
        return shape
    }

    func reading(_ reading: @escaping @Sendable (JSONValue) -> JSONValue) -> JSONShape {
        var shape = self
        shape.reading = reading
        return shape
    }

    func keeping(_ keeping: @escaping @Sendable (JSONValue) -> JSONValue) -> JSONShape {
        var shape = self
        shape.keeping = keeping
        return shape
    }
}

extension JSONShape {
    static let any = JSONShape { _, _ in [] }
    static let text = JSONShape(else: .mismatch("String")) { $0.stringValue != nil }
    static let filled = JSONShape { value, place in
        guard let text = value.stringValue else { return [Flaw(place, .mismatch("String"))] }
        return text.allSatisfy(\.isWhitespace) ? [Flaw(place, .blank)] : []
    }
    static let integer = JSONShape(else: .mismatch("Integer")) { $0.int64Value != nil }.reading(number)
    static let id = JSONShape(else: .mismatch("Positive Integer")) { ($0.int64Value ?? 0) > 0 }.reading(number)
    static let number = JSONShape(else: .mismatch("Number")) { $0.numberValue != nil }.reading(number)
    static let flag = JSONShape(else: .mismatch("Boolean")) { $0.boolValue != nil }
        .reading { ["true": true, "false": false][$0] ?? $0 }
    static let email = JSONShape(else: .format("valid email address")) {
        $0.stringValue?.wholeMatch(of: /[^@\s]+@[^@\s]+/) != nil
    }
    static let object = JSONShape(else: .mismatch("key/value pair")) { $0.objectValue != nil }
        .reading { value in value.stringValue.flatMap { try? JSONValue(parsing: Data($0.utf8)) } ?? value }

    static func choice(_ values: String...) -> JSONShape { choice(of: values) }

    static func choice(of values: [String]) -> JSONShape {
        JSONShape(else: .choice(values)) { $0.stringValue.map(values.contains) ?? false }
    }

    /// A list of which every element has a shape; what is wrong is told of each.
    static func list(of element: JSONShape, atLeast least: Int = 0, atMost most: Int = .max) -> JSONShape {
        JSONShape { value, place in
            guard let elements = value.arrayValue else { return [Flaw(place, .mismatch("Array"))] }
            if elements.count < least { return [Flaw(place, .tooFew)] }
            if elements.count > most { return [Flaw(place, .tooMany(most))] }
            return elements.enumerated().flatMap { element.flaws($0.element, "\(place)[\($0.offset)]") }
        }
    }

    /// An object that has no other keys than these.
    /// - Parameter tolerated: Keys that say nothing.
    static func object(
        _ members: [String: JSONShape], required: [String] = [], tolerating tolerated: Set<String> = []
    ) -> JSONShape {
        JSONShape { value, place in
            guard let object = value.objectValue else { return [Flaw(place, .mismatch("key/value pair"))] }
            func within(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }
            let missing = required.filter { object[$0] == nil }.map { Flaw(within($0), .missing) }
            return missing
                + object.flatMap { key, value in
                    members[key]?.flaws(value, within(key))
                        ?? (tolerated.contains(key) ? [] : [Flaw(within(key), .unknown)])
                }
        }
    }

    @Sendable private static func number(_ text: JSONValue) -> JSONValue {
        text.stringValue.flatMap { JSONNumber(spelling: $0) }.map { .number($0) } ?? text
    }
}
