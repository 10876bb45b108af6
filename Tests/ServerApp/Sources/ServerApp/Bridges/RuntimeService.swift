import FreshworksCore
import ServiceLifecycle

/// Ends a runtime with the app.
///
/// Services are told to end in reverse order, so the runtime's turn comes when the server has answered its last request.
struct RuntimeService: Service {
    let runtime: FreshworksRuntime

    func run() async throws {
        do {
            try await gracefulShutdown()
        } catch is CancellationError {
            // The app ends because another service failed.
        }
        await runtime.shutdown(within: .seconds(20))
    }
}
