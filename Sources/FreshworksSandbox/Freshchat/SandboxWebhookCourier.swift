public import Foundation
public import FreshworksCore
import Synchronization

/// Carries the events of the sandbox's Freshchat to a webhook on this machine, signed, until ``stop()``.
///
/// An answer that is not 2xx, or none, is followed by up to three more attempts, with `X-Retry-Count` counting them.
public final class SandboxWebhookCourier: Sendable {
    /// One attempt to deliver an event.
    public struct Attempt: Sendable, Hashable {
        /// What `X-Retry-Count` said.
        public let retryCount: Int
        /// The status that was answered; `nil` if nothing was.
        public let status: Int?
    }

    /// How often a delivery is repeated.
    static let retries = 3

    private let log = Mutex<[Attempt]>([])
    private let task = Mutex<Task<Void, Never>?>(nil)
    private let core: SandboxCore
    private let ownRuntime: FreshworksRuntime?

    init(_ core: SandboxCore, to url: URL, transport: (any HTTPTransport)?, pause: Duration) throws {
        guard url.scheme == "http" || url.scheme == "https", let host = url.host(),
            ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host.lowercased())
        else {
            throw FreshworksError(
                .invalidArgument, "the webhook is not on this machine",
                advice: "Use an address such as http://127.0.0.1:8080/webhook.")
        }
        self.core = core
        let own = transport == nil ? FreshworksRuntime() : nil
        ownRuntime = own
        let (events, continuation) = AsyncStream.makeStream(of: JSONObject.self)
        core.carry(to: continuation)
        guard let transport = transport ?? own?.transport else { return }
        let clock = core.options.clock
        task.withLock { task in
            task = Task { [weak self] in
                for await event in events {
                    let body = JSONValue.object(event).serialized()
                    let signature = FreshchatSigner.sign(body)
                    for count in 0...Self.retries {
                        let status = await Self.send(body, signature, count, to: url, transport)
                        self?.log.withLock { $0.append(Attempt(retryCount: count, status: status)) }
                        if let status, (200..<300).contains(status) { break }
                        guard count < Self.retries, (try? await clock.sleep(for: pause)) != nil else { break }
                    }
                    if Task.isCancelled { break }
                }
            }
        }
    }

    /// Every attempt so far, in order.
    public var attempts: [Attempt] { log.withLock { $0 } }

    /// Ends it; what was not delivered yet is lost.
    public func stop() async {
        core.carry(to: nil)
        let task = task.withLock { $0 }
        task?.cancel()
        await task?.value
        await ownRuntime?.shutdown()
    }

    private static func send(
        _ body: Data, _ signature: String, _ count: Int, to url: URL, _ transport: any HTTPTransport
    ) async -> Int? {
        var request = TransportRequest(.post, url, body: .bytes(body), timeout: .seconds(5))
        do {
            try request.headers.set("Content-Type", to: "application/json")
            try request.headers.set("X-Freshchat-Signature", to: signature)
            try request.headers.set("X-Freshchat-Payload-Version", to: "1.0")
            try request.headers.set("X-Retry-Count", to: "\(count)")
            return try await transport.send(request).status
        } catch {
            return nil
        }
    }
}

extension SandboxFreshchat {
    /// The public key of the account's webhooks, as the settings show it. The private key is no secret: it signs nothing else.
    public var webhookPublicKey: String { FreshchatSigner.publicKey }

    /// Delivers events to a webhook on this machine from now on, in place of the webhook before.
    /// - Parameters:
    ///   - url: On 127.0.0.1, `localhost` or `::1`.
    ///   - transport: Carries the deliveries; `nil` makes one of the package's own.
    ///   - pause: What lies between two attempts.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for another machine's address.
    public func deliverWebhooks(
        to url: URL, through transport: (any HTTPTransport)? = nil, pause: Duration = .seconds(1)
    ) throws -> SandboxWebhookCourier {
        try SandboxWebhookCourier(core, to: url, transport: transport, pause: pause)
    }

    /// The events that nobody has delivered yet, signed, for tests that need no socket. They are not here a second time.
    public func takeWebhookDeliveries() -> [(body: Data, signature: String)] {
        core.withState { state in
            defer { state.freshchat.outbox = [] }
            return state.freshchat.outbox
        }.map { event in
            let body = JSONValue.object(event).serialized()
            return (body, FreshchatSigner.sign(body))
        }
    }
}
