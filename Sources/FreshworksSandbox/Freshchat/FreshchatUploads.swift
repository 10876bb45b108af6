import Foundation
import FreshworksCore

/// Files and images, which messages name by what their upload answered; and ratings, which nobody reads back.
extension FreshchatService {
    static let uploadRoutes = [
        Route<FreshchatService>("POST", "files/upload", scope: "files.create", uploadFile),
        Route<FreshchatService>("POST", "images/upload", scope: "images.create", uploadImage),
        Route<FreshchatService>("POST", "csat/{id}", scope: "csat.create", rate),
    ]

    private static let sizeLimit = 25 * 1024 * 1024

    private static func uploadFile(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let file = try upload("file", request)
        let name = file.fileName ?? ""
        return FreshchatReplies.ok([
            "file_name": .string(name), "file_size": .int(file.content.count),
            "file_content_type": .string(file.contentType ?? "application/octet-stream"),
            "file_extension_type": .string(name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""),
            "file_hash": .string(service.newID()), "file_security_status": "VALID",
        ])
    }

    private static func uploadImage(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let image = try upload("image", request)
        guard image.contentType?.lowercased().hasPrefix("image/") ?? false else {
            throw FreshchatReplies.invalid("IMAGE_EMPTY_CONTENT")
        }
        let id = service.newID()
        return FreshchatReplies.ok([
            "id": .string(id), "name": .string(image.fileName ?? ""),
            "content_type": .string(image.contentType ?? ""), "url": .string("\(request.downloadOrigin)/images/\(id)"),
        ])
    }

    private static func upload(_ name: String, _ request: SandboxRequest) throws(SandboxReply) -> FormBody.Part {
        guard let form = FormBody(request.body, contentType: request.headers["Content-Type"] ?? "") else {
            throw FreshchatReplies.invalid("the body is not a form")
        }
        guard form.parts.count == 1, let part = form.parts.first, part.name == name, part.fileName != nil else {
            throw FreshchatReplies.invalid("the form must hold one file called \(name)")
        }
        guard !part.content.isEmpty, part.content.count <= sizeLimit else {
            throw FreshchatReplies.invalid("\(name) must have 1 to \(sizeLimit) bytes")
        }
        return part
    }

    private static func rate(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let conversation = try service.record(of: conversations, request)
        // What a rating holds is not documented: any object will do.
        var rating = try request.freshchatBody()
        guard !rating.isEmpty else { throw FreshchatReplies.invalid("the rating must not be empty") }
        rating["id"] = .string(service.newID())
        rating["conversation_id"] = conversation["conversation_id"]
        return FreshchatReplies.ok(.object(rating))
    }

    /// An id for what is kept in no collection.
    mutating func newID() -> String {
        made += 1
        return ids.uuid()
    }
}
