import Foundation
import FreshworksCore

/// What a request's body says, judged by the fields that its call knows.
struct FreshdeskBody: Sendable {
    private let values: JSONObject
    private let files: [String: [MultipartForm.Part]]

    /// - Parameter isUpdate: Whether required fields may be left out.
    /// - Throws: 415 for another content type, 400 for a body that cannot be read. What can be read and is wrong is collected.
    init(
        _ request: SandboxRequest, _ fields: [FreshdeskField], isUpdate: Bool = false,
        _ validation: inout FreshdeskValidation
    ) throws(SandboxReply) {
        let type = request.headers["Content-Type"] ?? ""
        let mediaType = MultipartForm.Parameters(type).value
        let isForm = mediaType == "multipart/form-data" && fields.contains(where: \.isFile)
        guard request.body.isEmpty || isForm || mediaType == "application/json" else {
            throw FreshdeskReplies.refusal(
                415, "unsupported_content_type", "Content-Type header is set to \(mediaType). It should be JSON")
        }
        var files: [String: [MultipartForm.Part]] = [:]
        let object: JSONObject
        if isForm {
            guard let form = MultipartForm(request.body, contentType: type) else {
                throw FreshdeskReplies.refusal(400, "invalid_multipart", "The form is not framed as RFC 2046 says")
            }
            object = Self.object(form, fields, &files)
        } else if request.body.isEmpty {
            object = JSONObject()
        } else {
            guard let parsed = try? JSONValue(parsing: request.body), let whole = parsed.objectValue else {
                throw FreshdeskReplies.refusal(
                    400, "invalid_json", "Request body has invalid json format")
            }
            object = whole
        }
        self.files = files
        values = FreshdeskField.judge(object, fields, isForm: isForm, &validation)
        if !isUpdate {
            for field in fields where field.isRequired && object[field.name] as JSONValue? == nil {
                validation.refuse(field.name, "missing_field", "Mandatory attribute missing")
            }
        }
    }

    /// What was sent for a key and is right; `nil` if it was not sent, `null` if it is to be cleared.
    subscript(name: String) -> JSONValue? { values[name] }

    subscript<Value: JSONReadable>(name: String) -> Value? { values[name] }

    func files(_ name: String) -> [MultipartForm.Part] { files[name] ?? [] }

    func time(_ name: String) -> Date? { values[name]?.stringValue.flatMap(FreshdeskTime.parse) }

    /// Names such as `tags[]` and `custom_fields[cf_region]` say what is an array and what an object.
    private static func object(
        _ form: MultipartForm, _ fields: [FreshdeskField], _ files: inout [String: [MultipartForm.Part]]
    ) -> JSONObject {
        var object = JSONObject()
        for part in form.parts {
            let text = JSONValue.string(String(decoding: part.content, as: UTF8.self))
            let match = part.name.wholeMatch(of: /([^\[\]]+)\[([^\[\]]*)\]/)
            let name = match.map { String($0.1) } ?? part.name
            let key = match.map { String($0.2) }
            if part.fileName != nil, key ?? "" == "", fields.contains(where: { $0.name == name && $0.isFile }) {
                files[name, default: []].append(part)
            } else if key == "" {
                object[name] = .array((object[name]?.arrayValue ?? []) + [text])
            } else if let key {
                var inner = object[name]?.objectValue ?? JSONObject()
                inner[key] = text
                object[name] = .object(inner)
            } else {
                object[name] = text
            }
        }
        return object
    }
}
