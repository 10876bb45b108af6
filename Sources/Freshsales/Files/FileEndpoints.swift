public import Foundation

/// The files of a Freshsales account, and links to files elsewhere. Source: Freshworks CRM API, files.
public struct FileEndpoints: Sendable {
    let api: APIClient

    /// Uploads a file to a contact, sales account or deal. `POST /documents`
    ///
    /// The service documents no limit to its size; the file is streamed from disk by libcurl.
    /// - Parameters:
    ///   - upload: The file.
    ///   - target: The record to hang it on.
    ///   - isShared: Whether other users see it.
    ///   - options: Mind the deadline for large files.
    /// - Throws: ``FreshworksError/Code/fileUnavailable`` before anything is sent.
    @discardableResult
    public func upload(
        _ upload: DocumentUpload, to target: Target, isShared: Bool = true, options: CallOptions = CallOptions()
    ) async throws -> SalesDocument {
        try await api.send(
            Endpoint<SalesDocument>(
                "files.upload", .post, "documents",
                body: .multipart(try upload.form(to: target, isShared: isShared), limit: .max)
            ) { try $0.json().document("document") }.checking { try target.check() }, options)
    }

    /// Hangs a link to a file elsewhere on a contact, sales account or deal. `POST /document_links`
    /// - Parameters:
    ///   - url: Where the file is.
    ///   - name: What people read.
    ///   - target: The record to hang it on.
    ///   - isShared: Whether other users see it.
    ///   - options: For the call.
    @discardableResult
    public func link(
        _ url: URL, name: String, to target: Target, isShared: Bool = true, options: CallOptions = CallOptions()
    ) async throws -> SalesDocument {
        try await api.send(
            Endpoint<SalesDocument>(
                "files.link", .post, "document_links",
                body: .json([
                    "url": .string(url.absoluteString), "name": .string(name), "is_shared": .bool(isShared),
                    "targetable_id": target.id.jsonValue, "targetable_type": target.type.jsonValue,
                ])
            ) { try $0.json().document("document_link") }.checking {
                try ArgumentCheck.notBlank(name, "name")
                try target.check()
            }, options)
    }
}

extension Target {
    fileprivate func check() throws {
        try ArgumentCheck.id(id, "targetable_id")
        try ArgumentCheck.notBlank(type.rawValue, "targetable_type")
    }
}

extension JSONValue {
    /// A file under a root key, or as the whole answer: no documentation says which.
    fileprivate func document(_ root: String) throws -> SalesDocument {
        try record(at: self[root] == nil ? [] : [root])
    }
}

extension FreshsalesClient {
    /// The files of the account, and links to files elsewhere.
    public var files: FileEndpoints { FileEndpoints(api: api) }
}

extension RecordEndpoints where Record == Contact {
    /// The files and links of a contact. `GET /contacts/{id}/document_associations`
    public func documents(of id: Int64, options: CallOptions = CallOptions()) async throws -> SalesDocuments {
        try await api.send(
            Endpoint<SalesDocuments>(name("documents"), .get, "contacts/\(id)/document_associations") { response in
                let answer = try response.json()
                return SalesDocuments(
                    documents: try answer.records(at: ["documents"]),
                    links: try answer.records(at: ["document_links"]),
                    users: answer["users"] == nil ? [] : try answer.records(at: ["users"]))
            }, options)
    }
}
