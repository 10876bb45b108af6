import Foundation
import Testing

@testable import FreshworksCore

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("What a failed URLSession task means")
struct TransportFailureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var code: Int
        var detail: String
        var hasHead: Bool
        var expected: String
        var mayHaveBeenExecuted: Bool
        var testDescription: String { "\(code) \(detail) \(hasHead ? "after" : "before") the head" }

        init(_ code: Int, _ detail: String, head: Bool, _ expected: String, executed: Bool) {
            (self.code, self.detail, hasHead, self.expected, mayHaveBeenExecuted) = (
                code, detail, head, expected, executed
            )
        }
    }

    static let rows = [
        Row(-1003, "Could not resolve host: x.invalid", head: false, "name_not_resolved", executed: false),
        Row(-1006, "", head: false, "name_not_resolved", executed: false),
        Row(
            -1004, "Failed to connect to 127.0.0.1 port 9 after 0 ms: Couldn't connect to server", head: false,
            "connection_refused", executed: false),
        Row(-1004, "Could not connect to the server.", head: false, "connection_refused", executed: false),
        Row(-1004, "Recv failure: Connection reset by peer", head: false, "connection_failed", executed: true),
        Row(-1004, "Failed to connect to 127.0.0.1 port 9", head: true, "truncated_response", executed: true),
        Row(-1009, "", head: false, "connection_refused", executed: false),
        Row(
            -1, "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to 127.0.0.1:1 ", head: false,
            "encryption_failed", executed: false),
        Row(-1, "SSL certificate problem: self-signed certificate", head: false, "encryption_failed", executed: false),
        Row(
            -1, "OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number", head: false, "encryption_failed",
            executed: false),
        Row(-1, "OpenSSL SSL_read: SSL_ERROR_SYSCALL, errno 104", head: false, "connection_failed", executed: true),
        Row(-1, "anything", head: false, "connection_failed", executed: true),
        Row(-1, "Failed writing header", head: false, "malformed_response", executed: true),
        Row(-1, "Invalid Content-Length: value", head: false, "malformed_response", executed: true),
        Row(-1, "transfer closed with 90 bytes remaining to read", head: true, "truncated_response", executed: true),
        Row(
            -1, "transfer closed with outstanding read data remaining", head: true, "truncated_response", executed: true
        ),
        Row(-1, "OpenSSL SSL_read: SSL_ERROR_SYSCALL, errno 0", head: true, "truncated_response", executed: true),
        Row(
            -1, "Illegal or missing hexadecimal sequence in chunked-encoding", head: true, "malformed_response",
            executed: true),
        Row(
            -1, "Error while processing content unencoding: incorrect header check", head: true, "malformed_response",
            executed: true),
        Row(-1, "Unrecognized content encoding type.", head: true, "malformed_response", executed: true),
        Row(-1002, "Received HTTP/0.9 when not allowed", head: false, "malformed_response", executed: true),
        Row(-1005, "Recv failure: Connection reset by peer", head: false, "connection_failed", executed: true),
        Row(-1005, "Recv failure: Connection reset by peer", head: true, "truncated_response", executed: true),
        Row(-1011, "Empty reply from server", head: false, "connection_failed", executed: true),
        Row(-1001, "", head: false, "timed_out", executed: true),
        Row(-1001, "", head: true, "timed_out", executed: true),
        Row(-1000, "", head: false, "invalid_argument", executed: false),
        Row(-1100, "File system error", head: false, "file_unavailable", executed: false),
        Row(-999, "", head: false, "connection_failed", executed: true),
    ]

    @Test("each code, before and after the answer's head, has its meaning and its advice", arguments: rows)
    func meaning(row: Row) throws {
        let code: URLError.Code? = URLError.Code(rawValue: row.code)
        let error = TransportFailure(code: try #require(code), detail: row.detail, hasHead: row.hasHead).error
        #expect(error.code.rawValue == row.expected)
        #expect(error.mayHaveBeenExecuted == row.mayHaveBeenExecuted)
        #expect(error.advice != nil)
    }
}

@Suite("Proxies for plain http")
struct PlainTextProxyTests {
    @Test(
        "the variables that libcurl honors count, unless they name the host as an exception",
        arguments: [
            ([:], false),
            (["http_proxy": "http://127.0.0.1:9"], true),
            (["http_proxy": ""], false),
            (["HTTP_PROXY": "http://127.0.0.1:9"], false),
            (["https_proxy": "http://127.0.0.1:9"], false),
            (["all_proxy": "socks5://127.0.0.1:9"], true),
            (["ALL_PROXY": "socks5://127.0.0.1:9"], true),
            (["http_proxy": "p", "no_proxy": "127.0.0.1"], false),
            (["http_proxy": "p", "NO_PROXY": "localhost, 127.0.0.1"], false),
            (["http_proxy": "p", "no_proxy": "*"], false),
            (["http_proxy": "p", "no_proxy": "localhost"], true),
            (["http_proxy": "p", "no_proxy": "localhost", "NO_PROXY": "*"], true),
            (["http_proxy": "p", "no_proxy": "127.0.0.10"], true),
        ])
    func environment(variables: [String: String], expected: Bool) {
        #expect(PlainTextProxy.applies(toHost: "127.0.0.1", environment: variables) == expected)
    }
}
