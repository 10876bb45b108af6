import Dispatch
public import Foundation

/// A form with fields and files, as `multipart/form-data` (RFC 7578).
///
/// Files are streamed from disk, so a form takes little memory whatever its size; ``URLSessionTransport`` alone reads it into
/// memory on Linux. Quotes and line breaks in names are percent-encoded as browsers do (WHATWG HTML, "multipart form data");
/// other text goes out as UTF-8.
public struct MultipartForm: Sendable {
    private var parts: [MultipartPart] = []

    /// An empty form.
    public init() {}

    /// Adds a field. Services read a repeated name such as `tags[]` as a list.
    public mutating func add(_ name: String, _ value: String) {
        parts.append(MultipartPart(name: name, filename: nil, contentType: nil, content: .bytes(Data(value.utf8))))
    }

    /// Adds a file held in memory.
    /// - Throws: ``FreshworksError/Code/invalidHeaderField`` for a content type that is no header value.
    public mutating func addFile(
        _ name: String, _ data: Data, filename: String, contentType: String = "application/octet-stream"
    ) throws {
        try HeaderFields.check(name: "Content-Type", value: contentType)
        parts.append(MultipartPart(name: name, filename: filename, contentType: contentType, content: .bytes(data)))
    }

    /// Adds a file on disk. It is read when the form is sent.
    /// - Parameter filename: The name that the service shows; the file's own unless given.
    /// - Throws: ``FreshworksError/Code/invalidHeaderField`` for a content type that is no header value.
    public mutating func addFile(
        _ name: String, at url: URL, filename: String? = nil, contentType: String = "application/octet-stream"
    ) throws {
        try HeaderFields.check(name: "Content-Type", value: contentType)
        let filename = filename ?? url.lastPathComponent
        parts.append(MultipartPart(name: name, filename: filename, contentType: contentType, content: .file(url)))
    }

    /// Writes the form to a temporary file that only this user can read, and deletes it when `use` has ended.
    /// - Parameters:
    ///   - limit: How many bytes all fields and files may have together.
    ///   - use: Gets the file and the value for the request's `Content-Type`.
    /// - Throws: ``FreshworksError/Code/requestTooLarge`` and ``FreshworksError/Code/fileUnavailable`` before anything is
    ///   written, and what `use` throws.
    public func withTemporaryFile<Result>(
        limit: Int = .max, isolation: isolated (any Actor)? = #isolation,
        _ use: (_ file: URL, _ contentType: String) async throws -> Result
    ) async throws -> Result {
        let boundary = Self.makeBoundary()
        let queue = DispatchQueue(label: "multipart form")
        let file = try await queue.run { try write(boundary: boundary, limit: limit) }
        defer { file.remove() }
        return try await use(file.url, "multipart/form-data; boundary=\(boundary)")
    }

    private func write(boundary: String, limit: Int) throws -> PrivateFile {
        let sizes = try parts.map { try $0.size() }
        guard sizes.reduce(0, +) <= limit else {
            throw FreshworksError(
                .requestTooLarge, "the form's fields and files have more than the \(limit) bytes that are allowed",
                advice: "Send fewer or smaller files.")
        }
        let file = try PrivateFile(in: FileManager.default.temporaryDirectory, prefix: "swift-freshworks-form-")
        do {
            for (part, size) in zip(parts, sizes) {
                try file.write(Data("--\(boundary)\r\n\(part.head)\r\n".utf8))
                try part.copyContent(of: size, to: file)
                try file.write(Data("\r\n".utf8))
            }
            try file.write(Data("--\(boundary)--\r\n".utf8))
            try file.close()
            return file
        } catch {
            file.remove()
            throw error
        }
    }

    /// 128 random bits: no content has them by accident, and nobody can guess them to forge a part.
    private static func makeBoundary() -> String {
        let (high, low) = (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))
        return "swift-freshworks-" + String(high, radix: 36) + String(low, radix: 36)
    }
}

extension FreshworksError.Code {
    /// What the call wants to send is larger than the service takes: refused before anything is sent, or by status 413.
    public static let requestTooLarge = Self(rawValue: "request_too_large")
}
