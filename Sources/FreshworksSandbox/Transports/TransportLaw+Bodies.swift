import Foundation
import FreshworksCore

extension TransportLaw {
    static let bodies = [
        TransportLaw(name: "no more comes to memory than the call allows") { trial in
            let body = Data.sample(100_000)
            let whole = try trial.address(.answer(200, [], body))
            let chunked = try trial.address(
                .send(Array("\(ok)Transfer-Encoding: chunked\r\n\r\n186A0\r\n".utf8) + body + "\r\n0\r\n\r\n".utf8))
            for (url, what) in [(whole, "a body of 100,000 bytes"), (chunked, "100,000 bytes in a chunk")] {
                let answer = try await trial.answer(to: limited(url, 100_000), "\(what), which are allowed,")
                try trial.expect(answer.body, body, what)
                try await trial.failure(
                    of: limited(url, 99_999), "\(what), of which 99,999 are allowed,", .responseTooLarge,
                    isExecuted: true)
            }
            // Too much, and then nothing: whoever waits for the end does not see the limit.
            let piece = Data.sample(65_536)
            let endless = try trial.address(.send("\(ok)\r\n"), .flood(Array(piece), times: 256), .hold)
            let chunk = Array("10000\r\n".utf8) + piece + "\r\n".utf8
            let chunks = try trial.address(
                .send("\(ok)Transfer-Encoding: chunked\r\n\r\n"), .flood(chunk, times: 256), .hold)
            for (url, what) in [(endless, "a body without end"), (chunks, "chunks without end")] {
                try await trial.failure(
                    of: limited(url, 1_000_000), "a call answered with \(what)", .responseTooLarge, isExecuted: true)
            }
        },
        TransportLaw(name: "a head without end is refused") { trial in
            let field = Array("X-A: \(String(repeating: "a", count: 3000))\r\n".utf8)
            let url = try trial.address(.send(ok), .flood(field, times: 1000), .hold)
            // A deadline that passes is no refusal: until then it would all be kept.
            try await trial.failure(
                of: TransportRequest(.post, url, timeout: trial.patience * 2),
                "a call answered with fields without end", .responseTooLarge, .malformedResponse, .connectionFailed,
                isExecuted: true)
        },
        TransportLaw(name: "what comes packed on request is unpacked, and its whole size counts") { trial in
            // As servers do: packed for whoever asks for it.
            let url = try trial.server.address { request in
                let isPacked = request.values(of: "Accept-Encoding").contains { $0.contains("gzip") }
                return [.answer(200, isPacked ? ["Content-Encoding: gzip"] : [], isPacked ? Packed.gzip : Packed.plain)]
            }
            let answer = try await trial.answer(to: TransportRequest(.get, url), "a call that may be answered packed")
            try trial.expect(answer.body, Packed.plain, "a body that may come packed")
            try await trial.failure(
                of: limited(url, Packed.plain.count - 1), "a body that is longer unpacked than the call allows",
                .responseTooLarge, isExecuted: true)
            let file = try trial.emptyFolder().appending(path: "download")
            _ = try await trial.answer(
                to: TransportRequest(.get, url, destination: .file(file)), "a download that may come packed")
            try trial.expect(Data(contentsOf: file), Packed.plain, "a download that may come packed")
        },
        TransportLaw(name: "a file that is packed stays packed") { trial in
            let url = try trial.address(.answer(200, ["Content-Type: application/gzip"], Packed.gzip))
            let answer = try await trial.answer(to: TransportRequest(.get, url), "a call answered with a packed file")
            try trial.expect(answer.body, Packed.gzip, "a packed file")
        },
    ]

    private static func limited(_ url: URL, _ limit: Int) -> TransportRequest {
        TransportRequest(.get, url, destination: .memory(limit: limit))
    }
}

/// 200 KB that gzip makes 251 bytes of.
private enum Packed {
    static let plain = Data(#"{"id":7,"note":"\#(String(repeating: "x", count: 200_000))"}"#.utf8)

    /// What Python's gzip makes of it.
    static let gzip =
        Data(
            base64Encoded: "H4sIAAAAAAACA+3BoQ3AIAAEwF1e15MwDwgMNRUkDbszA/7u/oyWWp7M9+upWQ"
                + String(repeating: "A", count: 256) + "DAtewDc7+anVINAwA=") ?? Data()
}
