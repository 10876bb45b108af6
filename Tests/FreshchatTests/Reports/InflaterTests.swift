import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@testable import Freshchat

@Suite("Decompressing DEFLATE", .inTurn)
struct InflaterTests {
    /// Bytes in pieces of a few, so that every place is a border once.
    private struct PiecewiseSource: ByteSource {
        var bytes: ArraySlice<UInt8>
        var piece: Int

        mutating func read(upTo count: Int) throws -> [UInt8] {
            defer { bytes = bytes.dropFirst(min(count, piece)) }
            return Array(bytes.prefix(min(count, piece)))
        }
    }

    private func inflate(_ bytes: [UInt8], piece: Int = 7, limit: Int = 1 << 24) throws -> [UInt8] {
        var inflater = Inflater(PiecewiseSource(bytes: bytes[...], piece: piece))
        var output: [UInt8] = []
        while true {
            let part = try inflater.read(upTo: 1000)
            if part.isEmpty || output.count > limit { return output }
            output += part
        }
    }

    @Test("blocks of every kind, written down by hand")
    func byHand() throws {
        // Stored "abc"; fixed code "a" and its end; an empty stored block.
        #expect(try inflate([0x01, 3, 0, 0xFC, 0xFF, 0x61, 0x62, 0x63]) == Array("abc".utf8))
        #expect(try inflate([0x4B, 0x04, 0x00]) == Array("a".utf8))
        #expect(try inflate([0x01, 0, 0, 0xFF, 0xFF]).isEmpty)
    }

    @Test(
        "what is cut off or wrong is an error",
        arguments: [
            [], [0x01], [0x01, 3, 0, 0xFC, 0xFF, 0x61], [0x01, 3, 0, 0xFC, 0xFE, 0x61, 0x62, 0x63], [0x07],
            [0x4B, 0x04],
            [0x05, 0xFF, 0xFF, 0xFF],
        ] as [[UInt8]])
    func damaged(bytes: [UInt8]) {
        #expect(throws: FreshworksError.self) { try inflate(bytes) }
    }

    /// Makes streams with Python's zlib, spoils most of them, and says what zlib thinks of each.
    private static let script = """
        import random, zlib
        random.seed(14)
        words = [b'conversation', b',', b'\\r\\n', b'"Where is my order?"', b'agent', b'2024-03-05T09:07:33.120Z']
        def content():
            kind = random.randrange(5)
            size = random.choice([0, 1, 10, 300, 5000, 40000])
            if kind == 0: return bytes(random.randrange(256) for _ in range(size))
            if kind == 1: return b'a' * size
            if kind == 2: return b''.join(random.choice(words) for _ in range(size // 8))
            if kind == 3: return bytes(random.choice(b'abcd') for _ in range(size))
            return b''.join(random.choice(words) for _ in range(size // 16)) + bytes(random.randrange(256) for _ in range(size // 2))
        def known(data):
            d = zlib.decompressobj(-15)
            try: out = d.decompress(data)
            except zlib.error: return 'error'
            return 'error' if not d.eof else '%d:%08x' % (len(out), zlib.crc32(out))
        for index in range(900):
            c = zlib.compressobj(random.randrange(10), zlib.DEFLATED, -random.randrange(9, 16), random.randrange(1, 10),
                random.choice([zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED]))
            data = content()
            half = random.randrange(len(data) + 1)
            raw = c.compress(data[:half]) + c.flush(random.choice([zlib.Z_NO_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH]))
            raw = bytearray(raw + c.compress(data[half:]) + c.flush())
            if index % 3:
                for _ in range(random.randrange(1, 4)):
                    kind = random.randrange(3)
                    place = random.randrange(min(len(raw), random.choice([8, 64, 100000]))) if raw else 0
                    if not raw: break
                    if kind == 0: raw[place] ^= 1 << random.randrange(8)
                    elif kind == 1: raw[place] = random.randrange(256)
                    else: del raw[place:place + random.randrange(1, 9)]
            print(known(bytes(raw)), bytes(raw).hex())
        """

    @Test(
        "streams of every kind and 600 spoiled ones are what Python's zlib says",
        .enabled(if: Python.program != nil || Python.isRequired, "there is no Python"))
    func asPython() async throws {
        let lines = try await Python.run(Self.script, in: TemporaryFolder()).split(separator: "\n")
        #expect(lines.count == 900)
        var refused = 0
        for (index, line) in lines.enumerated() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            let bytes = SigningKey.bytes(String(parts[1]))
            var verdict = "error"
            if let output = try? inflate(bytes, piece: index % 2 == 0 ? 1 << 16 : 11) {
                var checksum = CRC32()
                checksum.add(output)
                verdict = "\(output.count):" + String(format: "%08x", checksum.value)
            }
            refused += verdict == "error" ? 1 : 0
            #expect(verdict == parts[0], "stream \(index)")
        }
        #expect(refused > 100)
        #expect(refused < 700)
    }

    @Test("no damage crashes or makes it run for ever")
    func mutations() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<3000 {
            var bytes = (0..<Int.random(in: 1...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            // Mostly dynamic blocks, which have most to go wrong.
            if Bool.random(using: &random) { bytes[0] = bytes[0] & 0xF8 | 0x05 }
            _ = try? inflate(bytes, limit: 1 << 20)
        }
    }
}
