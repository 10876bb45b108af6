import FreshworksCore
import FreshworksSandbox

func readmeStore(table: @escaping @Sendable () async throws -> any VersionedStore) async throws {
    try await checkConformance(of: table)  // throws with the law that was broken
}
