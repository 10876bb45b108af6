/// Zeros as gzip, in pieces of a mebibyte that take 1,037 bytes each. RFC 1952, RFC 1951.
enum GzipOfZeros {
    static let head: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03]
    /// A block of its own, ended by an empty stored one.
    static let mebibyte: [UInt8] =
        [0xEC, 0xC1, 0x31, 0x01, 0, 0, 0, 0xC2, 0xA0, 0xF5, 0x4F, 0x6D, 0x08, 0x5F, 0xA0]
        + Array(repeating: 0, count: 1016)
        + [0x3E, 0x03, 0, 0, 0xFF, 0xFF]

    /// The last, empty block, the checksum and the length.
    static func end(mebibytes: Int) -> [UInt8] {
        var checksum: UInt32 = ~0
        for _ in 0..<(mebibytes << 20) {
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1 }
        }
        return [0x03, 0]
            + [~checksum, UInt32(mebibytes << 20)].flatMap { word in
                (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * UInt32($0))) }
            }
    }
}
