import FreshworksConnections
import FreshworksCore

/// The rotations that users have announced and not finished: calls whose credential is rejected wait for the next one.
actor AnnouncedRotations {
    private static let limit = Duration.seconds(600)

    private let registry: ConnectionRegistry
    private var open: [String: Rotation] = [:]

    private struct Rotation {
        let pasted: AsyncStream<Credential>.Continuation
        let end: Task<Connection, any Error>
    }

    init(_ registry: ConnectionRegistry) { self.registry = registry }

    /// Announces that a connection gets a new credential. It stands in the store when this returns.
    /// - Throws: Why it cannot be announced.
    func announce(_ id: String) async throws {
        // The user has gone back to the page and begins anew.
        open.removeValue(forKey: id)?.pasted.finish()
        let pasted = AsyncStream.makeStream(of: Credential.self)
        let announced = AsyncThrowingStream.makeStream(of: Void.self)
        let end = Task { [registry] in
            do {
                return try await registry.rotateCredential(of: id, within: Self.limit) {
                    announced.continuation.finish()
                    for await credential in pasted.stream { return credential }
                    throw CancellationError()
                }
            } catch {
                announced.continuation.finish(throwing: error)
                throw error
            }
        }
        open[id] = Rotation(pasted: pasted.continuation, end: end)
        Task {
            try? await Task.sleep(for: Self.limit)
            pasted.continuation.finish()
        }
        for try await _ in announced.stream {}
    }

    /// Hands over the new credential, which is verified and stored.
    /// - Returns: The connection; `nil` if nothing was announced, or its time is over.
    func finish(_ id: String, with credential: Credential) async throws -> Connection? {
        guard let rotation = open.removeValue(forKey: id) else { return nil }
        if case .terminated = rotation.pasted.yield(credential) { return nil }
        rotation.pasted.finish()
        return try await rotation.end.value
    }
}
