public import Foundation

extension FreshworksRuntime {
    /// Fetches a file from a signed address, such as an attachment's, into memory, up to 32 MiB.
    ///
    /// The request carries no credential, is sent once, and follows no redirect; observers do not hear of it.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for an address that is not https (plain http is for loopback
    ///   alone), before anything is sent; ``FreshworksError`` for every status but 2xx; `CancellationError` when cancelled.
    public func download(_ url: URL, deadline: Duration = .seconds(60)) async throws -> Data {
        try await fetch(url, to: .memory(), deadline: deadline).body
    }

    /// Fetches a file of any size from a signed address to disk, where it replaces what was there when it is complete.
    /// - Throws: As ``download(_:deadline:)``.
    public func download(_ url: URL, to file: URL, deadline: Duration = .seconds(600)) async throws {
        _ = try await fetch(url, to: .file(file), deadline: deadline)
    }

    private func fetch(
        _ url: URL, to destination: TransportRequest.Destination, deadline: Duration
    ) async throws -> TransportResponse {
        do {
            try url.checkIsEncrypted()
            _ = try callBegan()
            defer { callEnded() }
            let request = TransportRequest(.get, url, destination: destination, timeout: deadline)
            let response = try await transport.send(request)
            guard response.isSuccess else { throw response.failure(at: clock.wallNow) }
            return response
        } catch var error as FreshworksError {
            error.operation = "download"
            // The query holds the signature.
            error.requestLine = url.host().map { "GET \(url.scheme ?? "")://\($0)" }
            error.mayHaveBeenExecuted = false
            if let status = error.status, status < 500 {
                error.advice = "The address may have expired: read the record again and use its new one."
            }
            throw error
        }
    }
}

extension URL {
    fileprivate func checkIsEncrypted() throws {
        let address = PastedAddress(absoluteString)
        guard address.scheme == "https" || (address.scheme == "http" && address.isLoopback) else {
            throw FreshworksError(
                .invalidArgument, "the address of the file is not https", advice: "Use it as the service gave it.")
        }
    }
}
