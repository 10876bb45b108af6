import Foundation
import FreshworksCore

/// A path such as `.results[0].name` or `.[].id`: which values of a JSON document are meant. A small part of what jq
/// understands, and nothing that jq understands otherwise.
struct JSONSelection: Sendable {
    private let steps: ArraySlice<Step>

    private enum Step: Sendable {
        case key(String)
        case index(Int)
        case each
    }

    private init(steps: ArraySlice<Step>) { self.steps = steps }

    /// - Throws: ``Misuse`` for what is no such path.
    init(_ text: String) throws {
        var rest = text[...]
        var steps: [Step] = []
        guard rest.first == "." else { throw Self.misuse }
        while let character = rest.popFirst() {
            switch character {
            case "." where rest.isEmpty && steps.isEmpty: break
            case "." where rest.first == "[" && steps.isEmpty: break
            case "." where rest.first == "\"": steps.append(.key(try Self.quoted(&rest)))
            case ".":
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                guard let first = name.first, !first.isNumber else { throw Self.misuse }
                rest.removeFirst(name.count)
                steps.append(.key(String(name)))
            case "[": steps.append(try Self.bracketed(&rest))
            default: throw Self.misuse
            }
        }
        self.steps = steps[...]
    }

    private static func bracketed(_ rest: inout Substring) throws -> Step {
        if rest.first == "\"" {
            let name = try quoted(&rest)
            guard rest.popFirst() == "]" else { throw misuse }
            return .key(name)
        }
        guard let end = rest.firstIndex(of: "]") else { throw misuse }
        let text = rest[..<end]
        rest = rest[rest.index(after: end)...]
        if text.isEmpty { return .each }
        guard let index = Int(text), !text.hasPrefix("+") else { throw misuse }
        return .index(index)
    }

    /// A JSON string at the beginning of the rest.
    private static func quoted(_ rest: inout Substring) throws -> String {
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex, rest[end] != "\"" {
            let length = rest[end] == "\\" ? 2 : 1
            guard let next = rest.index(end, offsetBy: length, limitedBy: rest.endIndex) else { throw misuse }
            end = next
        }
        guard end < rest.endIndex else { throw misuse }
        let literal = rest[...end]
        rest = rest[rest.index(after: end)...]
        guard let name = (try? JSONValue(parsing: Data(literal.utf8)))?.stringValue else { throw misuse }
        return name
    }

    /// The path may name what a person does not want to see repeated.
    private static var misuse: Misuse {
        Misuse(
            #"--jq takes a path such as .name, ."odd name", .list[0].name or .[].id; for more pipe the answer to jq"#)
    }

    /// The rest of a path that begins with `.[]`, to be taken of the elements one by one; `nil` of another path.
    var ofEachElement: JSONSelection? {
        guard case .each = steps.first else { return nil }
        return JSONSelection(steps: steps.dropFirst())
    }

    /// The values that are meant, in their order. As in jq nothing is found where there is no such key or element: that is
    /// null.
    /// - Throws: ``Misuse`` where the document has another kind of value than the path takes apart.
    func values(in document: JSONValue) throws -> [JSONValue] {
        try steps.reduce([document]) { values, step in try values.flatMap { try Self.take(step, of: $0) } }
    }

    private static func take(_ step: Step, of value: JSONValue) throws -> [JSONValue] {
        switch (step, value) {
        case (.key, .null), (.index, .null): return [.null]
        case (.key(let key), .object(let object)): return [object[key] ?? .null]
        case (.index(let index), .array(let elements)):
            let place = index < 0 ? elements.count + index : index
            return [elements.indices.contains(place) ? elements[place] : .null]
        case (.each, .array(let elements)): return elements
        case (.each, .object(let object)): return Array(object.values)
        case (.key, _): throw Misuse("--jq asks for a member of what is \(value.kind)")
        case (.index, _): throw Misuse("--jq asks for an element of what is \(value.kind)")
        case (.each, _): throw Misuse("--jq asks for all elements of what is \(value.kind)")
        }
    }
}

extension JSONValue {
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
