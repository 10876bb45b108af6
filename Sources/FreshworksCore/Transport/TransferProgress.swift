import Synchronization

/// How far the bodies of one exchange have come, in bytes.
public struct TransferProgress: Sendable, Hashable {
    /// How much of the request's body has been sent: handed to the connection, which the service need not have read yet.
    public internal(set) var bytesSent = 0
    /// The length of the request's body. A form with files is a little longer than the files.
    public let bytesToSend: Int
    /// How much of the answer's body has come, unpacked.
    public internal(set) var bytesReceived = 0
    /// The length of the answer's body; `nil` until its head has come, and where that does not say or the body is packed.
    public internal(set) var bytesToReceive: Int?

    init(bytesToSend: Int) { self.bytesToSend = bytesToSend }
}

/// Counts what an exchange moves, and reports it.
///
/// The reports of one exchange come one at a time, each with no less than the one before.
final class TransferMeter: Sendable {
    private let report: @Sendable (TransferProgress) -> Void
    private let progress: Mutex<TransferProgress>

    /// `nil` where nobody wants to know.
    init?(_ request: TransportRequest) {
        guard let report = request.progress else { return nil }
        self.report = report
        let length =
            switch request.body {
            case .none: 0
            case .bytes(let data): data.count
            case .file(let url): (try? url.checkReadableFile()) ?? 0
            }
        progress = Mutex(TransferProgress(bytesToSend: length))
    }

    /// Of the request's body so much has been sent in all.
    func sent(_ total: Int) { move { $0.bytesSent = max($0.bytesSent, min(total, $0.bytesToSend)) } }

    /// The answer's head has come.
    /// - Parameter length: Of its body as it will be counted, where that is known.
    func receives(_ length: Int?) { progress.withLock { $0.bytesToReceive = length } }

    /// More of the answer's body has come.
    func received(_ count: Int) { move { $0.bytesReceived += count } }

    /// A whole answer has come, which a server gives when it has read the request.
    func answered() { move { $0.bytesSent = $0.bytesToSend } }

    private func move(_ change: (inout TransferProgress) -> Void) {
        let now = progress.withLock { progress -> TransferProgress? in
            let before = progress
            change(&progress)
            return progress == before ? nil : progress
        }
        if let now { report(now) }
    }
}
