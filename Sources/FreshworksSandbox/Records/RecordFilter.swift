import Foundation
import FreshworksCore

/// A parameter by which a list is narrowed.
struct RecordFilter<Service: RecordService>: Sendable {
    typealias Test = (JSONObject) -> Bool

    let name: String
    /// Reads the parameter.
    let read: @Sendable (_ text: String, Service, SandboxRequest) throws(Flaw) -> Test

    init(_ name: String, read: @escaping @Sendable (String, Service, SandboxRequest) throws(Flaw) -> Test) {
        self.name = name
        self.read = read
    }

    /// Any text, and which records it leaves.
    static func text(
        _ name: String, where fits: @escaping @Sendable (JSONObject, String) -> Bool
    ) -> RecordFilter {
        RecordFilter(name) { (text, _, _) throws(Flaw) in { record in fits(record, text) } }
    }

    /// The value of a key of the same name.
    static func equal(_ name: String, inside owner: String? = nil) -> RecordFilter {
        .text(name) { record, text in
            (owner.map { record[$0]?[name] } ?? record[name])?.isSame(as: text) ?? false
        }
    }

    /// One of a list.
    static func choice(
        _ name: String, of values: [String],
        where fits: @escaping @Sendable (JSONObject, String) -> Bool = { _, _ in true }
    ) -> RecordFilter {
        RecordFilter(name) { (text, _, _) throws(Flaw) in
            guard values.contains(text) else { throw Flaw(name, .choice(values)) }
            return { record in fits(record, text) }
        }
    }

    /// The id of a record of another kind, which the record's key of the same name holds.
    static func link(_ name: String, to path: String, _ noun: String) -> RecordFilter {
        RecordFilter(name) { (text, service, _) throws(Flaw) in
            guard let id = SandboxRequest.id(text) else { throw Flaw(name, .mismatch("Positive Integer")) }
            guard service.holds(.int(id), in: path) else { throw Flaw(name, .dangling(noun)) }
            return { record in record[name] == .int(id) }
        }
    }
}

extension JSONValue {
    /// Whether this is a text, compared regardless of case.
    func isSame(as text: String) -> Bool { stringValue?.lowercased() == text.lowercased() }
}
