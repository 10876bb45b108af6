import Foundation
import FreshworksCore

extension TransportLaw {
    static let answers = [
        TransportLaw(name: "every status is an answer, with its body") { trial in
            for status in [200, 201, 202, 400, 401, 403, 404, 409, 429, 500, 503] {
                let body = Data("why it is \(status)".utf8)
                let url = try trial.address(.answer(status, ["WWW-Authenticate: Basic realm=\"x\""], body))
                let answer = try await trial.answer(to: TransportRequest(.get, url), "a call answered with \(status)")
                try trial.expect(answer.status == status, "\(status) is told as \(answer.status)")
                try trial.expect(answer.body, body, "the body of a \(status)")
                try trial.expectArrivals(1, at: url, "what is answered with \(status)")
            }
        },
        TransportLaw(name: "a redirect is an answer") { trial in
            for status in [301, 302, 303, 307, 308] {
                for method in [TransportRequest.Method.get, .post] {
                    let other = try trial.address(.answer(200, [], Data("elsewhere".utf8)))
                    let body = Data("moved".utf8)
                    let url = try trial.address(.answer(status, ["Location: \(other.absoluteString)"], body))
                    var request = TransportRequest(method, url)
                    if method == .post { request.body = .bytes(Data("{}".utf8)) }
                    let answer = try await trial.answer(to: request, "a \(method) answered with \(status)")
                    try trial.expectArrivals(0, at: other, "a request to where a \(status) leads")
                    try trial.expect(answer.status == status, "\(status) is told as \(answer.status)")
                    let location = answer.headers["Location"]
                    try trial.expect(location == other.absoluteString, "the Location of a \(status) is told wrong")
                    try trial.expect(answer.body, body, "the body of a \(status)")
                }
            }
        },
        TransportLaw(name: "all fields of an answer are told, repeated ones in their order") { trial in
            let url = try trial.address(
                .answer(
                    200,
                    [
                        "X-Word: one", "Set-Cookie: a=1; Path=/", "X-Word: two, too",
                        "Link: <https://acme.example/page?n=2>; rel=\"next\"", "Set-Cookie: b=2", "X-Word: three",
                    ]))
            let answer = try await trial.answer(to: TransportRequest(.get, url), "a call answered with many fields")
            for (name, value) in [
                ("X-Word", "one, two, too, three"), ("Set-Cookie", "a=1; Path=/, b=2"),
                ("link", "<https://acme.example/page?n=2>; rel=\"next\""),
            ] {
                let told = answer.headers[name]
                try trial.expect(
                    told == value, "the fields \(name) are told as \(told ?? "nothing") instead of \(value)")
            }
        },
        TransportLaw(name: "an answer ends where it says, and not before") { trial in
            let text = Data("hello world".utf8)
            let chunks = "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"
            let ways: [(String, [OddServer.Step])] = [
                ("a body in drips", [.drip(Array("\(ok)Content-Length: 11\r\n\r\nhello world".utf8), every: .zero)]),
                ("a body in chunks", [.send("\(ok)Transfer-Encoding: chunked\r\n\r\n\(chunks)")]),
                ("a body that ends with its connection", [.send("\(ok)Connection: close\r\n\r\nhello world"), .close]),
                (
                    "an answer behind one that says to wait",
                    [.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), .answer(200, [], text)]
                ),
            ]
            for (what, steps) in ways {
                let answer = try await trial.answer(
                    to: TransportRequest(.get, trial.server.address { _ in steps }), "a call answered with \(what)")
                try trial.expect(answer.status == 200, "the status of \(what) is told as \(answer.status)")
                try trial.expect(answer.body, text, what)
            }
            for (verb, head, status) in [
                ("HEAD", "\(ok)Content-Length: 11\r\n\r\n", 200), ("DELETE", "HTTP/1.1 204 No Content\r\n\r\n", 204),
                ("GET", "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", 304),
            ] {
                let url = try trial.address(.send(head))
                let answer = try await trial.answer(
                    to: TransportRequest(.init(rawValue: verb), url), "a \(verb) answered without a body")
                try trial.expect(answer.status == status, "\(status) is told as \(answer.status)")
                try trial.expect(answer.body.isEmpty, "an answer without a body has one")
            }
        },
        TransportLaw(name: "an answer that is cut is a failure") { trial in
            let ways: [(String, [OddServer.Step])] = [
                ("a body shorter than its length", [.send("\(ok)Content-Length: 100\r\n\r\nthe beginning"), .close]),
                ("a body cut between chunks", [.send("\(ok)Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"), .close]),
                ("a body cut inside a chunk", [.send("\(ok)Transfer-Encoding: chunked\r\n\r\n9\r\nab"), .close]),
            ]
            for (what, steps) in ways {
                let request = TransportRequest(.post, try trial.server.address { _ in steps })
                let error = try await trial.failure(
                    of: request, "a call answered with \(what)", .truncatedResponse, isExecuted: true)
                try trial.expect(error.status == 200, "the error of \(what) does not tell the status")
            }
            // A reset overtakes what was not read yet.
            let reset = TransportRequest(
                .post, try trial.address(.send("\(ok)Content-Length: 9\r\n\r\nab"), .reset))
            try await trial.failure(
                of: reset, "a call whose connection is reset", .truncatedResponse, .connectionFailed, isExecuted: true)
            let head = TransportRequest(.post, try trial.address(.send("\(ok)Content-Length: 3\r\n"), .close))
            try await trial.failure(
                of: head, "a call answered with half a head", .connectionFailed, .truncatedResponse,
                .malformedResponse, isExecuted: true)
        },
        TransportLaw(name: "what is not HTTP is told from what is cut") { trial in
            for text in [
                "SSH-2.0-OpenSSH_9\r\n", "garbage garbage\r\n\r\n", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n",
            ] {
                let request = TransportRequest(.post, try trial.address(.send(text), .close))
                try await trial.failure(
                    of: request, "a call answered with \(text.prefix { $0 != "\r\n" })", .malformedResponse,
                    isExecuted: true)
            }
        },
    ]

    static let ok = "HTTP/1.1 200 OK\r\n"
}
