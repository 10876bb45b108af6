public import Foundation
import FreshworksCore

/// A sandbox that answers real HTTP on 127.0.0.1, for tests alone. It runs until ``stop()``.
public final class SandboxServer: Sendable {
    /// The port it listens on.
    public let port: Int
    /// What every address of the OAuth server starts with, such as `http://127.0.0.1:8080/org/oauth/v2`.
    public let oauthBaseURL: URL
    private let listener: LoopbackListener
    private let stopSignal: StopSignal

    init(_ core: SandboxCore, port: Int) throws {
        guard let number = UInt16(exactly: port) else {
            throw FreshworksError(
                .invalidArgument, "\(port) is not a port", advice: "Use a number from 0 to 65535; 0 picks a free port.")
        }
        let stopSignal = StopSignal()
        self.stopSignal = stopSignal
        do {
            listener = try LoopbackListener(port: number) { connection in
                HTTPConnection(core: core, connection: connection, stopSignal: stopSignal).serve()
            }
        } catch {
            throw FreshworksError(
                .invalidArgument, "port \(port) of 127.0.0.1 cannot be listened on",
                advice: "Choose another port; 0 picks a free one.", underlying: error)
        }
        self.port = Int(listener.port)
        oauthBaseURL = .loopback(self.port, core.options.oauth.path.rawValue)
    }

    /// What every Freshdesk address starts with, such as `http://127.0.0.1:8080/api/v2`.
    public var freshdeskBaseURL: URL { .loopback(port, Sandbox.Product.freshdesk.basePath) }

    /// What every Freshchat address starts with, such as `http://127.0.0.1:8080/v2`.
    public var freshchatBaseURL: URL { .loopback(port, Sandbox.Product.freshchat.basePath) }

    /// What every Freshsales address starts with, such as `http://127.0.0.1:8080/crm/sales/api`.
    public var freshsalesBaseURL: URL { .loopback(port, Sandbox.Product.freshsales.basePath) }

    /// Ends all connections, also those that wait for a delayed answer, and frees the port. Calling it twice is fine.
    public func stop() {
        stopSignal.send()
        listener.stop()
    }
}
