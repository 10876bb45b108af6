/// An object of an imported file and where it stands.
struct ImportNode {
    let path: String
    let object: JSONObject

    func path(of key: String) -> String { Self.path(of: key, below: path) }

    /// The JSON path (RFC 9535) of a member. Long keys are cut, so that no file can blow up a message.
    static func path(of key: String, below path: String) -> String {
        let isName =
            key.utf8.count <= longestKey && key.first?.isNumber == false
            && key.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0.isAlphanumeric }
        guard !isName else { return "\(path).\(key)" }
        let shown = key.unicodeScalars.prefix(longestKey).map { scalar in
            scalar != " " && (scalar.isInvisible || scalar.properties.generalCategory == .control) ? "?" : "\(scalar)"
        }
        let escaped = shown.joined().replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return "\(path)['\(escaped)\(key.unicodeScalars.count > longestKey ? "…" : "")']"
    }

    private static let longestKey = 64
}
