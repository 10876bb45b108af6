import Foundation
import FreshworksCore

/// What Freshdesk alone expects of values.
extension JSONShape {
    /// An address, which the service folds to lower case.
    static let address = JSONShape { value, place in
        guard let text = value.stringValue else { return [Flaw(place, .mismatch("String"))] }
        return isAddress(text) ? [] : [Flaw(place, .format("valid email address"))]
    }.keeping { value in value.stringValue.map { .string($0.lowercased()) } ?? value }

    static let addresses = JSONShape { value, place in
        let found = texts.flaws(value, place)
        guard found.isEmpty else { return found }
        let areAddresses = value.arrayValue?.allSatisfy { isAddress($0.stringValue ?? "") } ?? false
        return areAddresses ? [] : [Flaw(place, .format("valid email address"))]
    }

    static let texts = elements("String") { $0.stringValue != nil }
    static let ids = elements("Positive Integer") { ($0.int64Value ?? 0) > 0 }.reading { value in
        guard let texts = value.arrayValue else { return value }
        return .array(texts.map { $0.stringValue.flatMap { JSONNumber(spelling: $0) }.map { .number($0) } ?? $0 })
    }
    static let objects = elements("key/value pair") { $0.objectValue != nil }

    /// Any of the documented spellings of a time; it comes back in one of them.
    static let time = JSONShape { value, place in
        guard let text = value.stringValue else { return [Flaw(place, .mismatch("String"))] }
        return FreshdeskTime.parse(text) == nil ? [Flaw(place, .format("combined date and time ISO8601"))] : []
    }.keeping { value in value.stringValue.flatMap(FreshdeskTime.parse).map { .seconds($0) } ?? value }

    /// `YYYY-MM-DD` alone, as dates in custom fields are.
    static let day = JSONShape { value, place in
        let found = time.flaws(value, place)
        return found.isEmpty && value.stringValue?.utf8.count != 10 ? [Flaw(place, .format("yyyy-mm-dd"))] : found
    }

    /// A day that comes back as the time of its beginning.
    static let dayAsTime = day.keeping(time.keeping)

    static func number(of numbers: [Int]) -> JSONShape {
        let list = numbers.map(String.init)
        return JSONShape { value, place in
            guard let number = value.int64Value else {
                // A text that spells an allowed number is the wrong type, anything else the wrong value.
                let isText = value.stringValue.map(list.contains) ?? false
                return [Flaw(place, isText ? .mismatch("Integer") : .choice(list))]
            }
            return numbers.contains(Int(number)) ? [] : [Flaw(place, .choice(list))]
        }.reading(integer.reading)
    }

    private static func elements(
        _ type: String, where fits: @escaping @Sendable (JSONValue) -> Bool
    ) -> JSONShape {
        JSONShape { value, place in
            guard let elements = value.arrayValue else { return [Flaw(place, .mismatch("Array"))] }
            return elements.allSatisfy(fits) ? [] : [Flaw(place, .elements(type))]
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        text.wholeMatch(of: /[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+/) != nil
    }
}

extension RecordFilter<FreshdeskService> {
    /// The records that changed at a time or after it.
    static func since(_ name: String) -> RecordFilter {
        RecordFilter(name) { (text, _, _) throws(Flaw) in
            guard let time = FreshdeskTime.parse(text) else {
                throw Flaw(name, .format("combined date and time ISO8601"))
            }
            let since = JSONValue.seconds(time).stringValue ?? ""
            return { ($0["updated_at"]?.stringValue ?? "") >= since }
        }
    }

    /// Names that are joined by commas, all of which are in a list. What they mean is up to the answer.
    static func include(_ values: [String]) -> RecordFilter {
        RecordFilter("include") { (text, _, _) throws(Flaw) in
            let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard Set(names).isSubset(of: values) else { throw Flaw("include", .choice(values)) }
            return { _ in true }
        }
    }
}

extension SandboxRequest {
    /// The names in `include`, which were checked before.
    var include: Set<String> { Set((query["include"] ?? "").split(separator: ",").map(String.init)) }
}
