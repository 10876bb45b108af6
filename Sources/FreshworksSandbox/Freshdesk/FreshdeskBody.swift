import Foundation
import FreshworksCore

extension RecordBody {
    /// Reads the body of a request to Freshdesk: JSON, or a form where there are files to send.
    /// - Throws: 415 for another content type, 400 for a body that cannot be read.
    init(freshdesk request: SandboxRequest, _ keys: [RecordKey]) throws(SandboxReply) {
        flaws = request.query.strangers(besides: [])
        let type = request.headers["Content-Type"] ?? ""
        let mediaType = FormBody.Parameters(type).value
        isForm = mediaType == "multipart/form-data" && keys.contains(where: \.isFile)
        guard request.body.isEmpty || isForm || mediaType == "application/json" else {
            throw FreshdeskReplies.refusal(
                415, "unsupported_content_type", "Content-Type header is set to \(mediaType). It should be JSON")
        }
        if isForm {
            guard let form = FormBody(request.body, contentType: type) else {
                throw FreshdeskReplies.refusal(400, "invalid_multipart", "The form is not framed as RFC 2046 says")
            }
            for part in form.parts { read(part, keys) }
        } else if !request.body.isEmpty {
            guard let whole = (try? JSONValue(parsing: request.body))?.objectValue else {
                throw FreshdeskReplies.refusal(400, "invalid_json", "Request body has invalid json format")
            }
            object = whole
        }
    }

    /// Names such as `tags[]` and `custom_fields[cf_region]` say what is an array and what an object.
    private mutating func read(_ part: FormBody.Part, _ keys: [RecordKey]) {
        let text = JSONValue.string(String(decoding: part.content, as: UTF8.self))
        let match = part.name.wholeMatch(of: /([^\[\]]+)\[([^\[\]]*)\]/)
        let name = match.map { String($0.1) } ?? part.name
        let key = match.map { String($0.2) }
        if part.fileName != nil, key ?? "" == "", keys.contains(where: { $0.name == name && $0.isFile }) {
            files[name, default: []].append(part)
        } else if key == "" {
            object[name] = .array((object[name]?.arrayValue ?? []) + [text])
        } else {
            object.set(key ?? name, inside: key == nil ? nil : name, to: text)
        }
    }
}

extension QueryText {
    /// A flaw for each parameter that a call does not know.
    func strangers(besides names: Set<String>) -> [Flaw] {
        var seen = names
        return items.filter { seen.insert($0.name).inserted }.map { Flaw($0.name, .unknown) }
    }
}
