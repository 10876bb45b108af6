import Foundation
import FreshworksCore

/// A file that was sent with a ticket, a reply or a note.
struct FreshdeskAttachment: Sendable {
    let id: Int64
    let name: String
    let contentType: String
    let content: Data
    let createdAt: Date
}

/// All files of the account, and the addresses where they can be fetched for a while without a credential.
struct FreshdeskAttachments: Sendable {
    /// How long a link works, in seconds.
    static let lifetime = 300.0
    /// The most that the files of one ticket may have together.
    static let limit = 20 * 1024 * 1024

    private let seed: UInt64
    private var files: [FreshdeskAttachment] = []
    private var made: Int64 = 0

    init(seed: UInt64) { self.seed = seed }

    mutating func add(_ parts: [MultipartForm.Part], now: Date) -> [FreshdeskAttachment] {
        let added = parts.map { part in
            made += 1
            return FreshdeskAttachment(
                id: 70_112_000_000 + made, name: part.fileName ?? "", contentType: part.contentType ?? "text/plain",
                content: part.content, createdAt: now)
        }
        files += added
        return added
    }

    mutating func remove(_ id: Int64) { files.removeAll { $0.id == id } }

    /// - Parameter sizeKey: `file_size` in tickets, `size` in conversations.
    func json(_ file: FreshdeskAttachment, sizeKey: String, _ request: SandboxRequest) -> JSONValue {
        let expiry = Int(request.now.timeIntervalSince1970 + Self.lifetime)
        let path = "attachments/\(file.id)/\(PercentEncoding.encode(file.name))"
        let query = "expires=\(expiry)&sig=\(signature(file.id, expiry))"
        return [
            "id": .int(file.id), "name": .string(file.name), "content_type": .string(file.contentType),
            sizeKey: .int(file.content.count), "created_at": .seconds(file.createdAt),
            "updated_at": .seconds(file.createdAt),
            "attachment_url": .string("\(request.downloadOrigin)/\(path)?\(query)"), "thumb_url": .null,
        ]
    }

    /// Answers a download, whether or not it came with a credential that it did not need.
    func download(_ path: String, _ query: QueryText, now: Date) -> SandboxReply {
        let id = path.split(separator: "/").dropFirst().first.flatMap { Int64($0) }
        guard let file = files.first(where: { $0.id == id }) else { return .page(404, title: "There is no such file") }
        guard let expiry = query["expires"].flatMap({ Int($0) }), query["sig"] == signature(file.id, expiry),
            now.timeIntervalSince1970 <= Double(expiry)
        else { return .page(403, title: "The link has expired") }
        return SandboxReply(status: 200, headers: [("Content-Type", file.contentType)], body: file.content)
    }

    private func signature(_ id: Int64, _ expiry: Int) -> String {
        var generator = SeededGenerator(seed: seed, purpose: "freshdesk attachment \(id) until \(expiry)")
        return generator.alphanumerics(24)
    }
}

extension FreshdeskService {
    static let attachmentRoutes = [
        Route<FreshdeskService>("DELETE", "attachments/{id}") { request, service throws(SandboxReply) in
            try service.deleteAttachment(request)
        }
    ]

    private mutating func deleteAttachment(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let id = try request.id()
        if let index = tickets.firstIndex(where: { $0.attachments.contains { $0.id == id } }) {
            guard !tickets[index].isFrozen else { throw FreshdeskReplies.frozen(request) }
            try request.checkBare()
            tickets[index].attachments.removeAll { $0.id == id }
        } else if let index = conversations.firstIndex(where: { $0.attachments.contains { $0.id == id } }) {
            try request.checkBare()
            conversations[index].attachments.removeAll { $0.id == id }
        } else {
            throw .empty(404)
        }
        attachments.remove(id)
        return .empty(204)
    }

    /// Refuses files that would make those of a ticket too big together.
    func check(_ parts: [MultipartForm.Part], on ticketID: Int64?, _ validation: inout FreshdeskValidation) {
        guard !parts.isEmpty else { return }
        let present = tickets.first { $0.id == ticketID }?.attachments ?? []
        let talked = conversations.filter { $0.ticketID == ticketID }.flatMap(\.attachments)
        let size =
            parts.reduce(0) { $0 + $1.content.count } + (present + talked).reduce(0) { $0 + $1.content.count }
        if size > FreshdeskAttachments.limit {
            validation.refuse("attachments", "invalid_value", "The total size of attachments should not exceed 20 MB")
        }
    }
}
