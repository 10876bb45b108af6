import Foundation
import Testing

@testable import FreshworksSandbox

@Suite("The request parser")
struct HTTPRequestParserTests {
    static let samples = [
        "GET /api/v2/tickets?page=2 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAccept: */*\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world",
        "POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;q=\"1\"\r\n world\r\n0\r\nT: 1\r\n\r\n",
        "PUT /c HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
    ]

    /// Everything the parser makes of a stream, as text, when it comes in pieces of the given size.
    private func outcome(_ bytes: [UInt8], pieces: Int) -> [String] {
        var parser = HTTPRequestParser()
        var events: [String] = []
        var rest = bytes[...]
        do {
            while !rest.isEmpty {
                parser.append(Array(rest.prefix(pieces)))
                rest = rest.dropFirst(pieces)
                while let event = try parser.next() {
                    switch event {
                    case .wantsContinue: events.append("continue")
                    case .request(let head, let body):
                        events.append("\(head.method) \(head.target) \(String(decoding: body, as: UTF8.self))")
                    }
                }
            }
        } catch {
            events.append("refused \(error.status)")
        }
        return events
    }

    @Test("requests are the same however the bytes are cut", arguments: [1, 2, 3, 7, 64, 10_000])
    func cuts(pieces: Int) {
        let bytes = Array(Self.samples.joined().utf8)
        #expect(
            outcome(bytes, pieces: pieces) == [
                "GET /api/v2/tickets?page=2 ", "POST /a hello world", "POST /b hello world", "continue", "PUT /c {}",
            ])
    }

    @Test("20,000 mutated requests neither crash nor depend on how the bytes are cut")
    func mutations() {
        var generator = SeededGenerator(seed: 20_250_602, purpose: "mutations")
        let interesting: [UInt8] = [0, 9, 10, 13, 32, 34, 44, 48, 57, 58, 59, 70, 127, 128, 255]
        var refused = 0
        var served = 0
        for _ in 0..<20_000 {
            var bytes = Array((generator.pick(Self.samples) + generator.pick(Self.samples)).utf8)
            for _ in 0..<(1 + generator.below(4)) {
                let index = generator.below(bytes.count)
                switch generator.below(5) {
                case 0: bytes[index] = UInt8(generator.below(256))
                case 1: bytes[index] = generator.pick(interesting)
                case 2: bytes.insert(generator.pick(interesting), at: index)
                case 3: bytes.remove(at: index)
                default: bytes.insert(contentsOf: bytes[index...].prefix(generator.below(20)), at: index)
                }
            }
            let whole = outcome(bytes, pieces: bytes.count)
            let cut = outcome(bytes, pieces: 1 + generator.below(9))
            if whole != cut { Issue.record("cut in pieces it is \(cut), whole \(whole): \(bytes)") }
            if whole.last?.hasPrefix("refused") ?? false { refused += 1 } else { served += 1 }
        }
        // Both ways out must have been tried.
        #expect(refused > 1000)
        #expect(served > 1000)
    }

    @Test("a body longer than allowed is refused before it is stored")
    func limits() throws {
        var parser = HTTPRequestParser(limits: .init(body: 4))
        parser.append(Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\n".utf8))
        #expect(throws: HTTPRefusal(413, "The body is too long")) { try parser.next() }
    }
}
