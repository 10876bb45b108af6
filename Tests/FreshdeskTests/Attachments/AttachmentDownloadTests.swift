import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Files that come with Freshdesk records")
struct AttachmentDownloadTests {
    private func attachment(_ url: String) throws -> FileAttachment {
        try FileAttachment(json: ["id": 70_112_233_445, "attachment_url": .string(url)])
    }

    @Test("every documented property; the size under both of its names")
    func reading() throws {
        let probe = try RecordProbe<FileAttachment>(
            """
            {"id":70112233445,"name":"log.txt","content_type":"text/plain","size":1843,\
            "created_at":"2025-03-04T09:12:33Z","updated_at":"2025-03-04T09:12:34Z",\
            "attachment_url":"https://cdn.example.net/log.txt?sig=abc","thumb_url":"https://cdn.example.net/t.png"}
            """)
        #expect(probe.record.id == 70_112_233_445)
        probe.reads(\.name, "log.txt")
        probe.reads(\.contentType, "text/plain")
        probe.reads(\.size, 1843)
        probe.reads(\.createdAt, utc(2025, 3, 4, 9, 12, 33))
        probe.reads(\.updatedAt, utc(2025, 3, 4, 9, 12, 34))
        probe.reads(\.url?.absoluteString, "https://cdn.example.net/log.txt?sig=abc")
        probe.reads(\.thumbnailURL?.absoluteString, "https://cdn.example.net/t.png")
        #expect(try RecordProbe<FileAttachment>(#"{"id":1,"file_size":12}"#).record.size == 12)
    }

