import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Files in the sandbox's Freshdesk", .inTurn)
struct FreshdeskAttachmentTests {
    let desk = FreshdeskCaller()

    static let ticketForm = """
        --frontier
        Content-Disposition: form-data; name="email"

        ana@globex.example
        --frontier
        Content-Disposition: form-data; name="subject"

        Übung
        --frontier
        Content-Disposition: form-data; name="description"

        two
        lines, --frontie
        --frontier
        Content-Disposition: form-data; name="priority"

        3
        --frontier
        Content-Disposition: form-data; name="tags[]"

        a
        --frontier
        Content-Disposition: form-data; name="tags[]"

        b
        --frontier
        Content-Disposition: form-data; name="custom_fields[cf_seats]"

        12
        --frontier
        Content-Disposition: form-data; name="custom_fields[cf_locked]"

        true
        --frontier
        Content-Disposition: form-data; name="attachments[]"; filename="say %22hi%22 é.txt"
        Content-Type: text/plain

        hello
        --frontier
        Content-Disposition: form-data; name="attachments[]"; filename="empty.bin"
        Content-Type: application/octet-stream


        --frontier--

        """

    private func expectTicket(_ ticket: JSONValue) {
        #expect(ticket["subject"] == "Übung")
        #expect(ticket["description"] == "<div>two\r\nlines, --frontie</div>")
        #expect(ticket["priority"] == 3)
        #expect(ticket["tags"] == ["a", "b"])
        #expect(ticket["custom_fields"]?["cf_seats"] == 12)
        #expect(ticket["custom_fields"]?["cf_locked"] == true)
        let files = ticket["attachments"]?.arrayValue ?? []
        #expect(files.map { $0["name"] } == ["say \"hi\" é.txt", "empty.bin"])
        #expect(files.map { $0["file_size"] } == [5, 0])
        #expect(files.map { $0["content_type"] } == ["text/plain", "application/octet-stream"])
    }

    @Test("a form carries arrays, custom fields and files; numbers are read from text")
    func form() async throws {
        let answer = try await desk.form(.post, "tickets", Self.ticketForm)
        #expect(answer.status == 201)
        try expectTicket(answer.json)
    }

