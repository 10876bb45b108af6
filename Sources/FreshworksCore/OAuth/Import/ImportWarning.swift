/// Something in an imported file that was left out or deserves a look, although the file could be read.
public struct ImportWarning: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands, as a JSON path such as `$.integrations.freshservice.notes`; `$` for the file as a whole.
    public let path: String
    /// What is odd about it. Values of the file are never quoted.
    public let message: String

    /// Path and message in one clause.
    public var description: String { "\(path): \(message)" }
}
