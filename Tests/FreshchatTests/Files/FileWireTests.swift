import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshchat uploads")
struct FileWireTests {
    private let answer = """
        {"file_name":"a.log","file_content_type":"text/plain","file_extension_type":"log","file_hash":"h1",\
        "file_security_status":"VALID","file_size":3}
        """

    @Test("a file goes out as a form from disk, and its part is what a message needs")
    func upload() async throws {
        let seen = ScriptedTransport { [answer] request in
            guard case .file(let url) = request.body else { return .empty(500) }
            let form = try String(contentsOf: url, encoding: .utf8)
            #expect(form.contains(#"Content-Disposition: form-data; name="file"; filename="a.log""#))
            #expect(form.contains("Content-Type: text/plain\r\n\r\nabc\r\n"))
            #expect(request.headers["Content-Type"]?.hasPrefix("multipart/form-data; boundary=") ?? false)
            return .json(200, answer)
        }
        let file = try await freshchat(seen).files.upload(.data(Data("abc".utf8), filename: "a.log"))
        #expect(
            JSONText(file.part.jsonValue.description)
                == """
                {"file":{"name":"a.log","fileHash":"h1","file_size_in_bytes":3,"content_type":"text/plain",\
                "file_extension":"log"}}
                """)
        #expect(file.securityStatus == "VALID")
    }

    @Test("an image goes out under its own name, and its part is its address")
    func uploadImage() async throws {
        let seen = ScriptedTransport { request in
            guard case .file(let url) = request.body else { return .empty(500) }
            let form = try String(contentsOf: url, encoding: .utf8)
            #expect(form.contains(#"name="image"; filename="a.PNG""#))
            #expect(form.contains("Content-Type: image/png"))
            return .json(200, #"{"url":"https://img.example.org/a.png"}"#)
        }
        let image = try await freshchat(seen).files.uploadImage(.data(Data("abc".utf8), filename: "a.PNG"))
        #expect(JSONText(image.part.jsonValue.description) == #"{"image":{"url":"https://img.example.org/a.png"}}"#)
    }

    @Test("what is too large, empty, of the wrong type or not there is refused before anything is sent")
    func refused() async throws {
        let wire = ScriptedTransport(.json(200, answer))
        let files = try freshchat(wire).files
        let large = Data(count: 25 * 1024 * 1024 + 1)
        await expectRefusal(.requestTooLarge) { try await files.upload(.data(large, filename: "a.bin")) }
        await expectRefusal(.invalidArgument) { try await files.upload(.data(Data(), filename: "a.bin")) }
        await expectRefusal(.invalidArgument) { try await files.upload(.data(Data("a".utf8), filename: " ")) }
        await expectRefusal(.invalidArgument) {
            try await files.upload(.data(Data("a".utf8), filename: "a", contentType: "text"))
        }
        await expectRefusal(.invalidArgument) { try await files.uploadImage(.data(Data("a".utf8), filename: "a.txt")) }
        await expectRefusal(.fileUnavailable) { try await files.upload(.file(at: URL(filePath: "/nobody/knows"))) }
        let folder = try TemporaryFolder()
        let empty = try folder.file("empty.bin", Data())
        await expectRefusal(.invalidArgument) { try await files.upload(.file(at: empty)) }
        #expect(wire.requests.isEmpty)
    }

    @Test("files and images go to the sandbox and into a message")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let file = try await client.files.upload(.data(Data("abc".utf8), filename: "a.log"))
        #expect(file.sizeInBytes == 3)
        #expect(file.fileExtension == "log")
        let image = try await client.files.uploadImage(.data(Data("abc".utf8), filename: "a.png"))
        let user = try #require(try await client.users.list().first())
        let id = try #require(try await client.users.conversations(of: user.id).first()?.id)
        let sent = try await client.messages.send(MessageDraft(from: .bot(), parts: [file.part, image.part]), to: id)
        #expect(sent.parts?.first?.file?.fileHash == file.fileHash)
        #expect(sent.parts?.last?.image?.url == image.url)
        #expect(try await client.conversations.rate(id, ["stars": 5])?["stars"] == 5)
    }
}
