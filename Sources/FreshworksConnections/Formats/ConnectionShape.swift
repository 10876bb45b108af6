/// How one platform's shape is recognized and read. Sources: the platforms' public documentation and repositories.
struct ConnectionShape: Sendable {
    let format: ConnectionFormat
    /// Whether an object is surely of this shape and no other.
    let recognizes: @Sendable (JSONObject) -> Bool
    let read: @Sendable (ImportedObject, inout ImportReading) -> ImportedParts

    static let all = [native, cloudElements, nango, n8n, basicForm, nexla, kore, airbyte, pipedream, activepieces]

    /// The one shape that recognizes an object; `nil` if none does.
    static func recognizing(_ json: JSONObject) -> ConnectionShape? {
        let found = all.filter { $0.recognizes(json) }
        return found.count == 1 ? found[0] : nil
    }
}

/// What an imported object says, before it is known to make a connection.
struct ImportedParts {
    var name: ImportedText?
    var description: String?
    var tags: [String] = []
    /// The product's name; `nil` where the shape does not tell.
    var product: ImportedText?
    /// A subdomain, host or address.
    var address: ImportedText?
    /// Whether the address is a complete base URL.
    var isBaseURL = false
    var check: JSONObject?
    var credential: (@Sendable (FreshworksProduct) -> Credential)?
    /// Where the secret stands.
    var secretPath = "$"
    var isEnabled = true
    var profile: ProfileKey?
    /// The settings of a native export.
    var options: JSONObject?
    /// What the shape has besides, to be written back.
    var kept: JSONObject = [:]
    var source: Connection.Provenance?
    /// Whether it was refused for what no other member would mend.
    var isRefused = false
    /// Makes account and credential, where the shape has templates that only the product's rules complete.
    var complete:
        (@Sendable (inout Self, FreshworksProduct, Bool, inout ImportReading) -> (FreshworksAccount, Credential)?)?
}

/// A text and where it stood.
struct ImportedText {
    let text: String
    let path: String
}
