import FreshworksCore
import FreshworksSandbox

func readmeStore(makeStore: @escaping @Sendable () async throws -> any VersionedStore) async throws {
    try await checkConformance { try await makeStore() }  // called twice; throws with the law that was broken
}
