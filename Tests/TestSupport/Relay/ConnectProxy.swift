import FreshworksSandbox
import Synchronization

/// An HTTP proxy that opens a tunnel to one port of this machine, whatever it is asked for, and remembers what it read.
package final class ConnectProxy: Sendable {
    private struct Record {
        var heads: [String] = []
        var bytes: [UInt8] = []
    }

    private final class Recorder: Sendable {
        let record = Mutex(Record())
    }

    private let listener: LoopbackListener
    private let recorder: Recorder

    /// Starts to listen.
    package init(to port: Int) throws {
        let recorder = Recorder()
        self.recorder = recorder
        listener = try LoopbackListener { near in
            var head: [UInt8] = []
            while !head.ends(with: "\r\n\r\n") {
                guard let bytes = try? near.read(upTo: 1, timeout: .seconds(10)), !bytes.isEmpty else { return }
                head += bytes
            }
            recorder.record.withLock { $0.heads.append(String(decoding: head, as: UTF8.self)) }
            guard head.starts(with: "CONNECT ".utf8), let far = try? LoopbackConnection(to: port),
                (try? near.write("HTTP/1.1 200 Connection established\r\n\r\n".utf8)) != nil
            else { return }
            var pair = RelayedPair(near: near, far: far)
            while pair.step(
                holdsAnswers: { false }, heard: { bytes in recorder.record.withLock { $0.bytes += bytes } })
            {}
            far.close()
        }
    }

    deinit { listener.stop() }

    /// Where it listens.
    package var port: Int { Int(listener.port) }

    /// The heads of the requests so far, with their line breaks.
    package var heads: [String] { recorder.record.withLock { $0.heads } }

    /// What came through the tunnels from the clients.
    package var bytes: [UInt8] { recorder.record.withLock { $0.bytes } }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
