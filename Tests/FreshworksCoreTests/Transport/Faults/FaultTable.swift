import TestSupport

extension FaultRow {
    static let all = wellFormed + wordsOfRefusal + broken + endless + late + passing + direct + downloads + elsewhere

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(RawServer.Step.limitLines)"
    private static let body = #"{"id":1,"name":"one"}"#
    private static let whole = "\(head)Content-Length: \(body.utf8.count)\r\n"
    private static let chunked = "\(head)Transfer-Encoding: chunked\r\n"
    private static let page = "<!DOCTYPE html><html><body>Maintenance</body></html>"
    private static let piece = [UInt8](repeating: 65, count: 10_000)

    private static let wellFormed = [
        fine("an answer", weight: 120, .json),
        fine(
            "an answer that comes in pieces",
            .drip(Array("\(whole)\r\n\(body)".utf8), pieces: 20, pause: .milliseconds(1))),
        fine("chunks", .send("\(chunked)\r\n9\r\n{\"id\":1,\"\r\nc\r\nname\":\"one\"}\r\n0\r\n\r\n")),
        fine("chunks of one byte", .send("\(chunked)\r\n\(body.map { "1\r\n\($0)\r\n" }.joined())0\r\n\r\n")),
        fine("a trailer", .send("\(chunked)Trailer: X-A\r\n\r\n15\r\n\(body)\r\n0\r\nX-A: b\r\n\r\n"))
            .notOverURLSession("it ends the process: fatalError in NativeProtocol.swift"),
        fine("a field without a space", .send("\(whole)X-A:b\r\n\r\n\(body)"))
            .notOverURLSession("it is read as malformed: swift-corelibs-foundation #5527"),
        fine("a field in Latin-1", .send(Array("\(whole)X-A: ".utf8) + [0xE9] + Array("\r\n\r\n\(body)".utf8)))
            .notOverURLSession("it is read as malformed"),
        fine(
            "a 100 and a 103 before the answer",
            .send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n\(whole)\r\n\(body)")),
        fine(
            "more than its length", .send("\(whole)\r\n\(body)HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"), .close
        ),
    ]

    private static let wordsOfRefusal = [
        refused("400", "request_refused", .response(400, RawServer.Step.limits, #"{"message":"no"}"#)),
        refused("403", "forbidden", .response(403, RawServer.Step.limits, "{}")),
        refused("404", "not_found", .response(404, RawServer.Step.limits)),
        refused("409", "conflict", .response(409, RawServer.Step.limits, "{}")),
        refused("a redirect", "redirected", .response(302, ["Location: https://attacker.example/"], "moved")),
        refused("401 for ever", "invalid_credential", .response(401, RawServer.Step.limits, "{}")),
        FaultRow("401 once", get: ["ok"], post: ["ok"], refusals: 1) { $0 == 0 ? [.response(401, [], "{}")] : [.json] },
        unreadable("204", "empty_response", .send("HTTP/1.1 204 No Content\r\n\(RawServer.Step.limitLines)\r\n")),
        unreadable("an empty 200", "empty_response", .response(200, RawServer.Step.limits)),
        unreadable("a web page", "html_response", .response(200, ["Content-Type: text/html"], page)),
        unreadable("a picture", "wrong_content_type", .response(200, ["Content-Type: image/png"], "PNG")),
        unreadable(
            "garbage", "unreadable_response", .response(200, ["Content-Type: application/json"], "{\"id\":1,\u{7}}]")),
        lost("500", "service_failed", steps: .response(500, RawServer.Step.limits, "{}")),
        lost("502 with a page", "service_failed", steps: .response(502, ["Content-Type: text/html"], page)),
        lost("503", "service_failed", steps: .response(503, RawServer.Step.limits, "{}")),
    ]

    private static let broken = [
        lost("a reset after the request", "connection_failed", steps: .reset),
        lost("an end after the request", "connection_failed", steps: .close),
        lost("a cut in the status line", "connection_failed", steps: .send("HTTP/1.1 2"), .reset),
        lost("a cut in the head", "connection_failed", steps: .send("HTTP/1.1 200 OK\r\nX-A: b\r\n"), .close)
            .notOverURLSession("it ends the process: swift-corelibs-foundation #5285"),
        lost("a cut in the body", "truncated_response", steps: .send("\(whole)\r\n{\"id"), .close),
        lost("a cut between chunks", "truncated_response", steps: .send("\(chunked)\r\n2\r\n{}\r\n"), .close),
        lost("a cut in a chunk", "truncated_response", steps: .send("\(chunked)\r\n9\r\n{}"), .close),
        // A reset may overtake what was sent before it.
        lost(
            "a reset in the body", "truncated_response", "connection_failed", steps: .send("\(whole)\r\n{\"id"),
            .reset),
        lost("another protocol", "malformed_response", steps: .send("SSH-2.0-OpenSSH_9\r\n"), .close),
        lost("bytes", "malformed_response", steps: .send([0, 1, 2, 255, 254, 10, 13]), .close),
        lost("a status that is no number", "malformed_response", steps: .send("HTTP/1.1 abc\r\n\r\n"), .close),
        // libcurl may say that it was cut: about one in a hundred.
        lost(
            "a chunk without a size", "malformed_response", "truncated_response",
            steps: .send("\(chunked)\r\nzz\r\n{}"), .close),
        lost("a negative length", "malformed_response", steps: .send("\(head)Content-Length: -5\r\n\r\nok"), .close),
        lost(
            "two lengths", "malformed_response", steps: .send("\(whole)Content-Length: 1\r\n\r\n\(body)"), .close
        ).notOverURLSession("it takes the last one"),
        lost("no gzip", "malformed_response", steps: .response(200, ["Content-Encoding: gzip"], body)),
        lost(
            "a change of protocol", "malformed_response",
            steps: .send("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"), .close
        ).notOverURLSession("it is taken for an answer that was cut"),
    ]

    private static let field = "X-A: \(String(repeating: "a", count: 3000))\r\n"

    private static let endless = [
        lost("fields without end", "response_too_large", steps: .send("HTTP/1.1 200 OK\r\n"), .endless(field))
            .notOverURLSession("it is taken for a lost connection"),
        lost(
            "a line without end", "response_too_large",
            steps: .send("HTTP/1.1 200 OK\r\nX-A: "), .endless(String(repeating: "a", count: 4096))
        ).notOverURLSession("it is taken for a lost connection"),
        lost(
            "2,000 fields", "response_too_large",
            steps: .send(
                "HTTP/1.1 200 OK\r\n" + (0..<2000).map { "X-\($0): 1\r\n" }.joined() + "Content-Length: 0\r\n\r\n")
        ).notOverURLSession("all are kept"),
        lost("interim answers without end", "response_too_large", steps: .endless("HTTP/1.1 100 Continue\r\n\r\n"))
            .notOverURLSession("they are read until the deadline"),
    ]

    /// Whatever the machine does meanwhile, no answer comes; whether the request went out in time is another matter.
    private static let late = [
        ("silence", [RawServer.Step.hold]), ("silence behind a head", [.send("\(whole)\r\n"), .hold]),
        (
            "a body that takes too long",
            [.send("\(whole)\r\n"), .drip(Array(body.utf8.dropLast()), pieces: 20, pause: .milliseconds(50)), .hold]
        ),
    ].map { name, steps in
        FaultRow(name, get: ["timed_out"], post: ["timed_out", "timed_out?"], deadline: 250, weight: 2) { _ in steps }
    }

    private static let passing = [
        passing("a reset, once", "connection_failed", .reset),
        passing("an end, once", "connection_failed", .close),
        passing("503, once", "service_failed", .response(503, RawServer.Step.limits, "{}")),
        passing(
            "503 with a wait, once", "service_failed",
            .response(503, ["Retry-After: 0"] + RawServer.Step.limits, "{}")),
        passing("a cut in the body, once", "truncated_response", .send("\(whole)\r\n{\"id"), .close),
        passing("nonsense, once", "malformed_response", .send("nonsense nonsense\r\n\r\n"), .close),
        FaultRow(
            "gone when it is asked for again", get: ["not_found", "connection_failed"], post: ["connection_failed?"],
            put: ["not_found?", "connection_failed?"], delete: ["ok", "connection_failed?"]
        ) { $0 == 0 ? [.reset] : [.response(404, RawServer.Step.limits)] },
    ]

    private static let direct = [
        direct("an answer", "ok", steps: .json),
        direct("a reset", "connection_failed?", steps: .reset),
        direct("silence", "timed_out?", "timed_out", deadline: 250, steps: .hold),
        direct("a body without end", "response_too_large?", steps: .send("HTTP/1.1 200 OK\r\n\r\n"), .endless(piece))
            .notOverURLSession("it is read faster than it is counted, and held in memory meanwhile"),
        direct(
            "a redirect with a body without end", "response_too_large?",
            steps: .send("HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n"), .endless(piece)
        ).notOverURLSession("it is held in memory while all others wait"),
        direct(
            "chunks of one byte without end", "response_too_large?",
            steps: .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
            .endless(String(repeating: "1\r\nx\r\n", count: 1000))
        ).notOverURLSession("each byte takes the queue that all wait for"),
        direct(
            "gzip that becomes a thousand times as much", "response_too_large?",
            steps: .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"), .send(GzipOfZeros.head),
            .endless(GzipOfZeros.mebibyte, times: 50), .close
        ).notOverURLSession("it is unpacked faster than it is counted"),
        direct(
            "one byte too many", "response_too_large?", steps: .response(200, [], [UInt8](repeating: 65, count: 20_001))
        ),
    ]

    private static let downloads = [
        download("a file", "ok:150000", steps: .response(200, [], [UInt8](repeating: 65, count: 150_000))),
        download("an empty file", "ok:0", steps: .response(200, [], "")),
        download(
            "a file that is cut", "truncated_response", steps: .send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"),
            .send([UInt8](repeating: 65, count: 8999)), .close),
        download("a file without an answer", "connection_failed", steps: .reset),
        download("a file whose address is spent", "forbidden", steps: .response(403, [], "<Error/>")),
        download("a file that is elsewhere", "redirected", steps: .response(302, ["Location: /x"], "")),
        download("a file that never comes", "timed_out", deadline: 250, steps: .hold),
    ]

    private static let elsewhere = [
        FaultRow("429, once", at: .limiting, get: ["ok"], post: ["ok"], refusals: 1, weight: 1) {
            $0 == 0 ? [.response(429, ["Retry-After: 0"], "{}")] : [.json]
        },
        FaultRow(
            "429 for ever", at: .limiting, get: ["rate_limited"], post: ["rate_limited"], refusals: always, weight: 1
        ) {
            _ in [.response(429, ["Retry-After: 0"], "{}")]
        },
        FaultRow("an answer of a service that limits", at: .limiting, get: ["ok"], post: ["ok"], weight: 1) { _ in
            [.json]
        },
        // The next call over the connection may meet its end, whatever it is.
        flaky("an answer, and an end", .json, .close),
        flaky("an answer, and a reset", .json, .reset),
        flaky("an answer, and no end", .json),
        FaultRow(
            "429 for an hour", at: .closed, get: ["rate_limited"], post: ["rate_limited"], refusals: always, weight: 1
        ) { _ in [.response(429, ["Retry-After: 3600"], "{}")] },
        // Whether any of the request was read before nobody can know.
        FaultRow(
            "a reset before the request", at: .deaf, get: ["connection_failed"],
            post: ["connection_failed", "connection_failed?"]
        ) { _ in [] },
        FaultRow("a port where nothing listens", at: .dead, get: ["connection_refused"], post: ["connection_refused"]) {
            _ in []
        },
    ]

    private static func flaky(_ name: String, _ steps: RawServer.Step...) -> FaultRow {
        FaultRow(
            name, at: .flaky, get: ["ok", "connection_failed", "truncated_response"],
            post: ["ok", "connection_failed", "connection_failed?", "truncated_response?"]
        ) { _ in steps }
    }
}
