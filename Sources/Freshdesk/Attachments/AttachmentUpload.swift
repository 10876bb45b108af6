public import Foundation

/// A file to attach. All files of a ticket may have 20 MB together.
///
/// ```swift
/// let files: [AttachmentUpload] = [.file(at: logURL), .data(csv, filename: "rows.csv")]
/// try await freshdesk.tickets.reply(to: ticket.id, ReplyDraft(body: "<p>See the log.</p>"), attachments: files)
/// ```
public struct AttachmentUpload: Sendable, Hashable {
    private let content: Content
    private let filename: String?
    private let contentType: String

    private enum Content: Sendable, Hashable {
        case file(URL)
        case data(Data)
    }

    /// A file on disk, streamed when the request is sent; it must not change until then. People see the file's own name unless
    /// another is given.
    public static func file(
        at url: URL, filename: String? = nil, contentType: String = "application/octet-stream"
    ) -> AttachmentUpload {
        AttachmentUpload(content: .file(url), filename: filename, contentType: contentType)
    }

    /// A file held in memory.
    public static func data(
        _ data: Data, filename: String, contentType: String = "application/octet-stream"
    ) -> AttachmentUpload {
        AttachmentUpload(content: .data(data), filename: filename, contentType: contentType)
    }

    func add(to form: inout MultipartForm, as part: String) throws {
        try ArgumentCheck.notBlank(filename, part)
        switch content {
        case .file(let url): try form.addFile(part, at: url, filename: filename, contentType: contentType)
        case .data(let data): try form.addFile(part, data, filename: filename ?? "", contentType: contentType)
        }
    }
}
