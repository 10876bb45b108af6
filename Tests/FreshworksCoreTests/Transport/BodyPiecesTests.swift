import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("The pieces of a body")
struct BodyPiecesTests {
    @Test("are the body again when they are joined, however it arrived", arguments: 0..<20)
    func joining(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var pieces = BodyPieces()
        var expected = Data()
        let longest = [1, 100, 16_384, 3 * BodyPieces.pieceSize][Int(seed) % 4]
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            let part = Data.random(Int.random(in: 0...longest, using: &random), seed: random.next())
            pieces.append(part)
            expected.append(part)
            #expect(pieces.count == expected.count)
        }
        expectSame(pieces.takeJoined(), expected)
        #expect(pieces.count == 0)
        #expect(pieces.takeJoined().isEmpty)
    }

    @Test("are the body whatever length was announced", arguments: [0, 1, 99_999, 100_000, 100_001, 1_000_000])
    func announced(length: Int) {
        var pieces = BodyPieces()
        let body = Data.random(100_000, seed: 7)
        for start in stride(from: 0, to: body.count, by: 16_384) {
            pieces.append(body[start..<min(start + 16_384, body.count)], of: length)
        }
        // What has its room from the start is never joined.
        #expect((pieces.pieces.count == 1) == (length >= body.count))
        expectSame(pieces.takeJoined(), body)
    }

    @Test("take no room on the word of a head alone", arguments: [Int.min, -1, 0, 3, 1 << 40, Int.max])
    func lies(length: Int) {
        var pieces = BodyPieces()
        let part = Data.random(16_384, seed: 9)
        for number in 1...20 {
            pieces.append(part, of: length)
            #expect(pieces.room <= max(BodyPieces.pieceSize, BodyPieces.leverage * pieces.count))
            #expect(pieces.count == number * part.count)
        }
        expectSame(pieces.takeJoined(), Data((0..<20).flatMap { _ in part }))
    }

    @Test("get no more room than their call allows", arguments: [0, 3, 100_000, 1 << 40])
    func limited(length: Int) throws {
        var reception = try ResponseReception(.memory(limit: 100_000))
        for _ in 1...5 { try reception.append(Data(count: 20_000), status: 200, of: length) }
        #expect(reception.memory.room <= 100_000)
        #expect(throws: FreshworksError.self) { try reception.append(Data(count: 1), status: 200, of: length) }
        #expect(try reception.finish(status: 200, headers: HeaderFields(received: [])).body == Data(count: 100_000))
    }

    @Test("keep what they were given when its buffer is used again", arguments: [10, BodyPieces.pieceSize, 200_000])
    func borrowed(size: Int) {
        var pieces = BodyPieces()
        var buffer = [UInt8](repeating: 1, count: size)
        for fill in 1...3 as ClosedRange<UInt8> {
            for index in buffer.indices { buffer[index] = fill }
            buffer.withUnsafeMutableBytes { bytes in
                guard let start = bytes.baseAddress else { return }
                pieces.append(Data(bytesNoCopy: start, count: bytes.count, deallocator: .none))
            }
        }
        let joined = pieces.takeJoined()
        #expect(joined.count == 3 * size)
        for fill in 1...3 { #expect(joined.dropFirst((fill - 1) * size).prefix(size).allSatisfy { $0 == UInt8(fill) }) }
    }

    /// Without the difference of the two, which the testing library would look for in 300 KB for minutes.
    private func expectSame(_ joined: Data, _ expected: Data, at place: SourceLocation = #_sourceLocation) {
        let isSame = joined == expected
        #expect(isSame, "\(joined.count) and \(expected.count) bytes", sourceLocation: place)
    }
}
