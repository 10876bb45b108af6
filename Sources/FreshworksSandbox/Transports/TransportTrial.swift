import Foundation
import FreshworksCore

/// A transport, the server that it is tried on, and what the laws ask of both.
final class TransportTrial: Sendable {
    let transport: any HTTPTransport
    let server: OddServer
    let patience: Duration
    /// The machine's, by which transports go.
    private let clock: any RuntimeClock = SystemClock()
    private let folder: URL

    init(_ transport: any HTTPTransport, patience: Duration) throws {
        self.transport = transport
        self.patience = patience
        server = try OddServer()
        folder = FileManager.default.temporaryDirectory.appending(
            path: "freshworks-conformance-" + String(UInt64.random(in: 0 ... .max), radix: 36))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Ends the server, and with it what a transport still waits for, and removes the files.
    func end() {
        server.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    // MARK: - Addresses and files

    /// An address at which the server does always the same.
    func address(_ steps: OddServer.Step...) throws -> URL { try server.address { _ in steps } }

    /// An address that answers a request with its body.
    func echo() throws -> URL { try server.address { [.answer(200, [], $0.body)] } }

    /// A folder that nobody has used yet.
    func emptyFolder() throws -> URL {
        let folder = folder.appending(path: String(UInt64.random(in: 0 ... .max), radix: 36))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
    }

    // MARK: - Calls

    /// What a call ends with.
    func end(
        of call: Task<TransportResponse, any Error>, _ what: String
    ) async throws
        -> Result<TransportResponse, any Error>
    {
        let (ends, continuation) = AsyncStream.makeStream(of: Result<TransportResponse, any Error>?.self)
        // Not in a group, which would wait for a call that takes no notice of its cancellation.
        Task { continuation.yield(await call.result) }
        let alarm = Task { [clock, patience] in
            try? await clock.sleep(for: patience)
            continuation.yield(nil)
        }
        defer {
            alarm.cancel()
            call.cancel()
        }
        for await end in ends {
            guard let end else { throw TransportBreach("\(what) has not ended within \(patience)") }
            return end
        }
        throw CancellationError()
    }

    /// Makes a call that must be answered.
    func answer(to request: TransportRequest, _ what: String) async throws -> TransportResponse {
        let call = Task { [transport] in try await transport.send(request) }
        switch try await end(of: call, what) {
        case .success(let response): return response
        case .failure(let error):
            try Task.checkCancellation()
            throw TransportBreach("\(what) failed: \(error)", by: error)
        }
    }

    /// Makes a call that must fail.
    /// - Parameters:
    ///   - codes: The codes that say it rightly.
    ///   - isExecuted: Whether it may have been executed; `nil` leaves that to whether the request has arrived.
    @discardableResult
    func failure(
        of request: TransportRequest, _ what: String, _ codes: FreshworksError.Code..., isExecuted: Bool? = nil
    ) async throws -> FreshworksError {
        let call = Task { [transport] in try await transport.send(request) }
        let end = try await end(of: call, what)
        try Task.checkCancellation()
        switch end {
        case .success(let response): throw TransportBreach("\(what) got an answer with status \(response.status)")
        case .failure(let error as FreshworksError):
            guard codes.contains(error.code) else {
                let expected = codes.map(\.rawValue).joined(separator: " or ")
                throw TransportBreach("\(what) failed with \(error.code) instead of \(expected)", by: error)
            }
            let hasArrived = !server.requests(to: request.url).isEmpty
            guard error.mayHaveBeenExecuted || isExecuted ?? hasArrived == false else {
                throw TransportBreach("\(what) has arrived, and its error says that it cannot have been executed")
            }
            guard !error.mayHaveBeenExecuted || isExecuted ?? true else {
                throw TransportBreach("nothing was sent of \(what), and its error says that it may have been executed")
            }
            return error
        case .failure(let error):
            throw TransportBreach("\(what) failed with \(type(of: error)), which is no FreshworksError", by: error)
        }
    }

    /// Makes a call and cancels it once the server has it.
    func cancellation(of request: TransportRequest, _ what: String) async throws {
        let call = Task { [transport] in try await transport.send(request) }
        do {
            try await until("the request of \(what) has arrived") { [server] in
                !server.requests(to: request.url).isEmpty
            }
        } catch {
            call.cancel()
            throw error
        }
        call.cancel()
        try await expectCancellation(of: call, what)
    }

    /// Expects the error of cancellation.
    func expectCancellation(of call: Task<TransportResponse, any Error>, _ what: String) async throws {
        switch try await end(of: call, what) {
        case .success(let response): throw TransportBreach("\(what) got an answer with status \(response.status)")
        case .failure(let error):
            guard !(error is CancellationError) else { return }
            throw TransportBreach("\(what) failed with \(error) instead of CancellationError", by: error)
        }
    }

    /// Waits for something that comes soon.
    func until(_ what: String, _ isSo: () throws -> Bool) async throws {
        let limit = clock.monotonicNow + patience
        while try !isSo() {
            guard clock.monotonicNow < limit else {
                throw TransportBreach("it is not so within \(patience) that \(what)")
            }
            try await clock.sleep(for: .milliseconds(1))
        }
    }

    // MARK: - Expectations

    /// Expects that something is as the law says.
    func expect(_ isSo: Bool, _ how: @autoclosure () -> String) throws {
        if !isSo { throw TransportBreach(how()) }
    }

    /// Expects bytes.
    func expect(_ bytes: Data, _ expected: Data, _ what: String) throws {
        guard bytes != expected else { return }
        throw TransportBreach(
            bytes.count == expected.count
                ? "\(what) has other bytes than those that were sent"
                : "\(what) has \(bytes.count) bytes, and \(expected.count) were sent")
    }

    /// Expects how often a request has arrived.
    func expectArrivals(_ count: Int, at url: URL, _ what: String) throws {
        let arrived = server.requests(to: url).count
        try expect(arrived == count, "\(what) has arrived \(times(arrived)) instead of \(times(count))")
    }

    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}

extension Data {
    /// Bytes of all values. They repeat in a rhythm of none of the sizes that bodies are cut into, so that it shows if
    /// some are missing.
    static func sample(_ count: Int) -> Data {
        let piece = Data((0..<4093).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
        var sample = Data(capacity: count + piece.count)
        while sample.count < count { sample += piece }
        return sample.prefix(count)
    }
}
