public import Foundation

/// The files of tickets, replies and notes. Source: Freshdesk API v2, attachments.
///
/// Downloads go out without the credential: the address of a file is signed by itself and leads to another host.
public struct AttachmentEndpoints: Sendable {
    let api: APIClient

    /// Fetches a file into memory, up to 32 MiB.
    /// - Throws: ``FreshworksError``, as ``FreshworksRuntime/download(_:deadline:)``; when the address has expired, get the ticket
    ///   again, or use ``download(_:of:deadline:options:)``.
    public func download(_ attachment: FileAttachment, deadline: Duration = .seconds(60)) async throws -> Data {
        try await api.runtime.download(try attachment.address(), deadline: deadline)
    }

    /// Fetches a file of any size to disk, where it replaces what was there when it is complete.
    /// - Parameter progress: Hears how far it is.
    /// - Throws: ``FreshworksError``, as ``FreshworksRuntime/download(_:to:deadline:progress:)``.
    public func download(
        _ attachment: FileAttachment, to file: URL, deadline: Duration = .seconds(600),
        progress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws {
        try await api.runtime.download(try attachment.address(), to: file, deadline: deadline, progress: progress)
    }

    /// Fetches a file of a ticket, or of one of its replies and notes, into memory, up to 32 MiB. Where its address has expired, the
    /// ticket is read again for a fresh one, and its replies and notes if need be.
    /// - Throws: ``FreshworksError``, as ``FreshworksRuntime/download(_:deadline:)``; ``FreshworksError/Code/notFound`` when the ticket
    ///   has no such file any more.
    public func download(
        _ attachment: FileAttachment, of ticket: Int64, deadline: Duration = .seconds(60),
        options: CallOptions = CallOptions()
    ) async throws -> Data {
        try await renewing(attachment, of: ticket, options) { try await download($0, deadline: deadline) }
    }

    /// Fetches a file of a ticket, or of one of its replies and notes, of any size to disk, where it replaces what was there when it is
    /// complete. Where its address has expired, the ticket is read again for a fresh one, and its replies and notes if need be.
    /// - Parameter options: For reading the ticket; its ``CallOptions/progress`` hears how far the file is, and of the ticket nothing.
    /// - Throws: ``FreshworksError``, as ``FreshworksRuntime/download(_:to:deadline:progress:)``;
    ///   ``FreshworksError/Code/notFound`` when the ticket has no such file any more.
    public func download(
        _ attachment: FileAttachment, of ticket: Int64, to file: URL, deadline: Duration = .seconds(600),
        options: CallOptions = CallOptions()
    ) async throws {
        let progress = options.progress
        var options = options
        options.progress = nil
        try await renewing(attachment, of: ticket, options) {
            try await download($0, to: file, deadline: deadline, progress: progress)
        }
    }

    private func renewing<Result>(
        _ attachment: FileAttachment, of ticket: Int64, _ options: CallOptions,
        _ download: (FileAttachment) async throws -> Result
    ) async throws -> Result {
        do {
            return try await download(attachment)
        } catch let error as FreshworksError where attachment.url == nil || error.meansExpired {
            return try await download(try await fresh(attachment.id, of: ticket, options))
        }
    }

    private func fresh(_ id: Int64, of ticket: Int64, _ options: CallOptions) async throws -> FileAttachment {
        let tickets = TicketEndpoints(api: api)
        let own = try await tickets.get(ticket, options: options).attachments ?? []
        if let file = own.first(where: { $0.id == id }) { return file }
        for try await conversation in tickets.conversations(of: ticket, options: options) {
            if let file = conversation.attachments?.first(where: { $0.id == id }) { return file }
        }
        throw FreshworksError(
            .notFound, "the ticket has no such file any more", advice: "It was deleted, or is of another ticket.")
    }

    /// Deletes a file. `DELETE /attachments/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("attachments.delete", .delete, "attachments/\(id)"), options)
    }
}

extension FreshworksError {
    /// Whether a signed address answers as those do that have expired.
    fileprivate var meansExpired: Bool { status.map { (300..<500).contains($0) && $0 != 429 } ?? false }
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
