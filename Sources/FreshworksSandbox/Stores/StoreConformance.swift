public import FreshworksCore

/// Checks that a store keeps the laws of ``FreshworksCore/VersionedStore``. Call it in a test of a store of your own.
///
/// The store should hold nothing of value. All keys that are used contain a random word, except `.` and `..`, which are
/// left out if they are taken; all are deleted in the end, also after a failure.
/// - Parameter makeStore: Called twice; makes a handle onto the same data each time, as two processes would have.
/// - Throws: ``FreshworksCore/FreshworksError/Code/storeLawBroken`` with the law and how it was broken.
public func checkConformance(
    of makeStore: @Sendable () async throws -> any VersionedStore
) async throws {
    let trial = StoreTrial(try await makeStore(), try await makeStore())
    for law in StoreLaw.all {
        let result = await law.result(trial)
        await trial.cleanUp()
        try result.get()
    }
}

/// One thing that every store has to hold to.
struct StoreLaw: Sendable {
    let name: String
    let check: @Sendable (StoreTrial) async throws -> Void

    static let all = values + changes + keys + concurrency

    func result(_ trial: StoreTrial) async -> Result<Void, any Error> {
        do {
            return .success(try await check(trial))
        } catch let error as CancellationError {
            return .failure(error)
        } catch let breach as StoreBreach {
            return .failure(broken(breach.how))
        } catch {
            return .failure(broken("the store threw: \(error)", by: error))
        }
    }

    private func broken(_ how: String, by error: (any Error)? = nil) -> FreshworksError {
        FreshworksError(
            .storeLawBroken, "the store breaks the law \"\(name)\": \(how)",
            advice: "Do not use it before this is mended: changes could be lost.", underlying: error)
    }
}

/// How a law was broken.
struct StoreBreach: Error {
    let how: String

    init(_ how: String) { self.how = how }
}

extension FreshworksError.Code {
    /// A store does not do what every store has to.
    public static let storeLawBroken = Self(rawValue: "store_law_broken")
}
