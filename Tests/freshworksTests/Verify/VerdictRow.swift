import TestSupport
import Testing

/// A row of the verdict table: what the service answers, request by request, and what the command makes of it.
struct VerdictRow: Sendable, CustomTestStringConvertible {
    let name: String
    let verdict: String
    let exit: Int32
    /// The status that is shown; `nil` for none.
    let status: Int?
    /// How many different requests the check takes.
    var probes = 1
    let answers: @Sendable (Service) -> [[RawServer.Step]]

    var testDescription: String { name }

    private init(
        _ name: String, _ verdict: String, _ exit: Int32, status: Int?, probes: Int = 1,
        _ answers: @escaping @Sendable (Service) -> [[RawServer.Step]]
    ) {
        self.name = name
        self.verdict = verdict
        self.exit = exit
        self.status = status
        self.probes = probes
        self.answers = answers
    }

    static let refusals = [
        VerdictRow("401", "invalid_credential", 1, status: 401) { _ in [[.json(401, #"{"message":null}"#)]] },
        VerdictRow("401 with a Basic challenge", "invalid_credential", 1, status: 401) { _ in
            [[.json(401, "{}", #"WWW-Authenticate: Basic realm="x""#)]]
        },
        VerdictRow("401 as a page", "invalid_credential", 1, status: 401) { _ in [[.html(401)]] },
        VerdictRow("403", "forbidden", 1, status: 403) { _ in [[.json(403, #"{"code":"access_denied"}"#)]] },
        VerdictRow("200 with a page", "wrong_host", 1, status: 200) { _ in [[.html(200)]] },
        VerdictRow("404 with a page", "wrong_host", 1, status: 404) { _ in [[.html(404)]] },
        VerdictRow("404 with nothing", "wrong_host", 1, status: 404) { _ in [[.response(404)]] },
        VerdictRow("a redirect without an address", "wrong_host", 1, status: 302) { _ in [[.response(302)]] },
        VerdictRow("JSON of another service, twice", "wrong_product", 1, status: 200, probes: 2) { _ in
            [[.json(200, #"{"hello":"world"}"#)]]
        },
        VerdictRow("404 with JSON, twice", "wrong_product", 1, status: 404, probes: 2) { _ in
            [[.json(404, #"{"message":"no route"}"#)]]
        },
        VerdictRow("404 with JSON, then 403", "forbidden", 1, status: 403, probes: 2) { _ in
            [[.json(404, "{}")], [.json(403, "{}")]]
        },
    ]

    static let withoutVerdict = [
        VerdictRow("429 for longer than the deadline", "rate_limited", 3, status: 429) { _ in
            [[.json(429, "{}", "Retry-After: 600")]]
        },
        VerdictRow("429 on both probes", "rate_limited", 3, status: 429, probes: 2) { _ in
            [[.json(404, "{}")], [.json(429, "{}", "Retry-After: 600")]]
        },
        VerdictRow("400", "inconclusive", 3, status: 400) { _ in [[.json(400, "{}")]] },
        VerdictRow("500", "inconclusive", 3, status: 500) { _ in [[.json(500, #"{"message":"oops"}"#)]] },
        VerdictRow("503 with a page", "inconclusive", 3, status: 503) { _ in [[.html(503)]] },
        VerdictRow("200 with garbage", "inconclusive", 3, status: 200) { _ in [[.json(200, #"{"id":"#)]] },
        VerdictRow("200 with plain text", "inconclusive", 3, status: 200) { _ in
            [[.response(200, ["Content-Type: text/plain"], "ok")]]
        },
        VerdictRow("200 with nothing", "inconclusive", 3, status: 200) { _ in [[.json(200, "")]] },
        VerdictRow("204", "inconclusive", 3, status: 204) { _ in [[.send("HTTP/1.1 204 No Content\r\n\r\n")]] },
        VerdictRow("a truncated answer", "inconclusive", 3, status: 200) { _ in
            [[.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"), .close]]
        },
        VerdictRow("something that is not HTTP", "inconclusive", 3, status: nil) { _ in
            [[.send("SSH-2.0-OpenSSH_9.2\r\n\r\n"), .close]]
        },
    ]

    static let valid = [
        VerdictRow("the expected answer", "valid", 0, status: 200) { [[.json(200, $0.proof)]] },
        VerdictRow("404 with JSON, then the alternative's answer", "valid", 0, status: 200, probes: 2) {
            [[.json(404, "{}")], [.json(200, $0.alternativeProof)]]
        },
        VerdictRow("JSON without the key, then the alternative's answer", "valid", 0, status: 200, probes: 2) {
            [[.json(200, "{}")], [.json(200, $0.alternativeProof)]]
        },
        VerdictRow("429 for a moment, then the expected answer", "valid", 0, status: 200) {
            [[.json(429, "{}", "Retry-After: 0")], [.json(200, $0.proof)]]
        },
    ]
}
