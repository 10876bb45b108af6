/// Waits until something is so that happens beside the test. There is no limit: a machine may be slow.
package nonisolated(nonsending) func eventually(_ condition: () throws -> Bool) async throws {
    while try !condition() { try await Task.sleep(for: .milliseconds(1)) }
}
