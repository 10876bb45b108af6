public import Foundation

/// The tokens that the app SDK keeps on a developer's machine, in `.fdk/localstore`.
///
/// The file says nothing of a token's life, so each that can be is refreshed before its first use. Tokens of single agents are not in
/// it: they live encrypted in the browser. Printing it shows no token.
public struct FDKLocalStore: Sendable {
    /// The tokens that were found, in the order of the file.
    public let entries: [Entry]
    /// What was left out or deserves a look.
    public let warnings: [ImportWarning]

    /// The tokens of an app at one service.
    public struct Entry: Sendable {
        /// Where they stand, as a JSON path.
        public let path: String
        /// The SDK's name for the app, made of the name of its folder.
        public let appID: String
        /// The name of the integration, where the file tells several apart.
        public let integration: String?
        /// The tokens, without scopes and without an end.
        public let tokens: OAuthTokens
        /// What was entered for `oauth_iparams`. Which of it is secret is not written, so all of it is taken for secret.
        public let iparams: [String: Secret]
    }

    /// Reads a file of 4 MiB at most.
    /// - Parameter now: When the tokens count as obtained.
    /// - Throws: ``FreshworksError/Code/invalidImport``, with the JSON path of each member that is at fault. The SDK itself takes a file
    ///   that it cannot read for an empty one.
    public init(json data: Data, at now: Date) throws {
        try self.init(json: data, at: now, warnings: [])
    }

    init(json data: Data, at now: Date, warnings: [ImportWarning]) throws {
        guard !data.starts(with: Data("SQLite format 3\0".utf8)) else {
            throw FreshworksError(
                .invalidImport, "the file is the SQLite database of a newer app SDK, which is not read here",
                advice: "Ask for consent again: the tokens in it belong to a developer's machine.")
        }
        let root = try ImportReader.root(of: data)
        var scan = FDKLocalStoreScan(now: now)
        scan.read(root)
        try scan.reader.finish()
        entries = scan.entries
        self.warnings = warnings + scan.reader.warnings
    }
}

/// Walks through a local store.
struct FDKLocalStoreScan {
    let now: Date
    var reader = ImportReader()
    private(set) var entries: [FDKLocalStore.Entry] = []

    init(now: Date) { self.now = now }

    /// Tokens stand at the top or, for apps of several products, one level lower.
    mutating func read(_ root: ImportNode) {
        for (key, value) in root.object {
            if key.hasSuffix(Self.ending) {
                read(key, of: root)
            } else if let object = value.objectValue {
                let product = ImportNode(path: root.path(of: key), object: object)
                for key in object.keys where key.hasSuffix(Self.ending) { read(key, of: product) }
            }
        }
    }

    private static let ending = "_oauth"

    /// Reads a pair, or a pair for each integration.
    private mutating func read(_ key: String, of parent: ImportNode) {
        guard let object = parent.object[key]?.objectValue else {
            reader.warn(parent.path(of: key), "is not an object and left out")
            return
        }
        let node = ImportNode(path: parent.path(of: key), object: object)
        if object.keys.contains("access_token") { return read(node, key, of: parent, integration: nil) }
        let pairs = object.compactMap { name, value -> (name: String, node: ImportNode)? in
            guard let inner = value.objectValue, inner.keys.contains("access_token") else { return nil }
            return (name, ImportNode(path: node.path(of: name), object: inner))
        }
        if pairs.isEmpty { reader.warn(node.path, "holds no access token and is left out") }
        for pair in pairs { read(pair.node, key, of: parent, integration: pair.name) }
    }

    private mutating func read(_ node: ImportNode, _ key: String, of parent: ImportNode, integration: String?) {
        let accessToken = token(reader.text("access_token", of: node), node.path(of: "access_token"))
        let refreshToken = token(reader.optionalText("refresh_token", of: node), node.path(of: "refresh_token"))
        guard let accessToken else { return }
        entries.append(
            FDKLocalStore.Entry(
                path: node.path, appID: String(key.dropLast(Self.ending.count)), integration: integration,
                tokens: OAuthTokens(
                    accessToken: accessToken, refreshToken: refreshToken, obtainedAt: now, expiresAt: nil),
                iparams: iparams(of: key, in: parent)))
    }

    private mutating func token(_ text: String?, _ path: String) -> Secret? {
        guard let text else { return nil }
        guard text.isVisibleASCII else {
            reader.refuse(path, .value("must be visible ASCII"))
            return nil
        }
        return Secret(text)
    }

    private mutating func iparams(of key: String, in parent: ImportNode) -> [String: Secret] {
        guard let node = reader.object(key + "_iparams", of: parent) else { return [:] }
        var iparams: [String: Secret] = [:]
        for (name, value) in node.object {
            iparams[name] = reader.scalar(value, at: node.path(of: name)).map { Secret($0) }
        }
        return iparams
    }
}
