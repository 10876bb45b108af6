import Foundation
import FreshworksCore

extension TransportLaw {
    static let requests = [
        TransportLaw(name: "a request arrives as it was given") { trial in
            for verb in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
                let rest = "/a%2Fb%20%C3%BC?q=a%20b&plus=%2B&list%5B%5D=1&empty="
                let url = try trial.server.address(rest) { _ in [.answer()] }
                var request = TransportRequest(.init(rawValue: verb), url)
                for (name, value) in fields { try request.headers.set(name, to: value) }
                if verb != "GET" { request.body = .bytes(Data("{}".utf8)) }
                _ = try await trial.answer(to: request, "a request with \(verb)")
                try trial.expectArrivals(1, at: url, "a request with \(verb)")
                guard let arrived = trial.server.requests(to: url).first else { return }
                try trial.expect(arrived.head.method == verb, "\(verb) has arrived as \(arrived.head.method)")
                let target = url.path(percentEncoded: true) + "?" + (url.query(percentEncoded: true) ?? "")
                try trial.expect(arrived.head.target == target, "\(target) has arrived as \(arrived.head.target)")
                for (name, value) in fields {
                    let values = arrived.values(of: name)
                    try trial.expect(values == [value], "the field \(name): \(value) has arrived as \(values)")
                }
            }
        },
        TransportLaw(name: "a body arrives whole, with its length, and is called nothing that it is not") { trial in
            try await arrives(.none, Data(), "no body", trial)
            for size in [0, 1, 100_000] {
                try await arrives(.bytes(.sample(size)), .sample(size), "a body of \(size) bytes", trial)
            }
            let whole = Data.sample(1000)
            try await arrives(.bytes(whole[100..<200]), Data(whole[100..<200]), "a part of other bytes", trial)
            let file = try trial.emptyFolder().appending(path: "upload")
            for size in [0, 1, 1_500_000] {
                try Data.sample(size).write(to: file)
                try await arrives(.file(file), .sample(size), "a file of \(size) bytes", trial)
            }
        },
        TransportLaw(name: "a file that cannot be read is refused, and nothing is sent") { trial in
            let folder = try trial.emptyFolder()
            for (file, what) in [(folder.appending(path: "missing"), "a file that is missing"), (folder, "a folder")] {
                let url = try trial.echo()
                let before = trial.server.receivedBytes
                try await trial.failure(
                    of: TransportRequest(.post, url, body: .file(file)), "a call that sends \(what)", .fileUnavailable,
                    isExecuted: false)
                try trial.expect(trial.server.receivedBytes == before, "something was sent of \(what)")
            }
        },
        TransportLaw(name: "nothing of a call is in the next one") { trial in
            let url = try trial.address(.answer(200, ["Set-Cookie: session=1; Path=/", "Set-Cookie: other=2"]))
            var first = TransportRequest(.post, url, body: .bytes(.sample(1000)))
            try first.headers.set("Authorization", to: "Bearer FAKE-first-0123456789")
            try first.headers.set("X-Of-The-First", to: "1")
            let second = TransportRequest(.get, url)
            // Twice, for a connection of either call may serve the next.
            for request in [first, second, first, second] { _ = try await trial.answer(to: request, "a plain call") }
            for arrived in trial.server.requests(to: url) {
                try trial.expect(arrived.values(of: "Cookie").isEmpty, "a cookie of an answer was sent")
                guard arrived.head.method == "GET" else { continue }
                for name in ["Authorization", "X-Of-The-First", "Content-Type", "Transfer-Encoding"] {
                    try trial.expect(arrived.values(of: name).isEmpty, "\(name) of the call before was sent")
                }
                try trial.expect(arrived.body.isEmpty, "the body of the call before was sent")
            }
        },
        TransportLaw(name: "calls that are made at once each get their own answer") { trial in
            // As many as a runtime makes unless told.
            let count = FreshworksRuntime.Configuration().maximumConnections
            let url = try trial.echo()
            try await withThrowingTaskGroup { group in
                for number in 0..<count {
                    group.addTask {
                        let body = Data("the body of call \(number)".utf8)
                        let request = TransportRequest(.post, url, body: .bytes(body))
                        let answer = try await trial.answer(to: request, "one of \(count) calls")
                        try trial.expect(answer.body == body, "a call got the answer to another one")
                    }
                }
                try await group.waitForAll()
            }
            try trial.expectArrivals(count, at: url, "what \(count) calls have sent")
        },
        TransportLaw(name: "a request that may have arrived is not sent again") { trial in
            for verb in ["POST", "PUT", "DELETE"] {
                // Over a connection that has served before, too: a library that repeats does it there.
                for isKept in [false, true] {
                    if isKept { _ = try await trial.answer(to: TransportRequest(.get, trial.echo()), "a plain call") }
                    let url = try trial.address(.close)
                    let request = TransportRequest(.init(rawValue: verb), url, body: .bytes(Data("{}".utf8)))
                    let what = "a \(verb) whose connection breaks"
                    try await trial.failure(of: request, what, .connectionFailed, isExecuted: true)
                    try trial.expectArrivals(1, at: url, what)
                }
            }
        },
    ]

    private static let fields = [
        ("Authorization", "Bearer FAKE-token-0123456789"), ("Accept", "application/json"),
        ("Content-Type", "application/json; charset=utf-8"), ("X-Words", "a: b, \"c\"; d=e"),
    ]

    private static func arrives(
        _ body: TransportRequest.Body, _ content: Data, _ what: String, _ trial: TransportTrial
    ) async throws {
        let url = try trial.echo()
        let answer = try await trial.answer(to: TransportRequest(.post, url, body: body), "a call that sends \(what)")
        guard let arrived = trial.server.requests(to: url).first else {
            throw TransportBreach("\(what) has not arrived")
        }
        try trial.expect(arrived.body, content, "what has arrived of \(what)")
        try trial.expect(answer.body, content, "the echo of \(what)")
        let lengths = arrived.values(of: "Content-Length")
        var isAnnounced = lengths == ["\(content.count)"]
        if case .none = body { isAnnounced = isAnnounced || lengths.isEmpty }
        try trial.expect(
            isAnnounced && arrived.values(of: "Transfer-Encoding").isEmpty, "\(what) came without its length")
        let types = arrived.values(of: "Content-Type")
        try trial.expect(
            types.isEmpty || types == ["application/octet-stream"],
            "\(what) was called \(types.joined(separator: ", "))")
    }
}
