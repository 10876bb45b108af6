import Foundation

/// The bytes of a body as they arrive.
///
/// Kept in pieces: one buffer that grows is copied each time, and for a moment stands twice in memory. A pure value.
struct BodyPieces: Sendable {
    /// Bytes. Small enough that what the memory's allocator gets back fits the next body, whatever was allocated between.
    static let pieceSize = 64 * 1024

    /// It grows with its bytes, for most bodies are small.
    private var first = Data()
    // Arrays: what `Data` reserves is a quarter more than it is asked for.
    private var others: [[UInt8]] = []
    /// How many bytes there are.
    private(set) var count = 0

    /// Takes the next bytes.
    mutating func append(_ data: Data) {
        count += data.count
        if others.isEmpty, first.isEmpty || first.count + data.count <= Self.pieceSize { return first.append(data) }
        if let last = others.indices.last, others[last].count + data.count <= Self.pieceSize {
            others[last].append(contentsOf: data)
        } else {
            var piece: [UInt8] = []
            piece.reserveCapacity(Self.pieceSize)
            piece.append(contentsOf: data)
            others.append(piece)
        }
    }

    /// All bytes in one; there are none afterwards.
    mutating func takeJoined() -> Data {
        defer { self = BodyPieces() }
        guard !others.isEmpty else { return first }
        var joined = Data(capacity: count)
        joined.append(first)
        first = Data()
        for index in others.indices {
            joined.append(contentsOf: others[index])
            // Given back at once, so that the body is never there twice.
            others[index] = []
        }
        return joined
    }
}
