import AsyncHTTPClient
import Foundation
public import FreshworksCore
import NIOCore
import NIOFileSystem
import NIOHTTP1
import NIOPosix

/// Carries a runtime's requests over AsyncHTTPClient, for servers that send more than URLSession does well.
public struct AsyncHTTPClientTransport: HTTPTransport {
    private let client: HTTPClient
    private let clock: any RuntimeClock

    /// Runs a program over a transport of its own, whose connections are closed when the program has ended.
    /// - Parameter maximumConnections: To one host at once; as many as the runtime's configuration says.
    public static func withTransport<Result>(
        maximumConnections: Int = 16, clock: any RuntimeClock = SystemClock(),
        isolation: isolated (any Actor)? = #isolation, _ program: (AsyncHTTPClientTransport) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = maximumConnections
        // The runtime repeats what may be repeated, and counts it.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Well below the time after which servers close idle connections: a request that meets the closing is lost.
        configuration.connectionPool.idleTimeout = .seconds(15)
        return try await HTTPClient.withHTTPClient(configuration: configuration) {
            try await program(AsyncHTTPClientTransport(client: $0, clock: clock))
        }
    }

    /// Sends a request and returns the answer, whatever its status. Throws as ``HTTPTransport`` says.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let deadline = clock.monotonicNow + request.timeout
        return try await withThrowingTaskGroup(of: TransportResponse.self) { group in
            group.addTask { try await exchange(request) }
            group.addTask {
                try await clock.sleep(until: deadline)
                throw FreshworksError(.timedOut, "no complete answer came in time", mayHaveBeenExecuted: true)
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }

    private func exchange(_ request: TransportRequest) async throws -> TransportResponse {
        var outgoing = HTTPClientRequest(url: request.url.absoluteString)
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        outgoing.headers.add(contentsOf: request.headers.map { ($0.name, $0.value) })
        switch request.body {
        case .none: break
        case .bytes(let data): outgoing.body = .bytes(ByteBuffer(bytes: data))
        case .file(let url):
            do {
                return try await FileSystem.shared.withFileHandle(forReadingAt: FilePath(url.path)) { file in
                    let info = try await file.info()
                    guard info.type == .regular else {
                        throw FreshworksError(.fileUnavailable, "what is to be sent is no file")
                    }
                    outgoing.body = .stream(file.readChunks(in: 0..<info.size), length: .known(info.size))
                    return try await answer(to: outgoing, into: request.destination)
                }
            } catch let error as FileSystemError {
                throw FreshworksError(.fileUnavailable, "the file to send cannot be read", underlying: error)
            }
        }
        return try await answer(to: outgoing, into: request.destination)
    }

    private func answer(
        to request: HTTPClientRequest, into destination: TransportRequest.Destination
    ) async throws -> TransportResponse {
        var status: Int?
        do {
            let answer = try await client.execute(request, deadline: .distantFuture)
            var response = TransportResponse(
                status: Int(answer.status.code), headers: HeaderFields(received: answer.headers))
            status = response.status
            if case .file(let url) = destination, (200..<300).contains(response.status) {
                try await Self.save(answer.body, at: url)
                return response
            }
            var limit = TransportRequest.Destination.defaultLimit
            if case .memory(let other) = destination { limit = other }
            response.body = Data(try await answer.body.collect(upTo: limit).readableBytesView)
            return response
        } catch {
            throw Self.failure(error, status)
        }
    }

    /// The file appears, or is replaced, when it is complete.
    private static func save(_ body: HTTPClientResponse.Body, at url: URL) async throws {
        let part = url.path + ".\(UUID().uuidString)"
        try await FileSystem.shared.withFileHandle(
            forWritingAt: FilePath(part), options: .newFile(replaceExisting: false, permissions: .ownerReadWrite)
        ) { file in
            var offset: Int64 = 0
            for try await chunk in body { offset += try await file.write(contentsOf: chunk, toAbsoluteOffset: offset) }
        }
        if rename(part, url.path) == 0 { return }
        _ = unlink(part)
        throw CocoaError(.fileWriteUnknown)
    }

    /// What a failed request means. Only a failure to connect proves that nothing was sent.
    /// - Parameter status: Of the answer, if its head has come.
    private static func failure(_ error: any Error, _ status: Int?) -> any Error {
        if error is CancellationError { return error }
        let known = error as? HTTPClientError
        let named = error as? NIOConnectionError
        // An address in digits is connected to without the trying of several.
        let isUnconnected = named != nil || (error as? IOError)?.errnoCode == ECONNREFUSED
        let (code, message): (FreshworksError.Code, String) =
            switch error {
            case _ where known == .alreadyShutdown: (.shutDown, "the transport was shut down")
            case _ where named?.connectionErrors.isEmpty == true: (.nameNotResolved, "the host's name does not resolve")
            case _ where isUnconnected: (.connectionRefused, "nothing accepts connections at the address")
            case is NIOTooManyBytesError: (.responseTooLarge, "the answer is longer than the call allows")
            case is FileSystemError, is CocoaError: (.fileUnavailable, "a file cannot be read or written")
            case _ where status != nil: (.truncatedResponse, "the connection ended in the middle of the answer")
            case let error as HTTPParserError where error != .invalidEOFState:
                (.malformedResponse, "the answer is not HTTP")
            default: (.connectionFailed, "the connection failed before an answer came")
            }
        let isUnsent = [.alreadyShutdown, .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout]
            .contains(known)
        var failure = FreshworksError(
            code, message, mayHaveBeenExecuted: !isUnsent && !isUnconnected, underlying: error)
        failure.status = status
        return failure
    }
}
