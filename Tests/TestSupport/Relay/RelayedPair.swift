import FreshworksSandbox

/// Two connections and what goes from each to the other, for the thread of one of them.
struct RelayedPair {
    /// The one that was accepted.
    let near: LoopbackConnection
    /// The one to the server.
    let far: LoopbackConnection

    /// What has come from the server and was not passed on.
    private var held: [UInt8] = []
    /// How many bytes have come from the client.
    private var sent = 0
    /// The length of the first TLS record, which is the client's greeting.
    private var greeting = 0

    init(near: LoopbackConnection, far: LoopbackConnection) {
        (self.near, self.far) = (near, far)
    }

    /// Whether the client has said more than its greeting: with TLS 1.3 it then wants nothing of a server before it sends its
    /// request.
    private var isPastGreeting: Bool { sent > greeting }

    /// Whether nothing is held back that the client may have.
    private func mayPass(_ holdsAnswers: Bool) -> Bool { !holdsAnswers || !isPastGreeting }

    /// Passes on what there is, and waits a moment if there is nothing.
    /// - Parameters:
    ///   - holdsAnswers: Whether to keep what comes from the server, asked when it has come.
    ///   - heard: Gets what the client said.
    /// - Returns: Whether both sides are still there.
    mutating func step(holdsAnswers: () -> Bool, heard: ([UInt8]) -> Void = { _ in }) -> Bool {
        do {
            if let bytes = try waiting(on: near) {
                guard !bytes.isEmpty else { return false }
                if sent == 0, bytes.count > 4 { greeting = 5 + Int(bytes[3]) * 256 + Int(bytes[4]) }
                sent += bytes.count
                heard(bytes)
                try far.write(bytes)
            }
            if let bytes = try waiting(on: far) {
                guard !bytes.isEmpty else { return false }
                held += bytes
            }
            if !held.isEmpty, mayPass(holdsAnswers()) {
                try near.write(held)
                held = []
            }
            return true
        } catch {
            return false
        }
    }

    /// What came within a millisecond; `nil` for nothing.
    private func waiting(on connection: LoopbackConnection) throws -> [UInt8]? {
        do {
            return try connection.read(timeout: .milliseconds(1))
        } catch LoopbackError.timedOut {
            return nil
        }
    }
}
