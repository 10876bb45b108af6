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

    /// - Returns: The ids by which records know the files.
    mutating func add(_ parts: [FormBody.Part], now: Date) -> [JSONValue] {
        let added = parts.map { part in
            made += 1
            return FreshdeskAttachment(
                id: 70_112_000_000 + made, name: part.fileName ?? "", contentType: part.contentType ?? "text/plain",
                content: part.content, createdAt: now)
        }
        files += added
        return added.map { .int($0.id) }
    }

    mutating func remove(_ id: Int64) { files.removeAll { $0.id == id } }

    /// How many bytes some files have together.
    func size(of ids: [JSONValue]) -> Int {
        files.reduce(0) { $0 + (ids.contains(.int($1.id)) ? $1.content.count : 0) }
    }

    /// - Parameter sizeKey: `file_size` in tickets, `size` in conversations.
    func json(_ id: JSONValue?, sizeKey: String, _ request: SandboxRequest) -> JSONObject? {
        guard let file = files.first(where: { .int($0.id) == id }) else { return nil }
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
        Route<FreshdeskService>("DELETE", "attachments/{id}", scope: "tickets.edit", deleteAttachment)
    ]

    private static func deleteAttachment(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        guard let id = SandboxRequest.id(request.parameters["id"] ?? "") else { throw .empty(404) }
        func holdsFile(_ record: JSONObject) -> Bool { record["attachments"]?.arrayValue?.contains(.int(id)) ?? false }
        guard let collection = [tickets, conversations].first(where: { service.all($0).contains(where: holdsFile) })
        else { throw .empty(404) }
        if collection.path == "tickets", let ticket = service.all(tickets).first(where: holdsFile) {
            try requireLive(ticket, request)
        }
        try service.checkBare(request)
        service.change(collection, where: holdsFile) { record in
            record["attachments"] = .array((record["attachments"]?.arrayValue ?? []).filter { $0 != .int(id) })
        }
        service.attachments.remove(id)
        return .empty(204)
    }

    /// The files of a ticket or conversation, with links that work for a while.
    func files(of record: JSONObject, sizeKey: String, _ request: SandboxRequest) -> JSONValue {
        let ids = record["attachments"]?.arrayValue ?? []
        return .array(ids.compactMap { attachments.json($0, sizeKey: sizeKey, request).map(JSONValue.object) })
    }

    /// Refuses files that would make those of a ticket too big together.
    func checkFiles(_ writing: inout Writing, of ticket: JSONValue?) {
        let parts = writing.files("attachments")
        guard !parts.isEmpty else { return }
        let holders =
            [self[Self.tickets, ticket]].compactMap(\.self)
            + all(Self.conversations).filter { $0["ticket_id"] == ticket }
        let present = attachments.size(of: holders.flatMap { $0["attachments"]?.arrayValue ?? [] })
        if parts.reduce(present, { $0 + $1.content.count }) > FreshdeskAttachments.limit {
            let words = "The total size of attachments should not exceed 20 MB"
            writing.refuse("attachments", .said(code: "invalid_value", words))
        }
    }
}
