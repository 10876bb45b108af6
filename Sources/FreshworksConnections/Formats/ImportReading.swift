/// Reads imported members and collects all that is wrong, each with its JSON path. No value is ever quoted.
struct ImportReading {
    private(set) var problems: [FreshworksError.FieldError] = []
    private(set) var warnings: [ImportNote] = []
    /// A hostile file could have a million.
    private static let most = 100

    mutating func refuse(_ path: String, _ message: String, code: String = "invalid_value") {
        guard problems.count < Self.most else { return }
        problems.append(.init(field: path, code: code, message: message))
    }

    mutating func missing(_ path: String) { refuse(path, "is missing", code: "missing_field") }

    /// Refuses an address of this machine: a file from somebody else could make the app call what listens beside it.
    /// - Returns: Whether it was refused.
    @discardableResult
    mutating func refuseLoopback(_ address: String, _ path: String) -> Bool {
        let address = PastedAddress(address)
        // Resolvers take names below localhost for this machine too (RFC 6761 §6.3).
        guard address.isLoopback || address.host.lowercased().hasSuffix(".localhost") else { return false }
        refuse(path, "names this machine; say allowsLoopback where that is meant", code: "loopback_address")
        return true
    }

    mutating func note(_ path: String, _ message: String) {
        guard warnings.count < Self.most else { return }
        warnings.append(ImportNote(path: path, message: message))
    }

    /// What a step makes; `nil` after noting why it failed.
    mutating func attempt<Value>(_ path: String, _ step: () throws -> Value) -> Value? {
        do {
            return try step()
        } catch let error as FreshworksError {
            refuse(path, error.fieldErrors.first?.message ?? error.sentence, code: error.code.rawValue)
        } catch {
            refuse(path, "cannot be read")
        }
        return nil
    }

    /// A text that must be there and not be blank.
    mutating func text(_ key: String, of object: ImportedObject) -> ImportedText? {
        guard let value = object.json[key] as JSONValue?, !value.isNull else {
            missing(object.path(of: key))
            return nil
        }
        return optionalText(key, of: object) ?? { refuseBlank(value, object.path(of: key)) }()
    }

    private mutating func refuseBlank(_ value: JSONValue, _ path: String) -> ImportedText? {
        if value.stringValue != nil { refuse(path, "must not be blank") }
        return nil
    }

    /// A text that may be absent, null or blank.
    mutating func optionalText(_ key: String, of object: ImportedObject) -> ImportedText? {
        guard let value = object.json[key] as JSONValue?, !value.isNull else { return nil }
        guard let text = value.stringValue else {
            refuse(object.path(of: key), "must be a string", code: "datatype_mismatch")
            return nil
        }
        return text.trimmingWhitespace.isEmpty ? nil : ImportedText(text: text, path: object.path(of: key))
    }

    /// An object that must be there.
    mutating func object(_ key: String, of object: ImportedObject) -> ImportedObject? {
        guard let value = object.json[key] as JSONValue?, !value.isNull else {
            missing(object.path(of: key))
            return nil
        }
        guard let json = value.objectValue else {
            refuse(object.path(of: key), "must be an object", code: "datatype_mismatch")
            return nil
        }
        return ImportedObject(path: object.path(of: key), json: json)
    }

    mutating func flag(_ key: String, of object: ImportedObject, otherwise: Bool) -> Bool {
        guard let value = object.json[key] as JSONValue?, !value.isNull else { return otherwise }
        guard let flag = value.boolValue else {
            refuse(object.path(of: key), "must be true or false", code: "datatype_mismatch")
            return otherwise
        }
        return flag
    }

    mutating func texts(_ key: String, of object: ImportedObject) -> [String] {
        guard let value = object.json[key] as JSONValue?, !value.isNull else { return [] }
        guard let values = value.arrayValue, values.allSatisfy({ $0.stringValue != nil }) else {
            refuse(object.path(of: key), "must be an array of strings", code: "datatype_mismatch")
            return []
        }
        return values.compactMap(\.stringValue)
    }
}

/// An object of an imported file and where it stands.
struct ImportedObject {
    let path: String
    let json: JSONObject

    /// The JSON path of a member. A name that may be something else than a name is not repeated.
    func path(of key: String) -> String {
        let isPlain = key.utf8.allSatisfy { $0.isWordByte }
        guard key.utf8.count <= 40, key.utf8.allSatisfy({ $0.isWordByte || " .-".utf8.contains($0) }) else {
            return "\(path).…"
        }
        return isPlain ? "\(path).\(key)" : "\(path)['\(key)']"
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        self == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= self
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
    }
}

/// Something in an imported file that was left out or deserves a look, although the file could be read.
public struct ImportNote: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands, as a JSON path.
    public let path: String
    /// What is odd about it. Values of the file are never quoted.
    public let message: String

    /// Path and message in one clause.
    public var description: String { "\(path): \(message)" }
}
