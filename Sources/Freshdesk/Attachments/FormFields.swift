import Foundation

/// A request's JSON as the fields of a form: `custom_fields[cf_region]`, `tags[]`. Source: Freshdesk API v2, attachments.
struct FormFields {
    private(set) var fields: [(name: String, value: String)] = []
    private let leavesOutNothing: Bool

    /// Keys whose value goes out as one field with JSON text.
    private static let wholeKeys: Set<String> = ["structured_body"]

    /// Writes a request as fields. A form can say neither `null` nor an empty list.
    /// - Parameter leavesOutNothing: Whether these are left out, as they say nothing of what is only being created.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for them otherwise.
    init(_ request: JSONObject, leavesOutNothing: Bool) throws {
        self.leavesOutNothing = leavesOutNothing
        for (key, value) in request {
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
            guard !leavesOutNothing else { return }
            var error = ArgumentCheck.refusal(name, "cannot be emptied in a request with files")
            error.advice = "Send it in a call of its own, without files."
            throw error
        }
    }
}

/// Files beside a request, which then goes out as a form.
struct RequestFiles {
    let files: [AttachmentUpload]
    /// The form's name for each of them.
    let part: String
    /// How many bytes they may have together.
    let limit: Int

    /// The files of a ticket, reply or note: 20 MB (20 × 1024 × 1024 bytes) together.
    static func attachments(_ files: [AttachmentUpload]) -> RequestFiles {
        RequestFiles(files: files, part: "attachments[]", limit: 20 * 1024 * 1024)
    }

    /// The picture of a contact: 5 MB.
    static func avatar(_ file: AttachmentUpload?) -> RequestFiles {
        RequestFiles(files: file.map { [$0] } ?? [], part: "avatar", limit: 5 * 1024 * 1024)
    }
}

extension RequestBody {
    /// A draft as JSON when it has no files, as a form when it has.
    static func json<Table>(_ draft: Draft<Table>, files: RequestFiles) throws -> RequestBody {
        files.files.isEmpty ? json(draft) : try form(draft, files, leavesOutNothing: true)
    }

    /// An update as JSON when it has no files, as a form when it has: then it need change nothing, and cannot clear anything.
    static func json<Table>(_ update: Update<Table>, files: RequestFiles) throws -> RequestBody {
        files.files.isEmpty ? json(update) : try form(update, files, leavesOutNothing: false)
    }

    private static func form(
        _ request: some FieldRequest, _ files: RequestFiles, leavesOutNothing: Bool
    ) throws -> RequestBody {
        guard request.fieldErrors.isEmpty else { return json(request) }
        let fields = try FormFields(request.json, leavesOutNothing: leavesOutNothing).fields
        var form = MultipartForm()
        for (name, value) in fields { form.add(name, value) }
        for file in files.files { try file.add(to: &form, as: files.part) }
        return .multipart(form, limit: files.limit + fields.reduce(0) { $0 + $1.value.utf8.count })
    }

    /// One file with fields beside it.
    static func form(
        _ file: AttachmentUpload, as part: String, _ fields: JSONObject, limit: Int
    ) throws -> RequestBody {
        var form = MultipartForm()
        for (name, value) in try FormFields(fields, leavesOutNothing: true).fields { form.add(name, value) }
        try file.add(to: &form, as: part)
        return .multipart(form, limit: limit)
    }
}
