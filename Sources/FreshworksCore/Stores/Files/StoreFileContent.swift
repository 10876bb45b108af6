import Foundation

/// What a store's file holds: one line with a format mark, the version, the value's length and the key; then the value.
struct StoreFileContent {
    let key: StoreKey
    let value: StoredValue

    /// How many bytes a value may have.
    static let valueLimit = 1024 * 1024
    /// How many bytes a file may have: a value and the longest first line.
    static let fileLimit = valueLimit + 300

    private static let mark = "freshworks-store-1"

    /// A value with a version that nothing else ever had.
    init(key: StoreKey, data: Data) {
        self.key = key
        value = StoredValue(data: data, version: StoreVersion(rawValue: RandomName.make()))
    }

    /// Reads a file's bytes; `nil` if they are not what ``bytes`` wrote.
    init?(_ bytes: Data) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let fields = bytes[..<end].split(
            separator: UInt8(ascii: " "), maxSplits: 3, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        let data = Data(bytes[bytes.index(after: end)...])
        guard fields.count == 4, fields[0] == Self.mark, fields[1].utf8.count == 32, fields[2] == String(data.count),
            let key = try? StoreKey(fields[3])
        else { return nil }
        self.key = key
        value = StoredValue(data: data, version: StoreVersion(rawValue: fields[1]))
    }

    /// The file's bytes.
    var bytes: Data {
        Data("\(Self.mark) \(value.version.rawValue) \(value.data.count) \(key.text)\n".utf8) + value.data
    }
}
