/// Decompresses DEFLATE (RFC 1951) in pieces; the toolchain on Linux has nothing that does.
///
/// It holds the 32 KiB that the format looks back at and a piece, whatever the size of all.
struct Inflater<Source: ByteSource>: ByteSource {
    private var bits: BitReader<Source>
    private var state = State.betweenBlocks
    private var isLast = false
    private var output: [UInt8] = []
    /// How many bytes of the output were handed out.
    private var given = 0
    private var literals = HuffmanCode.none
    private var distances = HuffmanCode.none

    private enum State {
        case betweenBlocks
        case stored(Int)
        case coded
        case done
    }

    private static var window: Int { 32 * 1024 }
    private static var piece: Int { 64 * 1024 }

    init(_ source: Source) { bits = BitReader(source) }

    mutating func read(upTo count: Int) throws -> [UInt8] {
        if given == output.count { try fill() }
        let end = min(output.count, given + max(0, count))
        defer { given = end }
        return Array(output[given..<end])
    }

    /// Makes the next piece, after what the format may look back at.
    private mutating func fill() throws {
        if output.count > Self.window { output.removeFirst(output.count - Self.window) }
        given = output.count
        let goal = given + Self.piece
        while output.count < goal {
            switch state {
            case .done: return
            case .betweenBlocks: try beginBlock()
            case .stored(let left): try copyStored(left)
            case .coded: try decode(to: goal)
            }
        }
    }

    private mutating func beginBlock() throws {
        if isLast { return state = .done }
        isLast = try bits.take(1) == 1
        switch try bits.take(2) {
        case 0:
            bits.alignToByte()
            let length = try bits.take(16)
            guard try bits.take(16) == ~length & 0xFFFF else { throw FreshworksError.damaged("a length is wrong") }
            state = .stored(Int(length))
        case 1:
            literals = DeflateTables.fixedLiterals
            distances = DeflateTables.fixedDistances
            state = .coded
        case 2:
            try readCodes()
            state = .coded
        default: throw FreshworksError.damaged("a block is of no kind")
        }
    }

    private mutating func copyStored(_ left: Int) throws {
        guard left > 0 else { return state = .betweenBlocks }
        let bytes = try bits.bytes(upTo: left)
        guard !bytes.isEmpty else { throw FreshworksError.damaged("it ends too early") }
        output += bytes
        state = .stored(left - bytes.count)
    }

    /// The codes of a block, which are coded themselves (RFC 1951 §3.2.7).
    private mutating func readCodes() throws {
        let literalCount = Int(try bits.take(5)) + 257
        let distanceCount = Int(try bits.take(5)) + 1
        let lengthCount = Int(try bits.take(4)) + 4
        guard literalCount <= 286, distanceCount <= 30 else {
            throw FreshworksError.damaged("a code has too many words")
        }
        var lengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<lengthCount { lengths[DeflateTables.order[index]] = UInt8(try bits.take(3)) }
        guard let code = HuffmanCode(lengths[...], mustBeComplete: true) else {
            throw FreshworksError.damaged("a code is none")
        }
        lengths = []
        while lengths.count < literalCount + distanceCount {
            let symbol = try code.symbol(&bits)
            if symbol < 16 {
                lengths.append(UInt8(symbol))
                continue
            }
            var value: UInt8 = 0
            if symbol == 16 {
                guard let last = lengths.last else {
                    throw FreshworksError.damaged("nothing comes before a repetition")
                }
                value = last
            }
            let count =
                switch symbol {
                case 16: 3 + Int(try bits.take(2))
                case 17: 3 + Int(try bits.take(3))
                default: 11 + Int(try bits.take(7))
                }
            lengths += repeatElement(value, count: count)
        }
        guard lengths.count == literalCount + distanceCount, lengths[256] > 0,
            let literals = HuffmanCode(lengths[..<literalCount]), let distances = HuffmanCode(lengths[literalCount...])
        else { throw FreshworksError.damaged("a code is none") }
        self.literals = literals
        self.distances = distances
    }

    private mutating func decode(to goal: Int) throws {
        while output.count < goal {
            let symbol = try literals.symbol(&bits)
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return state = .betweenBlocks }
            guard symbol < 286 else { throw FreshworksError.damaged("a length is none") }
            let length =
                DeflateTables.lengths[symbol - 257] + Int(try bits.take(DeflateTables.lengthBits[symbol - 257]))
            let place = try distances.symbol(&bits)
            guard place < 30 else { throw FreshworksError.damaged("a distance is none") }
            let distance = DeflateTables.distances[place] + Int(try bits.take(DeflateTables.distanceBits[place]))
            guard distance <= output.count else { throw FreshworksError.damaged("it looks back too far") }
            let start = output.count - distance
            // What is copied may be what is being written.
            for index in start..<(start + length) { output.append(output[index]) }
        }
    }
}

/// The tables of RFC 1951 §3.2.5 and §3.2.6.
private enum DeflateTables {
    static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    static let fixedLiterals: HuffmanCode = {
        let lengths: [UInt8] =
            Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
            + Array(repeating: 8, count: 8)
        return HuffmanCode(lengths[...]) ?? .none
    }()
    static let fixedDistances = HuffmanCode([UInt8](repeating: 5, count: 32)[...]) ?? .none
}
