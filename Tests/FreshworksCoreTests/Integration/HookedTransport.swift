import FreshworksCore
import Synchronization

/// The transport of a runtime, which lets a test act at a certain request: when it is signed and not yet sent, and when its
/// answer is there.
final class HookedTransport: HTTPTransport {
    typealias Hook = @Sendable (_ number: Int) throws -> Void

    private let transport = TransportChoice.automatic.make(
        maximumConnections: 16, certificateAuthorities: nil, clock: SystemClock())
    private let count = Mutex(0)
    private let before: Hook
    private let after: Hook

    init(before: @escaping Hook = { _ in }, after: @escaping Hook = { _ in }) {
        self.before = before
        self.after = after
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let number = count.withLock { count in
            count += 1
            return count
        }
        try before(number)
        let response = try await transport.send(request)
        try after(number)
        return response
    }
}
