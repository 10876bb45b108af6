/// The replies that agents have ready. All calls need an administrator's key, and none can be deleted. Source: Freshdesk API v2, canned
/// responses: `GET /canned_responses/{id}` and what stands at the functions. Those of a folder are listed by ``folders``.
public struct CannedResponseEndpoints: FetchedRecords {
    /// What is there.
    public typealias Record = CannedResponse
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "canned_responses" }

    /// The folders.
    public var folders: CannedResponseFolderEndpoints { CannedResponseFolderEndpoints(api: api) }

    /// Creates a canned response. `POST /canned_responses`
    /// - Parameter attachments: Files that go out with it, 20 MB together.
    @discardableResult
    public func create(
        _ draft: CannedResponseDraft, attachments: [AttachmentUpload] = [], options: CallOptions = CallOptions()
    ) async throws -> CannedResponse {
        try await api.send(
            Endpoint(name("create"), .post, path, body: try .json(draft, files: .attachments(attachments))), options)
    }

    /// Changes a canned response. `PUT /canned_responses/{id}`
    /// - Parameter attachments: Files to add, 20 MB together with those it has.
    @discardableResult
    public func update(
        _ id: Int64, _ update: CannedResponseUpdate, attachments: [AttachmentUpload] = [],
        options: CallOptions = CallOptions()
    ) async throws -> CannedResponse {
        try await api.send(
            Endpoint(
                name("update"), .put, "\(path)/\(id)", body: try .json(update, files: .attachments(attachments)),
                safeToRepeat: attachments.isEmpty), options)
    }

    /// Creates many canned responses. `POST /canned_responses/bulk`
    ///
    /// The service goes on by itself; ``JobEndpoints/wait(for:deadline:options:onProgress:)`` waits for it.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` without drafts and for each that is not complete, before anything is sent.
    public func create(_ drafts: [CannedResponseDraft], options: CallOptions = CallOptions()) async throws -> Job {
        let errors = drafts.isEmpty ? [.missing("canned_responses")] : drafts.flatMap(\.fieldErrors)
        return try await api.send(
            Endpoint(
                name("bulk_create"), .post, "\(path)/bulk",
                body: .json(["canned_responses": drafts.jsonValue], refusing: errors)), options)
    }
}

/// The folders of canned responses. All calls need an administrator's key, and none can be deleted. Source: Freshdesk API v2, canned
/// responses: `GET` and `POST /canned_response_folders`, `GET` and `PUT /canned_response_folders/{id}`.
public struct CannedResponseFolderEndpoints: PagedRecords, FetchedRecords, CreatedRecords, UpdatedRecords {
    /// What is there.
    public typealias Record = CannedResponseFolder
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "canned_response_folders" }

    /// The canned responses of a folder, whole. `GET /canned_response_folders/{id}/responses`
    /// - Parameters:
    ///   - id: The folder.
    ///   - pageSize: 1 to 100 canned responses per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func responses(
        in id: Int64, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<CannedResponse> {
        api.list(
            ListEndpoint(
                "canned_response_folders.responses", "canned_response_folders/\(id)/responses",
                query: .page(of: pageSize), paging: .linkHeader), from: cursor, options)
    }
}

extension FreshdeskClient {
    /// The replies that agents have ready.
    public var cannedResponses: CannedResponseEndpoints { CannedResponseEndpoints(api: administration) }
}
