package import Foundation

/// Where programs that call the same accounts count their calls together, so that the service refuses none of them.
///
/// Without one they share an account's limit by what the service stamps on their answers, and now and then one call is
/// refused. With one in every program, each claims calls before it makes them: a write to the store for each hundredth of
/// the limit. Their clocks may differ by less than a second. While the store cannot be reached, calls go all the same.
///
/// ```swift
/// let store = try FileStore(directory: folder)
/// let runtime = FreshworksRuntime(.init(sharedLimits: SharedLimits(in: store)))
/// ```
public struct SharedLimits: Sendable {
    /// Changes what stands under a key, or leaves it for `nil`, and gives the answer that goes with what has happened.
    package typealias Change = @Sendable (Data?) -> (data: Data?, answer: SharedAnswer?)

    private let update: @Sendable (_ key: String, _ change: Change) async throws -> SharedAnswer?

    /// - Parameter update: Makes a change wholly or not at all, in turns with those of other programs.
    package init(update: @escaping @Sendable (_ key: String, _ change: Change) async throws -> SharedAnswer?) {
        self.update = update
    }

    func change(_ key: String, _ change: Change) async throws -> SharedAnswer? { try await update(key, change) }
}
