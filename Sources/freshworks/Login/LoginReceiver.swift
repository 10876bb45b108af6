import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization

/// Waits on 127.0.0.1 for the browser that comes back from the authorization server (RFC 8252 §7.3).
///
/// Whatever else runs on the machine can call it too, and so can every page that is open in the browser. It passes on requests for
/// the callback's address only, and only those that a browser sent to this machine on purpose: the `Host` field keeps names
/// out that were pointed at 127.0.0.1 afterwards.
final class LoginReceiver: Sendable {
    /// What came to the callback's address. Ends with ``stopWaiting()``.
    let callbacks: AsyncStream<LoginCallback>
    private let arrivals: AsyncStream<LoginCallback>.Continuation
    private let path: String
    private let listener = Mutex<LoopbackListener?>(nil)

    private static let headLimit = 16 * 1024
    private static let requestTime = Duration.seconds(10)
    /// More than the connections that a browser opens ahead of need.
    private static let connectionLimit = 16

    /// Starts to listen.
    /// - Parameter port: 0 picks a free one.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` if the port is taken.
    init(port: UInt16, path: String) throws {
        self.path = path
        (callbacks, arrivals) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.connectionLimit))
        // Held while the listener begins: a connection that comes at once waits to know the port.
        try listener.withLock { listener in
            do {
                listener = try LoopbackListener(port: port, maximumConnections: Self.connectionLimit) {
                    [weak self] in self?.serve($0)
                }
            } catch {
                throw FreshworksError(
                    .invalidArgument, "port \(port) of 127.0.0.1 cannot be listened on",
                    advice: "Choose another --port, or none where the server allows any.", underlying: error)
            }
        }
    }

    /// Where the server has to send the browser.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` if the path does not make an address.
    var redirectURI: URL {
        get throws {
            guard let url = URL(string: origin + path) else {
                throw FreshworksError(
                    .invalidArgument, "the redirect URI's path does not make an address",
                    advice: "Use one such as /callback.")
            }
            return url
        }
    }

    /// Ends ``callbacks``. Pages can still be shown.
    func stopWaiting() { arrivals.finish() }

    /// Frees the port and ends all connections.
    func stop() {
        stopWaiting()
        listener.withLock { $0?.stop() }
    }

    private var port: UInt16 { listener.withLock { $0?.port ?? 0 } }
    private var origin: String { "http://127.0.0.1:\(port)" }

    private func serve(_ connection: LoopbackConnection) {
        func show(_ page: LoginPage) {
            try? connection.write(page.bytes)
            connection.finish()
        }
        do {
            guard let head = try Self.head(of: connection) else { return }
            switch arrival(head) {
            case .success(let callback): callback.serve(show)
            case .failure(let refusal): show(refusal.page)
            }
        } catch let refusal as HTTPRefusal {
            show(LoginPage(status: refusal.status, title: refusal.reason))
        } catch {
            // The client has gone, or is too slow; there is nobody to tell.
        }
    }

    private struct Refusal: Error {
        let page: LoginPage
    }

    private func arrival(_ head: HTTPRequestHead) -> Result<LoginCallback, Refusal> {
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard hosts.contains(head.host.lowercased()), head.target.prefix(while: { $0 != "?" }) == path,
            let url = URL(string: origin + head.target)
        else { return .failure(Refusal(page: .elsewhere)) }
        guard head.method == "GET" else { return .failure(Refusal(page: .notRead)) }
        let callback = LoginCallback(url: url)
        guard case .enqueued = arrivals.yield(callback) else { return .failure(Refusal(page: .over)) }
        return .success(callback)
    }

    /// The first request of a connection, which may take its time but not for ever.
    /// - Returns: `nil` if the client leaves without one.
    private static func head(of connection: LoopbackConnection) throws -> HTTPRequestHead? {
        let deadline = ContinuousClock.now + requestTime
        var parser = HTTPRequestParser(limits: .init(head: headLimit, body: 0))
        while true {
            while let event = try parser.next() {
                if case .request(let head, _) = event { return head }
            }
            let bytes = try connection.read(timeout: ContinuousClock.now.duration(to: deadline))
            if bytes.isEmpty { return nil }
            parser.append(bytes)
        }
    }
}
