public import Foundation

/// The files of tickets, replies and notes. Source: Freshdesk API v2, attachments.
///
/// Downloads go out without the credential: the address of a file is signed by itself and leads to another host.
public struct AttachmentEndpoints: Sendable {
    let api: APIClient

    /// Fetches a file into memory, up to 32 MiB.
    /// - Throws: ``FreshworksError``, as ``FreshworksRuntime/download(_:deadline:)``; when the address has expired, get the ticket again.
    public func download(_ attachment: FileAttachment, deadline: Duration = .seconds(60)) async throws -> Data {
        try await api.runtime.download(try attachment.address(), deadline: deadline)
    }

    /// Fetches a file of any size to disk, where it replaces what was there when it is complete.
    /// - Throws: ``FreshworksError``, as ``FreshworksRuntime/download(_:to:deadline:)``.
    public func download(
        _ attachment: FileAttachment, to file: URL, deadline: Duration = .seconds(600)
    ) async throws {
        try await api.runtime.download(try attachment.address(), to: file, deadline: deadline)
    }

    /// Deletes a file. `DELETE /attachments/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("attachments.delete", .delete, "attachments/\(id)"), options)
    }
}

extension FileAttachment {
    fileprivate func address() throws -> URL {
        guard let url = self.url else { throw ArgumentCheck.refusal("attachment_url", "the attachment has no address") }
        return url
    }
}

extension FreshdeskClient {
    /// The files of tickets, replies and notes.
    public var attachments: AttachmentEndpoints { AttachmentEndpoints(api: api) }
}
