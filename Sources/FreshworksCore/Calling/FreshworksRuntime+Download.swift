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
    /// - Parameter progress: Hears how far it is, as ``CallOptions/progress`` does.
    /// - Throws: As ``download(_:deadline:)``.
    public func download(
        _ url: URL, to file: URL, deadline: Duration = .seconds(600),
        progress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws {
        _ = try await fetch(url, to: .file(file), deadline: deadline, progress: progress)
    }

    private func fetch(
        _ url: URL, to destination: TransportRequest.Destination, deadline: Duration,
        progress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws -> TransportResponse {
        do {
            try url.checkIsEncrypted()
            let id = try callBegan()
            defer { callEnded(id) }
            var request = TransportRequest(.get, url, destination: destination, timeout: deadline)
            request.progress = progress
            let response = try await send(request, endedBy: ending(of: id))
            guard response.isSuccess else {
                throw response.hiding(url.signedTexts).failure(at: clock.wallNow)
            }
            return response
        } catch {
            let reason = reason(for: error)
            guard !(reason is CancellationError) else { throw reason }
            var error = FreshworksError(wrapping: reason)
            error.operation = "download"
            // The query holds the signature, and an error from below the whole address.
            error.requestLine = url.host().map { "GET \(url.scheme ?? "")://\($0)" }
            error.underlying = error.underlying.map { AddresslessError($0) }
            error.mayHaveBeenExecuted = false
            error.isHarmlessToRepeat = true
            if let status = error.status, (300..<500).contains(status), status != 429 {
                error.advice = "The address may have expired: read the record again and use its new one."
            }
            throw error
        }
    }
}

/// An error without what it says, which may hold a signed address.
private struct AddresslessError: Error, CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        description = "\(type(of: error)) \((error as NSError).code)"
    }
}

extension URL {
    /// What of a signed address whoever answers there could quote: all of it, its query, and the query's values.
    fileprivate var signedTexts: [String] {
        let address = PastedAddress(absoluteString)
        let values = address.suffix.split { "?&#".contains($0) }.compactMap {
            $0.split(separator: "=", maxSplits: 1).last
        }
        return [absoluteString, String(address.path), String(address.suffix)].filter { $0.utf8.count > 1 }
            + values.map { $0.removingPercentEncoding ?? String($0) }.filter { $0.utf8.count > 7 }
    }

    fileprivate func checkIsEncrypted() throws {
        let address = PastedAddress(absoluteString)
        guard address.scheme == "https" || (address.scheme == "http" && address.isLoopback) else {
            throw FreshworksError(
                .invalidArgument, "the address of the file is not https", advice: "Use it as the service gave it.")
        }
    }
}
