import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("The head of an answer, line by line")
struct AnswerHeadTests {
    private func head(_ lines: String...) throws -> AnswerHead { try head(lines.map { Array($0.utf8) }) }

    private func head(_ lines: [[UInt8]]) throws -> AnswerHead {
        var head = AnswerHead()
        for line in lines { try head.read(line + [0x0D, 0x0A]) }
        return head
    }

    @Test("status and fields are read as they come")
    func plain() throws {
        let head = try head("HTTP/1.1 200 OK", "Content-Type: text/plain", "X-A:b", "X-Empty:", "X-B: \t c d \t", "")
        #expect(head.isComplete)
        #expect(head.status == 200)
        #expect(head.fields.map(\.name) == ["Content-Type", "X-A", "X-Empty", "X-B"])
        #expect(head.fields.map(\.value) == ["text/plain", "b", "", "c d"])
    }

    @Test(
        "status lines of every version and reason",
        arguments: [
            ("HTTP/2 204 ", 204), ("HTTP/1.0 404", 404), ("HTTP/1.1 429 Too Many Requests", 429), ("HTTP/3 999 x", 999),
        ])
    func statusLine(line: String, status: Int) throws {
        let head = try head(line, "")
        #expect(head.status == status)
        #expect(head.isComplete)
    }

    @Test(
        "a status that is none is malformed",
        arguments: ["HTTP/1.1 abc OK", "HTTP/1.1", "HTTP/1.1 7 x", "HTTP/1.1 1000 x", "HTTP/1.1 101 Other"])
    func noStatus(line: String) throws {
        let error = #expect(throws: FreshworksError.self) { try head(line, "") }
        #expect(error?.code == .malformedResponse)
    }

    @Test("interim answers leave nothing behind")
    func interim() throws {
        let head = try head(
            "HTTP/1.1 100 Continue", "X-Early: 1", "", "HTTP/1.1 103 Early Hints", "Link: </x>", "",
            "HTTP/1.1 201 Made",
            "X-Late: 2", "")
        #expect(head.status == 201)
        #expect(head.fields.map(\.name) == ["X-Late"])
    }

    @Test("what follows the head is trailers and changes nothing")
    func trailers() throws {
        let head = try head("HTTP/1.1 200 OK", "A: 1", "", "Server-Timing: x", "HTTP/1.1 500 Trailer", "")
        #expect(head.status == 200)
        #expect(head.fields.count == 1)
    }

    @Test(
        "the body has the length that is announced where nothing else decides it",
        arguments: [
            (["Content-Length: 12"], 12), (["content-length:12 "], 12), ([], nil),
            (["Content-Length: 12", "Content-Encoding: gzip"], nil),
            (["Transfer-Encoding: chunked", "Content-Length: 12"], nil), (["Content-Length: many"], nil),
        ] as [([String], Int?)])
    func announcedLength(fields: [String], length: Int?) throws {
        let head = try head((["HTTP/1.1 200 OK"] + fields + [""]).map { Array($0.utf8) })
        #expect(head.bodyLength == length)
    }

    @Test("Latin-1 is read as such, UTF-8 as such")
    func encodings() throws {
        let head = try head([
            Array("HTTP/1.1 200 OK".utf8), Array("A: caf".utf8) + [0xE9], Array("B: café".utf8), [],
        ])
        #expect(head.fields.map(\.value) == ["café", "café"])
    }

    @Test("a value that goes on in the next line is one value; a line without a colon is none")
    func oddLines() throws {
        let head = try head("HTTP/1.1 200 OK", " lost", "A: 1", "  2", "\t3 ", "nonsense", "B: 4", "")
        #expect(head.fields.map(\.name) == ["A", "B"])
        #expect(head.fields.map(\.value) == ["1 2 3", "4"])
    }

    @Test(
        "one length is fine however often it is said, two are malformed",
        arguments: [
            (["5"], true), (["5", "5"], true), (["5, 5"], true), (["5", "6"], false), (["5, 6"], false),
            (["5", "05"], false),
        ])
    func lengths(values: [String], isSound: Bool) throws {
        let lines = ["HTTP/1.1 200 OK"] + values.map { "content-length: \($0)" } + [""]
        let result = Result { try head(lines.map { Array($0.utf8) }) }
        #expect(((try? result.get()) != nil) == isSound)
        if case .failure(let error) = result { #expect((error as? FreshworksError)?.code == .malformedResponse) }
    }

    @Test(
        "a body comes chunked and packed once with gzip, or as it is; whatever nobody asked for is malformed",
        arguments: [
            ("Content-Encoding: gzip", true), ("content-encoding: X-GZIP", true), ("Content-Encoding: identity", true),
            ("Content-Encoding:", true), ("Content-Encoding: br", false), ("Content-Encoding: zstd", false),
            ("Content-Encoding: deflate", false), ("Content-Encoding: gzip, gzip", false),
            ("Content-Encoding: gzip\r\nContent-Encoding: gzip", false), ("Content-Encoding: identity,gzip", true),
            ("Transfer-Encoding: chunked", true), ("Transfer-Encoding: gzip, chunked", false),
        ])
    func packings(fields: String, isSound: Bool) throws {
        let lines = ["HTTP/1.1 200 OK"] + fields.split(separator: "\r\n").map(String.init) + [""]
        let result = Result { try head(lines.map { Array($0.utf8) }) }
        #expect(((try? result.get()) != nil) == isSound)
        if case .failure(let error) = result { #expect((error as? FreshworksError)?.code == .malformedResponse) }
        // A file takes nothing packed.
        var ofFile = AnswerHead(allowsGzip: false)
        let packed = isSound && fields.lowercased().contains("gzip")
        let ofFileResult = Result { for line in lines { try ofFile.read(Array("\(line)\r\n".utf8)) } }
        #expect(((try? ofFileResult.get()) != nil) == (isSound && !packed))
    }

    @Test("1,000 lines and 256 KiB are read, one more of either is not")
    func caps() throws {
        var lines = AnswerHead()
        for _ in 0..<1_000 { try lines.read(Array("A: 1\r\n".utf8)) }
        #expect(throws: FreshworksError.self) { try lines.read(Array("A: 1\r\n".utf8)) }
        var bytes = AnswerHead()
        let line = [UInt8](repeating: 0x41, count: 1024)
        for _ in 0..<256 { try bytes.read(line) }
        let error = #expect(throws: FreshworksError.self) { try bytes.read([0x41]) }
        #expect(error?.code == .responseTooLarge)
    }

    @Test("interim heads and trailers count too")
    func capsOfAll() throws {
        var head = AnswerHead()
        #expect(throws: FreshworksError.self) {
            while true {
                try head.read(Array("HTTP/1.1 100 Continue\r\n".utf8))
                try head.read(Array("\r\n".utf8))
            }
        }
        #expect(!head.isComplete)
    }

    @Test("seeded nonsense never traps, and a complete head has a status")
    func nonsense() {
        var random = SeededGenerator(seed: 9)
        let pieces = [
            "HTTP/1.1 ", "HTTP/2", "200", " ", ":", "\t", "A", "content-length", "5", ",", "\r", "\n", "\u{E9}",
        ]
        for _ in 0..<5_000 {
            var head = AnswerHead()
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let count = Int.random(in: 0...6, using: &random)
                let line = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
                guard (try? head.read(Array(line.utf8))) != nil else { break }
            }
            if head.isComplete { #expect((100..<1000).contains(head.status)) }
        }
    }
}
