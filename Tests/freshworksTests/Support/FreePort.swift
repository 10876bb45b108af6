import FreshworksSandbox
import TestSupport

/// Waits until a port of this machine can be listened on: nobody listens any more, and no connection of another test has
/// been given its number.
func untilFree(port: Int) async throws {
    try await eventually {
        guard let listener = try? LoopbackListener(port: UInt16(port), handler: { _ in }) else { return false }
        listener.stop()
        return true
    }
}
