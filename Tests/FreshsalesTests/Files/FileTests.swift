import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Files of Freshsales")
struct FileTests {
    /// Freshworks CRM API, files: the keys of a file.
    private static let document = #"""
        name                        read  text
        url                         read  url
        is_shared                   read  bool
        is_attached                 read  bool
        content_file_size           read  number
        content_file_size_readable  read  text
        content_content_type        read  text  contentType
        content_updated_at          read  time
        created_at                  read  time
        creater_id                  read  id    creatorID
        targetable                  read  object  target | sample {"type":"Deal","id":7}
        msg                         read  text  message
        """#

    @Test("every key as the service documents it")
    func fields() throws {
        try FieldSheet(Self.document).expectFields(of: SalesDocument.Fields.self)
        let file = try SalesDocument(json: ["id": 1, "targetable_id": 7, "targetable_type": "Contact"])
        #expect(file.target == .contact(7))
    }

    @Test("a file on disk is streamed as it is, under its own name or another")
    func streaming() async throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "a \"b\".bin")
        let content = Data((0..<300_000).map { UInt8($0 % 251) })
        try content.write(to: url)
        let wire = FormTransport(.json(200, #"{"document":{"id":8}}"#))
        let files = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock())
        ).files
        try await files.upload(.file(at: url, contentType: "application/x-b"), to: .contact(5), isShared: false)
        try await files.upload(.file(at: url, filename: "b.bin"), to: .salesAccount(6))
        #expect(wire.forms.map { $0.files.map(\.content) } == [[content], [content]])
        #expect(wire.forms[0].files[0].contentType == "application/x-b")
        #expect(
            wire.forms[0].lines == [
                "file_name=a \"b\".bin", "is_shared=false", "targetable_id=5", "targetable_type=Contact",
                "file=@a \"b\".bin",
            ])
        #expect(wire.forms[1].lines.first == "file_name=b.bin")
    }

    @Test("a file that is not there, a blank name and no record are refused before anything is sent")
    func refusals() async throws {
        let wire = ScriptedTransport(.json(200, #"{"document":{"id":8}}"#))
        let files = try wire.freshsales().files
        await expectRefusal(.fileUnavailable) {
            try await files.upload(.file(at: URL(filePath: "/nowhere/at/all")), to: .deal(5))
        }
        await expectRefusal(.invalidArgument) {
            try await files.upload(.data(Data(), filename: " "), to: .deal(5))
        }
        await expectRefusal(.invalidArgument) {
            try await files.upload(.data(Data(), filename: "a"), to: .deal(0))
        }
        await expectRefusal(.invalidArgument) {
            try await files.link(URL(filePath: "/a"), name: "", to: .deal(5))
        }
        #expect(wire.requests.isEmpty)
    }
}
