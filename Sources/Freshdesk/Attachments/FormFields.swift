import Foundation

/// A request's JSON as the fields of a form: `custom_fields[cf_region]`, `tags[]`. Source: Freshdesk API v2, attachments.
struct FormFields {
    private(set) var fields: [(name: String, value: String)] = []

    /// Keys whose value goes out as one field with JSON text.
    private static let wholeKeys: Set<String> = ["structured_body"]

    /// Writes a request as fields.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for `null` and for an empty list: a form can say neither.
    init(_ request: some Encodable) throws {
        for (key, value) in try JSONValue(parsing: JSONBody.encode(request)).objectValue ?? [:] {
            if Self.wholeKeys.contains(key) {
                fields.append((key, value.description))
            } else {
                try add(key, value)
            }
        }
    }

    private mutating func add(_ name: String, _ value: JSONValue) throws {
        switch value {
        case .string(let text): fields.append((name, text))
        case .number(let number): fields.append((name, number.spelling))
        case .bool(let flag): fields.append((name, flag.queryText))
        case .object(let object):
            for (key, value) in object { try add("\(name)[\(key)]", value) }
        case .array(let elements) where !elements.isEmpty:
            for element in elements { try add("\(name)[]", element) }
        case .array, .null:
            var error = ArgumentCheck.refusal(name, "cannot be emptied in a request with files")
            error.advice = "Send it in a call of its own, without files."
            throw error
        }
    }
}

extension RequestBody {
    /// How many bytes the files of a ticket may have together: 20 MB.
    static let attachmentLimit = 20 * 1024 * 1024

    /// A request as JSON when it has no files, as a form when it has.
    static func json(_ request: some Encodable, attachments: [AttachmentUpload]) throws -> RequestBody {
        try json(request, files: attachments, as: "attachments[]", limit: attachmentLimit)
    }

    /// A request as JSON when it has no files, as a form when it has.
    /// - Parameter limit: How many bytes the files may have together.
    static func json(
        _ request: some Encodable, files: [AttachmentUpload], as part: String, limit: Int
    ) throws -> RequestBody {
        guard !files.isEmpty else { return try json(request) }
        let fields = try FormFields(request).fields
        var form = MultipartForm()
        for (name, value) in fields { form.add(name, value) }
        for file in files { try file.add(to: &form, as: part) }
        return .multipart(form, limit: limit + fields.reduce(0) { $0 + $1.value.utf8.count })
    }
}
