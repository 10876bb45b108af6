import Foundation
import FreshworksCore

/// Serves the requests of one connection, one after the other, on the connection's own thread.
struct HTTPConnection {
    let core: SandboxCore
    let connection: LoopbackConnection
    let stopSignal: StopSignal

    /// Returns when the client has finished, has gone quiet, or sent something that is not served.
    func serve() {
        var parser = HTTPRequestParser()
        do {
            while true {
                while let event = try parser.next() {
                    switch event {
                    case .wantsContinue: try connection.write("HTTP/1.1 100 Continue\r\n\r\n".utf8)
                    case .request(let head, let body):
                        guard try answer(head, body) else { return }
                    }
                }
                let bytes = try connection.read(timeout: .seconds(60))
                if bytes.isEmpty { return }
                parser.append(bytes)
            }
        } catch let refusal as HTTPRefusal {
            refuse(refusal)
        } catch {
            // The client has gone, or is too slow; there is nobody to tell.
        }
    }

    /// - Returns: Whether the connection goes on.
    private func answer(_ head: HTTPRequestHead, _ body: Data) throws -> Bool {
        let outcome = core.answer(
            Arrival(
                method: head.method, scheme: "http", host: head.host, target: head.target, headers: head.headers,
                body: body, door: PathDoors(oauthPath: core.options.oauth.path).door))
        guard outcome.delay == .zero || stopSignal.wait(outcome.delay) else { return false }
        let bytes = HTTPReplyWriter.bytes(of: outcome.reply, to: head.method, closing: !head.keepsAlive)
        switch outcome.delivery {
        case .whole, .unknownHost: try connection.write(bytes)
        case .truncated: try connection.write(bytes.dropLast((outcome.reply.body.count + 1) / 2))
        case .notHTTP: try connection.write("\u{1}\u{2}this is not HTTP\r\n\r\n".utf8)
        case .reset: connection.reset()
        }
        return outcome.delivery == .whole && head.keepsAlive
    }

    private func refuse(_ refusal: HTTPRefusal) {
        let reply = SandboxReply.page(refusal.status, title: refusal.reason)
        try? connection.write(HTTPReplyWriter.bytes(of: reply, to: "GET", closing: true))
        connection.finish()
    }
}