    @Test("a download goes to the address as it is, without the credential, to memory or to a file")
    func download() async throws {
        let wire = ScriptedTransport(.text(200, "line 1", type: "text/plain"))
        let attachments = try freshdesk(wire).attachments
        let log = try attachment("https://cdn.example.net/log.txt?sig=abc")
        #expect(try await attachments.download(log) == Data("line 1".utf8))
        try await attachments.download(log, to: URL(filePath: "/nowhere/log.txt"))
        #expect(
            wire.requests.map(\.url.absoluteString)
                == Array(repeating: "https://cdn.example.net/log.txt?sig=abc", count: 2))
        #expect(wire.requests.allSatisfy { $0.method == .get && $0.headers["Authorization"] == nil })
        guard case .file(let file) = wire.requests[1].destination else {
            Issue.record("not to a file")
            return
        }
        #expect(file.path == "/nowhere/log.txt")
    }

    @Test("the account's own host gets no credential either")
    func ownHost() async throws {
        let wire = ScriptedTransport(.text(200, "x", type: "text/plain"))
        let own = try attachment("https://acme.freshdesk.com/helpdesk/attachments/1")
        _ = try await freshdesk(wire).attachments.download(own)
        #expect(wire.requests[0].headers["Authorization"] == nil)
    }

    @Test("a file on disk is the file that was served")
    func overHTTP() async throws {
        let server = try RawServer { request in
            [.response(200, ["Content-Type: text/plain"], request["Authorization"] ?? "unsigned")]
        }
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("log.txt")
        let client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"), runtime: FreshworksRuntime())
        try await client.attachments.download(attachment(server.url("/log.txt").absoluteString), to: file)
        #expect(try Data(contentsOf: file) == Data("unsigned".utf8))
        await client.api.runtime.shutdown()
        server.stop()
    }

    @Test(
        "plain http, other schemes and records without an address are refused before anything is sent",
        arguments: [
            "http://cdn.example.net/a", "file:///etc/hosts", "ftp://cdn.example.net/a",
            "http://127.0.0.1.example.net/a", "",
        ])
    func refused(url: String) async throws {
        let wire = ScriptedTransport(.empty(200))
        await expectRefusal(.invalidArgument) {
            _ = try await freshdesk(wire).attachments.download(attachment(url))
        }
        #expect(wire.requests.isEmpty)
    }

    @Test("an expired address is an error that says so, and hides the signature", arguments: [403, 404, 302])
    func expired(status: Int) async throws {
        let wire = ScriptedTransport(.empty(status, ("Location", "https://evil.example/")))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk(wire).attachments.download(attachment("https://cdn.example.net/log.txt?sig=abc"))
        }
        #expect(error?.status == status)
        #expect(error?.advice?.contains("expired") == true)
        #expect(error?.requestLine == "GET https://cdn.example.net")
        #expect(error?.description.contains("sig") == false)
        #expect(wire.requests.count == 1)
    }

    @Test("what a failed download tells shows no address, wherever it failed")
    func secretAddress() async throws {
        struct Broken: Error, CustomStringConvertible { let description: String }
        let log = try attachment("https://cdn.example.net/acme/log.txt?sig=FAKEsig0123456789&exp=300")
        let quoting = "no access to https://cdn.example.net/acme/log.txt?sig=FAKEsig0123456789&exp=300"
        let wires = [
            ScriptedTransport { throw Broken(description: "cannot read \($0.url)") },
            ScriptedTransport {
                throw FreshworksError(
                    .truncatedResponse, "cut off", underlying: Broken(description: $0.url.absoluteString))
            },
            ScriptedTransport(.json(404, #"{"code":"gone","message":"\#(quoting)"}"#)),
            ScriptedTransport(.text(410, "<p>\(quoting)</p>")),
        ]
        for wire in wires {
            for toFile in [true, false] {
                let error = try #require(
                    await #expect(throws: FreshworksError.self) {
                        let attachments = try freshdesk(wire).attachments
                        if toFile {
                            try await attachments.download(log, to: URL(filePath: "/nowhere/log.txt"))
                        } else {
                            _ = try await attachments.download(log)
                        }
                    })
                for part in [error as Any, error.underlying as Any, error.body as Any] {
                    for text in Exposure(of: part).texts {
                        #expect(!text.contains("FAKEsig") && !text.contains("log.txt"), "\(text)")
                    }
                }
            }
        }
    }

    @Test("an expired address is renewed from the ticket, or from its replies and notes")
    func renewal() async throws {
        let wire = ScriptedTransport { request in
            switch request.url.path {
            case "/old": .empty(403)
            case "/new": .text(200, "line 1", type: "text/plain")
            case "/api/v2/tickets/311":
                .json(200, #"{"id":311,"attachments":[{"id":7,"attachment_url":"https://cdn.example.net/new"}]}"#)
            default:
                .json(
                    200, #"[{"id":1},{"id":2,"attachments":[{"id":8,"attachment_url":"https://cdn.example.net/new"}]}]"#
                )
            }
        }
        let attachments = try freshdesk(wire).attachments
        func old(_ id: Int64) throws -> FileAttachment {
            try FileAttachment(json: ["id": id.jsonValue, "attachment_url": "https://cdn.example.net/old"])
        }
        #expect(try await attachments.download(old(7), of: 311) == Data("line 1".utf8))
        #expect(wire.requests.map(\.url.path) == ["/old", "/api/v2/tickets/311", "/new"])
        #expect(wire.requests.map { $0.headers["Authorization"] != nil } == [false, true, false])
        try await attachments.download(old(8), of: 311, to: URL(filePath: "/nowhere/log.txt"))
        #expect(
            wire.requests.dropFirst(3).map(\.url.path) == [
                "/old", "/api/v2/tickets/311", "/api/v2/tickets/311/conversations", "/new",
            ])
        await expectRefusal(.notFound) { _ = try await attachments.download(old(9), of: 311) }
        let bare = try FileAttachment(json: ["id": 7])
        #expect(try await attachments.download(bare, of: 311) == Data("line 1".utf8))
    }

    @Test("an address that works is used, and one that fails for another reason is not renewed")
    func noRenewal() async throws {
        let log = try attachment("https://cdn.example.net/log.txt?sig=abc")
        let wire = ScriptedTransport(.text(200, "x", type: "text/plain"))
        _ = try await freshdesk(wire).attachments.download(log, of: 311)
        #expect(wire.requests.count == 1)
        let failing = ScriptedTransport(.empty(503))
        await expectRefusal(.serviceFailed) { _ = try await freshdesk(failing).attachments.download(log, of: 311) }
        #expect(failing.requests.count == 1)
    }

    @Test("delete is a plain call")
    func delete() async throws {
        let wire = ScriptedTransport(.empty(204))
        try await freshdesk(wire).attachments.delete(70_112_233_445)
        #expect(wire.lines == ["DELETE /api/v2/attachments/70112233445"])
        await expectRefusal(.invalidPath) { try await freshdesk(wire).attachments.delete(0) }
    }
}
