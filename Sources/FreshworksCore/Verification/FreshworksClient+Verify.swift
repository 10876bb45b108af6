extension FreshworksClient {
    /// Verifies the credential with one harmless call, or two where the first proves nothing, and says what to do.
    ///
    /// Whatever comes back is a verdict and not an error.
    /// - Parameter options: The deadline covers all of it; 30 seconds unless told.
    /// - Throws: `CancellationError` only.
    public func verify(_ options: CallOptions = CallOptions(deadline: .seconds(30))) async throws -> Verification {
        try await api.verify(options)
    }
}
