public import Foundation

/// A file to upload.
///
/// ```swift
/// try await freshsales.files.upload(.file(at: offerURL), to: .deal(deal.id))
/// ```
public struct DocumentUpload: Sendable, Hashable {
    private let content: Content
    private let filename: String
    private let contentType: String

    private enum Content: Sendable, Hashable {
        case file(URL)
        case data(Data)
    }

    /// A file on disk, streamed when the request is sent; it must not change until then. People see the file's own name unless
    /// another is given.
    public static func file(
        at url: URL, filename: String? = nil, contentType: String = "application/octet-stream"
    ) -> DocumentUpload {
        DocumentUpload(
            content: .file(url), filename: filename ?? url.lastPathComponent, contentType: contentType)
    }

    /// A file held in memory.
    public static func data(
        _ data: Data, filename: String, contentType: String = "application/octet-stream"
    ) -> DocumentUpload {
        DocumentUpload(content: .data(data), filename: filename, contentType: contentType)
    }

    /// The form that uploads the file.
    func form(to target: Target, isShared: Bool) throws -> MultipartForm {
        var form = MultipartForm()
        form.add("file_name", filename)
        form.add("is_shared", isShared.queryText)
        form.add("targetable_id", target.id.queryText)
        form.add("targetable_type", target.type.rawValue)
        try ArgumentCheck.notBlank(filename, "file_name")
        switch content {
        case .file(let url): try form.addFile("file", at: url, filename: filename, contentType: contentType)
        case .data(let data): try form.addFile("file", data, filename: filename, contentType: contentType)
        }
        return form
    }
}
