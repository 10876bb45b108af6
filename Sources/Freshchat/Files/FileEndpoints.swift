/// Files and images for messages. Source: Freshchat API v2, files and images.
public struct FileEndpoints: Sendable {
    let api: APIClient

    /// Uploads a file of up to 25 MB, streamed. `POST /files/upload`
    /// - Returns: The file, whose `part` a message can have.
    /// - Throws: ``FreshworksError/Code/requestTooLarge`` for more than 25 MB, ``FreshworksError/Code/invalidArgument`` for
    ///   an empty one and ``FreshworksError/Code/fileUnavailable``, all before anything is sent.
    @discardableResult
    public func upload(_ file: FileUpload, options: CallOptions = CallOptions()) async throws -> UploadedFile {
        try await api.send(
            Endpoint(
                "files.upload", .post, "files/upload",
                body: .multipart(try file.form("file"), limit: FileUpload.limit)), options)
    }

    /// Uploads an image of up to 25 MB, streamed. `POST /images/upload`
    ///
    /// Channels show smaller ones only, as a rule up to 5 MB.
    /// - Returns: The image, whose `part` a message can have.
    /// - Throws: As ``upload(_:options:)``, and ``FreshworksError/Code/invalidArgument`` for a content type that is no image's.
    @discardableResult
    public func uploadImage(_ image: FileUpload, options: CallOptions = CallOptions()) async throws -> UploadedImage {
        try await api.send(
            Endpoint(
                "images.upload", .post, "images/upload",
                body: .multipart(try image.form("image", kind: "image/"), limit: FileUpload.limit)), options)
    }
}

extension FreshchatClient {
    /// Files and images for messages.
    public var files: FileEndpoints { FileEndpoints(api: api) }
}
