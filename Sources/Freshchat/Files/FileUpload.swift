public import Foundation

/// A file to upload. Size and type are checked before anything is sent.
///
/// ```swift
/// let file = try await freshchat.files.upload(.file(at: logURL, contentType: "text/plain"))
/// try await freshchat.messages.send(MessageDraft(from: .agent(agentID), parts: [file.part]), to: conversationID)
/// ```
public struct FileUpload: Sendable, Hashable {
    private let content: Content
    private let filename: String
    private let contentType: String

    private enum Content: Sendable, Hashable {
        case file(URL)
        case data(Data)

        /// Not so of a file that cannot be read: whoever sends the form says what is wrong with it.
        var isEmpty: Bool {
            switch self {
            case .file(let url): (try? url.checkReadableFile()) == 0
            case .data(let data): data.isEmpty
            }
        }
    }

    /// The most bytes that the service takes: 25 MB (25 × 1024 × 1024 bytes).
    static let limit = 25 * 1024 * 1024

    /// A file on disk, streamed when the request is sent; it must not change until then.
    /// - Parameters:
    ///   - filename: What people see; the file's own name unless given.
    ///   - contentType: That of the name's ending unless given.
    public static func file(at url: URL, filename: String? = nil, contentType: String? = nil) -> FileUpload {
        let name = filename ?? url.lastPathComponent
        return FileUpload(content: .file(url), filename: name, contentType: contentType ?? Self.type(of: name))
    }

    /// A file held in memory.
    /// - Parameter contentType: That of the name's ending unless given.
    public static func data(_ data: Data, filename: String, contentType: String? = nil) -> FileUpload {
        FileUpload(content: .data(data), filename: filename, contentType: contentType ?? Self.type(of: filename))
    }

    /// The form with the file alone.
    /// - Parameter kind: What the content type has to start with, such as `image/`.
    func form(_ part: String, kind: String = "") throws -> MultipartForm {
        var check = ArgumentCheck()
        check.notBlank(filename, "\(part).filename")
        try check.include {
            guard contentType.lowercased().hasPrefix(kind), contentType.contains("/") else {
                throw ArgumentCheck.refusal(
                    "\(part).content_type", kind.isEmpty ? "must be a content type" : "must begin with \(kind)")
            }
        }
        if content.isEmpty {
            try check.include { throw ArgumentCheck.refusal(part, "must not be empty") }
        }
        try check.finish()
        var form = MultipartForm()
        switch content {
        case .file(let url): try form.addFile(part, at: url, filename: filename, contentType: contentType)
        case .data(let data): try form.addFile(part, data, filename: filename, contentType: contentType)
        }
        return form
    }

    private static func type(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "bmp": "image/bmp", "svg": "image/svg+xml", "heic": "image/heic", "pdf": "application/pdf",
        "txt": "text/plain", "log": "text/plain", "csv": "text/csv", "json": "application/json",
        "zip": "application/zip", "mp4": "video/mp4", "mp3": "audio/mpeg", "ogg": "audio/ogg",
    ]
}
