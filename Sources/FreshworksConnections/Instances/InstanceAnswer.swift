public import Foundation

/// An instance as Cloud Elements, SAP Open Connectors and ``InstanceService`` answer it.
///
/// All of the answer is kept, whatever this type has no name for, and written back as it was. Printing it shows id and element.
///
/// ```swift
/// let instances = try InstanceAnswer.list(JSONValue(parsing: body))
/// for instance in instances where instance.isUsable { print(instance.id, instance.name) }
/// ```
public struct InstanceAnswer: Sendable {
    /// The platform's number for it, or the id of a connection, as a text.
    public let id: String
    /// The name for people.
    public let name: String
    /// The key of its element, such as `freshdeskv2`.
    public let element: String
    /// What calls name the instance by; lists and later answers may have none.
    public let token: Secret?
    /// What it can be listed by.
    public let tags: [String]
    /// Whether the platform found its credential good.
    public let isValid: Bool
    /// Whether it was disabled.
    public let isDisabled: Bool
    /// When it was created; lists leave it out.
    public let createdAt: Date?
    /// The subdomain of the account; `nil` where the answer has no configuration.
    public let subdomain: String?
    private let whole: JSONObject

    /// Whether calls may be made with it.
    public var isUsable: Bool { isValid && !isDisabled }

    /// Reads one answer.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with everything that is wrong, each with its JSON path. No value is
    ///   quoted.
    public init(_ json: JSONValue) throws {
        var reading = ImportReading()
        let found = Self(json, "$", &reading)
        try reading.finish()
        guard let found else { throw FreshworksError(.invalidImport, "the answer is no instance") }
        self = found
    }

    /// Reads the answer that lists instances.
    /// - Throws: As ``init(_:)``. No row is dropped.
    public static func list(_ json: JSONValue) throws -> [InstanceAnswer] {
        var reading = ImportReading()
        var found: [InstanceAnswer] = []
        if let rows = json.arrayValue {
            found = rows.enumerated().compactMap { InstanceAnswer($1, "$[\($0)]", &reading) }
        } else {
            reading.refuse("$", "must be an array", code: "datatype_mismatch")
        }
        try reading.finish()
        return found
    }

    private init?(_ json: JSONValue, _ path: String, _ reading: inout ImportReading) {
        guard let json = json.objectValue else {
            reading.refuse(path, "must be an object", code: "datatype_mismatch")
            return nil
        }
        let object = ImportedObject(path: path, json: json)
        let id: ImportedText?
        if let number = json["id"]?.int64Value {
            id = ImportedText(text: String(number), path: object.path(of: "id"))
        } else {
            id = reading.text("id", of: object)
        }
        let name = reading.text("name", of: object)
        let element = reading.object("element", of: object).flatMap { reading.text("key", of: $0) }
        token = reading.optionalText("token", of: object).map { Secret($0.text) }
        tags = reading.texts("tags", of: object)
        isValid = reading.flag("valid", of: object, otherwise: true)
        isDisabled = reading.flag("disabled", of: object, otherwise: false)
        createdAt = reading.optionalText("createdDate", of: object).flatMap { text in
            if let date: Date = json["createdDate"] { return date }
            reading.refuse(text.path, "must be a time such as 2017-08-07T18:46:38Z")
            return nil
        }
        subdomain =
            (json["configuration"]?.isNull ?? true)
            ? nil
            : reading.object("configuration", of: object).flatMap { reading.optionalText("subdomain", of: $0)?.text }
        guard let id, let name, let element else { return nil }
        (self.id, self.name, self.element) = (id.text, name.text, element.text)
        whole = json
    }

    /// The answer as it was read; without its token and what else looks like a secret, unless asked for.
    public func json(secrets: ConnectionRegistry.ExportedSecrets = .omitted) -> JSONValue {
        guard case .omitted = secrets else { return .object(whole) }
        var reading = ImportReading()
        var shown = KeptMembers.of(ImportedObject(path: "$", json: whole), besides: ["token"], &reading)
        if let token { shown = KeptMembers.hiding([token.reveal()], in: shown) }
        return .object(shown)
    }
}

extension InstanceAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Id and element.
    public var description: String { "InstanceAnswer(\(id), \(element))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension ImportReading {
    /// All that was found.
    var refusal: FreshworksError {
        var error = FreshworksError(
            .invalidImport, "the import was refused", advice: "Correct what is named and import again.")
        error.fieldErrors = problems
        return error
    }

    /// - Throws: ``FreshworksError/Code/invalidImport`` if anything is wrong.
    func finish() throws { if !problems.isEmpty { throw refusal } }
}
