import Foundation

/// Reads an imported file member by member and collects all that is wrong with it, so that it can be told at once.
struct ImportReader {
    private(set) var errors: [FreshworksError.FieldError] = []
    private(set) var warnings: [ImportWarning] = []

    /// Further findings say nothing new to a person, and a hostile file could have a million.
    private static let mostFindings = 100
    static let sizeLimit = 4 * 1024 * 1024
    private static let depthLimit = 64

    /// Reads the file's outermost object.
    /// - Throws: ``FreshworksError/Code/invalidImport`` when there is none.
    static func root(of data: Data) throws -> ImportNode {
        guard data.count <= sizeLimit else {
            throw FreshworksError(.invalidImport, "the file is larger than 4 MiB", advice: "Check which file it is.")
        }
        let value: JSONValue
        do {
            value = try JSONValue(parsing: data, depthLimit: depthLimit)
        } catch let error as FreshworksError {
            throw FreshworksError(
                .invalidImport, "the file is \(error.message)", advice: "Correct the file and import it again.",
                underlying: error)
        }
        guard let object = value.objectValue else {
            var reader = ImportReader()
            reader.refuse("$", .type("an object"))
            throw reader.error
        }
        return ImportNode(path: "$", object: object)
    }

    /// What was found, as one error.
    var error: FreshworksError {
        var error = FreshworksError(
            .invalidImport, "the import was refused", advice: "Correct the members that are named and import again.")
        error.fieldErrors = errors
        return error
    }

    /// Throws what was found, if anything.
    func finish() throws {
        if !errors.isEmpty { throw error }
    }

    mutating func refuse(_ path: String, _ problem: ImportProblem) {
        guard errors.count < Self.mostFindings else { return }
        errors.append(.init(field: path, code: problem.code, message: problem.message))
    }

    mutating func warn(_ path: String, _ message: String) {
        guard warnings.count < Self.mostFindings else { return }
        warnings.append(ImportWarning(path: path, message: message))
    }

    mutating func warnOfUnknown(_ known: Set<String>, in node: ImportNode) {
        for key in node.object.keys where !known.contains(key) { warn(node.path(of: key), "is not known and left out") }
    }

    /// What a step makes, or `nil` after noting where it failed.
    mutating func attempt<Value>(_ path: String, _ step: () throws(ImportProblem) -> Value) -> Value? {
        do throws(ImportProblem) {
            return try step()
        } catch {
            refuse(path, error)
            return nil
        }
    }
}

/// What is wrong with a member, without its value.
struct ImportProblem: Error {
    let code: String
    let message: String

    static let missing = ImportProblem(code: "missing_field", message: "is missing")

    static func type(_ wanted: String) -> ImportProblem {
        ImportProblem(code: "datatype_mismatch", message: "must be \(wanted)")
    }

    static func value(_ message: String) -> ImportProblem { ImportProblem(code: "invalid_value", message: message) }
}

extension ImportReader {
    /// A text that must be there and not be empty.
    mutating func text(_ key: String, of node: ImportNode) -> String? {
        guard let value: JSONValue = node.object[key] else {
            refuse(node.path(of: key), .missing)
            return nil
        }
        guard let text = value.stringValue else {
            refuse(node.path(of: key), .type("a string"))
            return nil
        }
        guard !text.isEmpty else {
            refuse(node.path(of: key), .value("must not be empty"))
            return nil
        }
        return text
    }

    /// A text that may be absent, null or empty.
    mutating func optionalText(_ key: String, of node: ImportNode) -> String? {
        guard let value: JSONValue = node.object[key], !value.isNull else { return nil }
        if value.stringValue == nil { refuse(node.path(of: key), .type("a string")) }
        return value.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `false` when absent.
    mutating func flag(_ key: String, of node: ImportNode) -> Bool {
        guard let value: JSONValue = node.object[key] else { return false }
        if value.boolValue == nil { refuse(node.path(of: key), .type("true or false")) }
        return value.boolValue ?? false
    }

    /// An object that may be absent.
    mutating func object(_ key: String, of node: ImportNode) -> ImportNode? {
        guard let value: JSONValue = node.object[key] else { return nil }
        if value.objectValue == nil { refuse(node.path(of: key), .type("an object")) }
        return value.objectValue.map { ImportNode(path: node.path(of: key), object: $0) }
    }

    /// A string, number or boolean as text.
    mutating func scalar(_ value: JSONValue, at path: String) -> String? {
        switch value {
        case .string(let text): return text
        case .number, .bool: return value.description
        case .null, .array, .object:
            refuse(path, .type("a string, number or boolean"))
            return nil
        }
    }
}

extension FreshworksError.Code {
    /// A file of another platform cannot be imported; the field errors name each member that is at fault by its JSON path.
    public static let invalidImport = Self(rawValue: "invalid_import")
}
