public import Foundation

/// A value as a store keeps it. Printing it does not show the bytes.
public struct StoredValue: Sendable, Equatable {
    /// The bytes.
    public let data: Data
    /// What to expect when changing it.
    public let version: StoreVersion

    /// Makes a stored value.
    public init(data: Data, version: StoreVersion) {
        self.data = data
        self.version = version
    }
}

extension StoredValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Length and version.
    public var description: String { "StoredValue(\(data.count) bytes, version \(version.rawValue))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