    @Test("over real HTTP a form creates the same ticket, whose files are fetched without a credential")
    func overHTTP() async throws {
        let server = try await desk.sandbox.serve()
        defer { server.stop() }
        let key = basic("\(desk.sandbox.freshdesk.apiKey):X")
        let body = Self.ticketForm.replacing("\n", with: "\r\n")
        let client = try RawClient(port: server.port)
        let answer = try client.exchange(
            "POST /api/v2/tickets HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nAuthorization: \(key)\r\n"
                + "Content-Type: multipart/form-data; boundary=\"frontier\"\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
                + body)
        #expect(answer.status == 201)
        #expect(answer.fields["location"] == "http://127.0.0.1:\(server.port)/api/v2/tickets/121")
        let ticket = try JSONValue(parsing: Data(answer.body.utf8))
        expectTicket(ticket)
        let address = try #require(ticket["attachments"]?.arrayValue?.first?["attachment_url"]?.stringValue)
        let origin = "http://127.0.0.1:\(server.port)"
        #expect(address.hasPrefix(origin + "/attachments/70112000001/say%20%22hi%22%20%C3%A9.txt?"))
        let path = address.dropFirst(origin.count)
        let file = try client.exchange("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
        #expect(file.status == 200)
        #expect(file.body == "hello")
        #expect(file.fields["content-type"] == "text/plain")
    }

    private func download(_ address: String, _ authorization: String? = nil) async throws -> SandboxCaller.Answer {
        var request = TransportRequest(.get, try #require(URL(string: address)))
        if let authorization { try request.headers.set("Authorization", to: authorization) }
        let response = try await desk.sandbox.transport.send(request)
        return SandboxCaller.Answer(
            status: response.status, headers: response.headers, text: String(decoding: response.body, as: UTF8.self))
    }

    @Test("downloads live elsewhere, answer whoever has the link, and remember who brought a credential")
    func downloads() async throws {
        let ticket = try await desk.form(.post, "tickets", Self.ticketForm).json
        let address = try #require(ticket["attachments"]?.arrayValue?.first?["attachment_url"]?.stringValue)
        #expect(address.hasPrefix("https://cdn.example.net/attachments/"))
        #expect(try await download(address).text == "hello")
        #expect(try await download(address, basic("\(desk.sandbox.freshdesk.apiKey):X")).text == "hello")
        let log = desk.sandbox.requests.suffix(2)
        #expect(log.map(\.credential) == [.missing, .unknown])
        #expect(log.map(\.status) == [200, 200])
        #expect(log.map(\.host) == ["cdn.example.net", "cdn.example.net"])
        #expect(log.allSatisfy { $0.product == nil })
        #expect(try await download(address + "x").status == 403)
        #expect(try await download(address.replacing("70112000001", with: "70112000009")).status == 404)
        #expect(try await download("https://cdn.example.net/other").status == 404)
        desk.clock.advance(by: .seconds(301))
        #expect(try await download(address).status == 403)
    }

    @Test("replies, notes and their updates take files, and files can be deleted")
    func conversations() async throws {
        let form = """
            --frontier
            Content-Disposition: form-data; name="body"

            x
            --frontier
            Content-Disposition: form-data; name="attachments[]"; filename="a.txt"

            abc
            --frontier--
            """
        let reply = try await desk.form(.post, "tickets/120/reply", form)
        #expect(reply.status == 201)
        #expect(try reply.json["attachments"]?.arrayValue?.map { $0["size"] } == [3])
        let note = try await desk.form(.post, "tickets/120/notes", form)
        let id = try #require(try note.json["id"]?.int64Value)
        let edited = try await desk.form(.put, "conversations/\(id)", form)
        #expect(try edited.json["attachments"]?.arrayValue?.count == 2)
        #expect(try await desk.call(.delete, "attachments/70112000002").status == 204)
        #expect(try await desk.call(.delete, "attachments/70112000002").status == 404)
        let rows = try await desk.call(.get, "tickets/120/conversations").json.arrayValue ?? []
        #expect(rows.map { $0["attachments"]?.arrayValue?.count } == [1, 1])
        let ticket = try await desk.form(.put, "tickets/120", form.replacing("\"body\"", with: "\"description\""))
        #expect(ticket.status == 200)
        #expect(try ticket.json["attachments"]?.arrayValue?.map { $0["file_size"] } == [3])
    }

    @Test("an avatar is one picture")
    func avatar() async throws {
        let form = """
            --frontier
            Content-Disposition: form-data; name="avatar"; filename="me.png"
            Content-Type: image/png

            123
            --frontier--
            """
        let answer = try await desk.form(.put, "contacts/70041000001", form)
        #expect(answer.status == 200)
        let avatar = try answer.json["avatar"]
        #expect(avatar?["name"] == "me.png")
        #expect(avatar?["size"] == 3)
        #expect(avatar?["avatar_url"]?.stringValue?.hasPrefix("https://cdn.example.net/") == true)
        #expect(
            try await desk.form(.put, "contacts/70041000001", form.replacing("me.png", with: "me.gif")).complaints()
                == ["avatar invalid_value"])
    }

    @Test("more than 20 MB on one ticket are refused")
    func limit() async throws {
        func form(_ megabytes: Int) -> String {
            "--frontier\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a\"\n\n"
                + String(repeating: "a", count: megabytes << 20) + "\n--frontier--"
        }
        #expect(try await desk.form(.put, "tickets/120", form(20)).status == 200)
        #expect(try await desk.form(.put, "tickets/120", form(1)).complaints() == ["attachments invalid_value"])
        #expect(try await desk.form(.put, "tickets/119", form(21)).complaints() == ["attachments invalid_value"])
    }

    @Test(
        "what is no form is refused",
        arguments: [
            "", "--frontier", "--frontier\n--frontier--", "--frontier\n\n--frontier--", "--frontier\n", "x--frontier--",
            "--frontier\n\nx\n--frontier--",
            "--frontier\nContent-Disposition: form-data; name=\"body\"\n\nx",
            "--frontier\nContent-Disposition: attachment; name=\"body\"\n\nx\n--frontier--",
            "--frontier\nContent-Disposition: form-data\n\nx\n--frontier--", "--frontier--trailing",
        ])
    func malformed(text: String) async throws {
        #expect(try await desk.form(.post, "tickets/120/notes", text).status == 400)
    }

    @Test("a form that was cut anywhere is refused, and leaves no ticket")
    func cuts() async throws {
        let desk = FreshdeskCaller { $0.freshdeskCallsPerMinute = 10_000 }
        let form = Self.ticketForm.replacing("\n", with: "\r\n").utf8
        for length in 1..<form.count where length != form.count - 2 {
            let answer = try await desk.call(
                .post, "tickets", String(decoding: form.prefix(length), as: UTF8.self),
                type: "multipart/form-data; boundary=frontier")
            #expect(answer.status == 400, "\(length)")
        }
        #expect(try await desk.call(.get, "tickets/121").status == 404)
    }

    @Test("fields of a form are judged like those of JSON")
    func fields() async throws {
        func field(_ name: String, _ value: String) -> String {
            "--frontier\nContent-Disposition: form-data; name=\"\(name)\"\n\n\(value)\n--frontier--"
        }
        for (name, value, complaint) in [
            ("priority", "high", "priority invalid_value"), ("priority", "9", "priority invalid_value"),
            ("responder_id", "x", "responder_id datatype_mismatch"), ("tags", "a", "tags datatype_mismatch"),
            ("colour", "a", "colour invalid_field"), ("attachments[]", "a", "attachments invalid_field"),
            ("custom_fields[cf_locked]", "1", "custom_fields.cf_locked datatype_mismatch"),
            ("custom_fields[x]", "1", "custom_fields.x invalid_field"),
            ("custom_fields[a][b]", "1", "custom_fields[a][b] invalid_field"),
        ] {
            #expect(try await desk.form(.put, "tickets/120", field(name, value)).complaints() == [complaint], "\(name)")
        }
    }
}
