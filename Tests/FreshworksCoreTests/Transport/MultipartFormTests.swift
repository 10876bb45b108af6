import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Multipart forms")
struct MultipartFormTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("fields and files come out as RFC 7578 has them, in order, bytes untouched")
    func layout() async throws {
        let onDisk = folder.url.appendingPathComponent("log.txt")
        try Data("line 1\r\nline 2\0".utf8).write(to: onDisk)
        var form = MultipartForm()
        form.add("subject", "Grüße")
        form.add("tags[]", "")
        try form.addFile("attachments[]", Data([0, 255]), filename: "a.bin")
        try form.addFile("attachments[]", at: onDisk, contentType: "text/plain; charset=utf-8")
        #expect(
            try await written(form) == Data(
                """
                --B\r
                Content-Disposition: form-data; name="subject"\r
                \r
                Grüße\r
                --B\r
                Content-Disposition: form-data; name="tags[]"\r
                \r
                \r
                --B\r
                Content-Disposition: form-data; name="attachments[]"; filename="a.bin"\r
                Content-Type: application/octet-stream\r
                \r\n
                """.utf8) + Data([0, 255])
                + Data(
                    """
                    \r
                    --B\r
                    Content-Disposition: form-data; name="attachments[]"; filename="log.txt"\r
                    Content-Type: text/plain; charset=utf-8\r
                    \r
                    line 1\r
                    line 2\0\r
                    --B--\r\n
                    """.utf8))
    }

    @Test("quotes, line breaks and control characters in names cannot end a header field")
    func escaping() async throws {
        var form = MultipartForm()
        try form.addFile("a\"b\r\nX: y", Data(), filename: "Zürich \"1\"\n\0%22\\.txt")
        let text = try await String(decoding: written(form), as: UTF8.self)
        #expect(
            text == """
                --B\r
                Content-Disposition: form-data; name="a%22b%0D%0AX: y"; filename="Zürich %221%22%0A%00%22\\.txt"\r
                Content-Type: application/octet-stream\r
                \r
                \r
                --B--\r\n
                """)
    }

    @Test("a content type with a line break is refused", arguments: ["text/plain\r\nX: y", "text/\u{0}"])
    func contentType(type: String) {
        var form = MultipartForm()
        #expect(throws: FreshworksError.self) {
            try form.addFile("a", Data(), filename: "a", contentType: type)
        }
    }

    @Test("no two forms share a boundary")
    func boundaries() async throws {
        let types = [
            try await MultipartForm().withTemporaryFile { _, type in type },
            try await MultipartForm().withTemporaryFile { _, type in type },
        ]
        #expect(types[0] != types[1])
        #expect(types.allSatisfy { $0.hasPrefix("multipart/form-data; boundary=swift-freshworks-") && $0.count < 110 })
    }

    @Test("the file is its owner's alone, and gone afterwards, also after a failure")
    func lifetime() async throws {
        struct Failed: Error {}
        let kept = try await MultipartForm().withTemporaryFile { file, _ in
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            return file
        }
        #expect(!FileManager.default.fileExists(atPath: kept.path))
        var seen: URL?
        await #expect(throws: Failed.self) {
            try await MultipartForm().withTemporaryFile { file, _ in
                seen = file
                throw Failed()
            }
        }
        #expect(!FileManager.default.fileExists(atPath: try #require(seen).path))
    }

    @Test("a form over the limit is refused before its file is made, one at the limit is not")
    func limit() async throws {
        let big = folder.url.appendingPathComponent("big")
        try Data(count: 1000).write(to: big)
        var form = MultipartForm()
        form.add("field", "12345")
        try form.addFile("file", at: big)
        await #expect(refusal(form, limit: 1004) == .requestTooLarge)
        await #expect(refusal(form, limit: 1005) == nil)
    }

    @Test("a file that is missing, a folder, or no local file is refused", arguments: ["missing", "."])
    func missing(name: String) async throws {
        var form = MultipartForm()
        try form.addFile("file", at: folder.url.appendingPathComponent(name))
        await #expect(refusal(form, limit: .max) == .fileUnavailable)
        var remote = MultipartForm()
        try remote.addFile("file", at: #require(URL(string: "https://acme.freshdesk.com/etc/hosts")))
        await #expect(refusal(remote, limit: .max) == .fileUnavailable)
    }

    @Test("a form arrives as it was written, with its length", .inTurn, arguments: TransportKind.allCases)
    func sent(kind: TransportKind) async throws {
        let server = try RawServer(always: .response(201, [], "made"))
        let transport = try kind.make()
        var form = MultipartForm()
        try form.addFile("file", Data.random(2_000_000, seed: 1), filename: "noise")
        let (response, written) = try await form.withTemporaryFile { file, contentType in
            var request = try server.request(.post, body: .file(file))
            try request.headers.set("Content-Type", to: contentType)
            return (try await transport.send(request), try Data(contentsOf: file))
        }
        let arrived = try #require(server.requests.first)
        #expect(response.status == 201)
        #expect(arrived["Content-Length"] == "\(written.count)")
        #expect(Data(arrived.body) == written)
        #expect(written.count > 2_000_000)
        #expect(arrived["Content-Type"]?.hasPrefix("multipart/form-data; boundary=") == true)
    }

    /// What is written, with the boundary as `B`.
    private func written(_ form: MultipartForm) async throws -> Data {
        try await form.withTemporaryFile { file, contentType in
            let boundary = try #require(contentType.split(separator: "=").last)
            let bytes = try Data(contentsOf: file)
            var result = Data()
            var rest = bytes[...]
            while let range = rest.firstRange(of: Data(boundary.utf8)) {
                result += rest[..<range.lowerBound] + Data("B".utf8)
                rest = rest[range.upperBound...]
            }
            return result + rest
        }
    }

    private func refusal(_ form: MultipartForm, limit: Int) async -> FreshworksError.Code? {
        do {
            try await form.withTemporaryFile(limit: limit) { _, _ in }
            return nil
        } catch {
            return (error as? FreshworksError)?.code
        }
    }
}
