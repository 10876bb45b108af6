#if os(Linux)
    import Foundation
    import FreshworksCore
    import Synchronization

    /// Makes calls of all kinds over one runtime, and tells how they end.
    final class CallMix: Sendable {
        let watch = CallWatch()
        private let transport: any BuiltInTransport
        private let runtime: FreshworksRuntime
        private let key: (of: String, value: String)
        private let renewed = RenewedKey()
        private let folder: URL
        private let clients = Mutex<[String: APIClient]>([:])

        init(_ choice: TransportChoice, key: String, of baseURL: String) throws {
            transport = choice.make(maximumConnections: 16, certificateAuthorities: nil, clock: SystemClock())
            runtime = FreshworksRuntime(
                .init(retry: .init(maximumAttempts: 3, firstWait: .milliseconds(2))), transport: transport,
                observer: watch)
            self.key = (baseURL, key)
            folder = FileManager.default.temporaryDirectory.appending(
                path: "mix-\(ProcessInfo.processInfo.processIdentifier)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        /// - Returns: How many calls the transport still had, when all callers had their answers.
        func end() async -> Int {
            let pending = transport.pendingCount
            await runtime.shutdown()
            await transport.shutdown()
            try? FileManager.default.removeItem(at: folder)
            return pending + transport.pendingCount
        }

        /// Makes a call.
        /// - Returns: How it ended.
        func make(_ call: MixedCall) async -> String {
            let seen = SeenCall()
            let task = Task { try await CallWatch.$seen.withValue(seen) { try await perform(call) } }
            if call.turns >= 0 {
                for _ in 0..<call.turns { await Task.yield() }
                task.cancel()
            }
            let end: String
            switch await task.result {
            case .success(let word): end = word
            case .failure(let error as FreshworksError):
                end = error.code.rawValue + (error.mayHaveBeenExecuted ? "?" : "")
            case .failure(is CancellationError):
                end = "canceled" + (call.kind == .direct || seen.mayHaveBeenExecuted ? "?" : "")
            case .failure(let error): end = "\(type(of: error))"
            }
            return "\(end) \(seen.attempts)"
        }

        private func perform(_ call: MixedCall) async throws -> String {
            switch call.kind {
            case .json: return try await send(call) { _ = try $0.json() }
            case .void: return try await send(call) { _ in }
            case .list: return try await list(call)
            case .download: return try await download(call)
            case .direct: return try await direct(call)
            }
        }

        private func send(
            _ call: MixedCall, read: @escaping @Sendable (TransportResponse) throws -> Void
        ) async throws -> String {
            let client = try client(of: call.baseURL)
            let raw = try Endpoint<TransportResponse>.raw(call.method, call.path, below: client.account)
            try await withFile(for: call) { file in
                let body: RequestBody =
                    switch call.body {
                    case .none: .none
                    case .json(let text): .bytes(Data(text.utf8), contentType: "application/json")
                    case .bytes(let size): .bytes(Data(repeating: 65, count: size), contentType: "text/plain")
                    case .file: .file(file, contentType: "text/plain")
                    }
                try await client.send(
                    Endpoint<Void>("mix", call.method, raw.path, query: raw.query, body: body, read: read),
                    CallOptions(deadline: call.deadline))
            }
            return "ok"
        }

        private func list(_ call: MixedCall) async throws -> String {
            let client = try client(of: call.baseURL)
            let raw = try Endpoint<TransportResponse>.raw(.get, call.path, below: client.account)
            let rows = client.list(
                ListEndpoint<MixedRow>("mix.list", raw.path, query: raw.query, paging: .linkHeader),
                CallOptions(deadline: call.deadline))
            let ids = try await rows.all().map(\.id)
            return Set(ids).count == ids.count ? "ok:\(ids.count)" : "repeated:\(ids.count)"
        }

        private func download(_ call: MixedCall) async throws -> String {
            let file = folder.appending(path: "download-\(call.number)")
            defer { try? FileManager.default.removeItem(at: file) }
            do {
                try await runtime.download(call.url, to: file, deadline: call.deadline)
            } catch {
                return FileManager.default.fileExists(atPath: file.path) ? "left_a_file" : try { throw error }()
            }
            return "ok:\(try Data(contentsOf: file).count)"
        }

        private func direct(_ call: MixedCall) async throws -> String {
            try await withFile(for: call) { file in
                var request = TransportRequest(
                    call.method, call.url, destination: .memory(limit: MixedCall.room), timeout: call.deadline)
                switch call.body {
                case .none: break
                case .json(let text): request.body = .bytes(Data(text.utf8))
                case .bytes(let size): request.body = .bytes(Data(repeating: 65, count: size))
                case .file: request.body = .file(file)
                }
                _ = try await transport.send(request)
            }
            return "ok"
        }

        /// Makes the file of a call that sends one.
        private func withFile(for call: MixedCall, _ work: (URL) async throws -> Void) async throws {
            let file = folder.appending(path: "upload-\(call.number)")
            guard case .file(let size) = call.body else { return try await work(file) }
            try Data(repeating: 66, count: size).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            try await work(file)
        }

        private func client(of baseURL: String) throws -> APIClient {
            try clients.withLock { clients in
                if let known = clients[baseURL] { return known }
                let provider: any CredentialProvider =
                    baseURL == key.of ? .fixed(.freshdesk(apiKey: key.value)) : renewed
                let new = try APIClient(
                    account: FreshworksAccount(.freshdesk, baseURL: baseURL), credential: provider, runtime: runtime)
                clients[baseURL] = new
                return new
            }
        }
    }

    /// A record of any kind.
    struct MixedRow: Resource {
        let json: JSONObject
        let id: Int64

        init(json: JSONObject) throws {
            self.json = json
            id = try json.require("id")
        }
    }

    /// Has another key as soon as one is rejected.
    private final class RenewedKey: CredentialProvider {
        private let state = Mutex((number: 0, credential: RenewedKey.credential(0)))

        func credential() async throws -> Credential { state.withLock { $0.credential } }

        func credential(replacing rejected: Credential) async throws -> Credential? {
            state.withLock { state in
                if state.credential.revision == rejected.revision {
                    state.number += 1
                    state.credential = Self.credential(state.number)
                }
                return state.credential
            }
        }

        private static func credential(_ number: Int) -> Credential {
            .freshdesk(apiKey: "FAKEkey" + String(1_000_000_000_000 + number))
        }
    }
#endif
