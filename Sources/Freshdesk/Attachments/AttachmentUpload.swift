public import Foundation

/// A file to attach. All files of a ticket may have 20 MB together.
///
/// ```swift
/// ReplyDraft(body: "<p>See the log.</p>", attachments: [.file(at: logURL), .data(csv, name: "rows.csv")])
/// ```
public struct AttachmentUpload: Sendable, Hashable {
    private let content: Content
    private let name: String?
    private let contentType: String

    private enum Content: Sendable, Hashable {
        case file(URL)
        case data(Data)
    }

    /// A file on disk, streamed when the request is sent; it must not change until then.
    /// - Parameter name: The name that people see; the file's own unless given.
    public static func file(
        at url: URL, name: String? = nil, contentType: String = "application/octet-stream"
    ) -> AttachmentUpload {
        AttachmentUpload(content: .file(url), name: name, contentType: contentType)
    }

    /// A file held in memory.
    public static func data(
        _ data: Data, name: String, contentType: String = "application/octet-stream"
    ) -> AttachmentUpload {
        AttachmentUpload(content: .data(data), name: name, contentType: contentType)
    }

    func add(to form: inout MultipartForm, as part: String) throws {
        try ArgumentCheck.notBlank(name, part)
        switch (content, name) {
        case (.file(let url), let name): try form.addFile(part, at: url, fileName: name, contentType: contentType)
        case (.data(let data), let name):
            try form.addFile(part, data, fileName: name ?? "", contentType: contentType)
        }
    }
}
