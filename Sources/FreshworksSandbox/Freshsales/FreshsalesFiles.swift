import Foundation
import FreshworksCore

/// Files, links to files and phone calls.
extension FreshsalesService {
    static let fileRoutes = [
        Route<FreshsalesService>("POST", "documents", scope: "documents.create", upload),
        Route<FreshsalesService>("POST", "document_links", scope: "documents.create", link),
        Route<FreshsalesService>("GET", "contacts/{id}/document_associations", scope: "contacts.view", files),
        Route<FreshsalesService>("POST", "phone_calls", scope: "phone_calls.create", call),
    ]

    private static func upload(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        guard let form = FormBody(request.body, contentType: request.headers["Content-Type"] ?? ""),
            let file = form.parts.first(where: { $0.name == "file" && $0.fileName != nil })
        else { throw FreshsalesReplies.errors(400, "File can't be blank") }
        func text(_ name: String) -> String? {
            form.parts.first { $0.name == name }.map { String(decoding: $0.content, as: UTF8.self) }
        }
        let made = try service.file(
            named: text("file_name") ?? file.fileName ?? "", isShared: text("is_shared") == "true",
            type: text("targetable_type"), id: text("targetable_id").flatMap { Int64($0) }, request)
        var document = made
        document["url"] = .string("https://\(HostDoors.downloadHost)/documents/\(made["id"] ?? .null)")
        document["content_file_size"] = .int(file.content.count)
        document["content_file_size_readable"] = .string("\(file.content.count) Bytes")
        document["content_content_type"] = .string(file.contentType ?? "application/octet-stream")
        document["content_updated_at"] = .zoned(request.now)
        service.files.append(document)
        return .json(200, ["document": .object(document)])
    }

    private static func link(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshsalesBody()
        guard let url = body["url"]?.stringValue, !url.isEmpty else {
            throw FreshsalesReplies.errors(400, "Url can't be blank")
        }
        var link = try service.file(
            named: body["name"]?.stringValue ?? "", isShared: body["is_shared"] == true,
            type: body["targetable_type"]?.stringValue, id: body["targetable_id"]?.int64Value, request)
        link["url"] = .string(url)
        service.files.append(link)
        return .json(200, ["document_link": .object(link)])
    }

    private mutating func file(
        named name: String, isShared: Bool, type: String?, id: Int64?, _ request: SandboxRequest
    ) throws(SandboxReply) -> JSONObject {
        if name.isEmpty { throw FreshsalesReplies.errors(400, "Name can't be blank") }
        guard let type, let id, type != "Lead", let path = Self.targets[type], holds(.int(id), in: path) else {
            throw FreshsalesReplies.errors(400, "The value for targetable_id is invalid.")
        }
        lastID += 1
        return [
            "id": .int(lastID), "name": .string(name), "url": .null, "is_shared": .bool(isShared), "is_attached": true,
            "content_file_size": .null, "content_file_size_readable": .null, "content_content_type": .null,
            "content_updated_at": .null, "created_at": .zoned(request.now), "creater_id": me["id"] ?? .null,
            "targetable_id": .int(id), "targetable_type": .string(type), "msg": .null,
        ]
    }

    private static func files(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let contact = try service.record(of: contacts, request)
        let own = service.files.filter { $0["targetable_type"] == "Contact" && $0["targetable_id"] == contact["id"] }
        func rows(_ areFiles: Bool) -> JSONValue {
            .array(own.filter { ($0["content_file_size"] != .null) == areFiles }.map(JSONValue.object))
        }
        return .json(
            200, ["documents": rows(true), "document_links": rows(false), "users": [.object(service.me)]])
    }

    /// A call is said in JSON or as a form. A text where an object belongs makes the service fail.
    private static func call(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let call = try phoneCall(request)
        if call["targetable"]?.stringValue != nil || call["note"]?.stringValue != nil {
            throw .page(500, title: "We're sorry, but something went wrong")
        }
        let type = call["targetable_type"]?.stringValue?.lowercased().replacing("_", with: "") ?? ""
        let kind = targets.first { $0.key.lowercased() == type }
        let id = call["targetable"]?["id"].flatMap { id in id.int64Value ?? id.stringValue.flatMap { Int64($0) } }
        guard
            let direction = ["true": true, "false": false][call["call_direction"]?.description ?? ""]
                ?? call["call_direction"]?.stringValue.map({ $0 == "true" })
        else { throw FreshsalesReplies.errors(400, "Call direction can't be blank") }
        guard let kind, let id, service.holds(.int(id), in: kind.value) else {
            throw FreshsalesReplies.errors(400, "The value for targetable is invalid.")
        }
        service.lastID += 2
        var note: JSONObject?
        if let text = call["note"]?["description"]?.stringValue {
            let target: JSONObject = ["type": .string(kind.key), "id": .int(id)]
            var made = service.blank(notes, id: .int(service.lastID - 1), at: request.now)
            made["description"] = .string(text)
            made["targetable"] = .object(target)
            service.keep(made, notes)
            note = made
        }
        let answer: JSONObject = [
            "id": .int(service.lastID), "call_direction": .bool(direction),
            "targetable": ["type": .string(kind.key), "id": .int(id)], "note_id": note?["id"] ?? .null,
            "call_duration": .null, "recording_duration": .null, "status": "completed", "recording": .null,
            "conversation_time": .zoned(request.now), "cost": .null, "is_manual": true, "phone_number_id": .null,
            "phone_caller_id": .null,
        ]
        return .json(
            200,
            [
                "notes": .array([note].compactMap { $0.map { .object(notes.visible($0, inList: false)) } }),
                "phone_numbers": [], "phone_callers": [], "phone_call": .object(answer),
            ])
    }

    /// What a request says of a call: names such as `phone_call[note][description]` of a form say where a value belongs.
    private static func phoneCall(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        let type = request.headers["Content-Type"] ?? ""
        guard FormBody.Parameters(type).value == "multipart/form-data" else {
            let body = try request.freshsalesBody()
            return body["phone_call"]?.objectValue ?? body
        }
        guard let form = FormBody(request.body, contentType: type) else {
            throw FreshsalesReplies.errors(400, "The body is not a form.")
        }
        var call = JSONObject()
        for part in form.parts {
            let text = JSONValue.string(String(decoding: part.content, as: UTF8.self))
            guard let match = part.name.wholeMatch(of: /phone_call\[([a-z_]+)\](?:\[([a-z_]+)\])?/) else { continue }
            call.set(String(match.2 ?? match.1), inside: match.2 == nil ? nil : String(match.1), to: text)
        }
        return call
    }
}
