public import Foundation

/// The OAuth configuration of a Freshworks app, `config/oauth_config.json`, in the format of platform 2.x or 3.0.
///
/// ```swift
/// let file = try FDKOAuthConfig(json: data)
/// let oauth = try OAuthClient(file.configuration("freshservice", iparams: ["domain": "acme"], redirectURI: callback))
/// ```
/// Source: developers.freshworks.com, app SDK v2.3 and v3.0, "OAuth in external apps". Unlike the platform, which puts the installing
/// person's values into the text of the file, values are put into single strings after the file was read, so none can change
/// its structure. Printing it shows no secret.
public struct FDKOAuthConfig: Sendable {
    /// One to three services that the app is authorized at; a file of platform 2.x has one, without a name.
    public let integrations: [Integration]
    /// What was left out or deserves a look.
    public let warnings: [ImportWarning]

    /// Reads a file of 4 MiB at most.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with all problems (the first hundred, if there are more) as field errors,
    ///   each with its JSON path.
    public init(json data: Data) throws {
        let root = try ImportReader.root(of: data)
        var reader = ImportReader()
        integrations = Self.integrations(of: root, &reader)
        try reader.finish()
        warnings = reader.warnings
    }

    /// The configuration of one integration, with its templates filled.
    ///
    /// Members of `options` become parameters of the authorization request, `scope` its scopes, and `customHeaders` header fields of
    /// token requests, all of them redacted when printed. Client id and secret go into the body, as the platform's apps send them,
    /// but for Freshworks' own token addresses.
    /// - Parameters:
    ///   - name: As in ``Integration/name``; may be left out if there is only one.
    ///   - iparams: What the installing person entered, by ``Parameter/name``. In a host only a label or host name is taken.
    /// - Throws: ``FreshworksError/Code/invalidImport`` with all problems as field errors, each with its JSON path;
    ///   ``FreshworksError/Code/invalidArgument`` if there is no such integration.
    public func configuration(
        _ name: String? = nil, iparams: [String: String] = [:], redirectURI: URL
    ) throws -> OAuthConfiguration {
        let named = integrations.filter { name == nil || $0.name == name }
        guard let integration = named.first, named.count == 1 else {
            throw FreshworksError(
                .invalidArgument, "the file has \(named.isEmpty ? "no such integration" : "several integrations")",
                advice: "Pass the name of one of its integrations.")
        }
        return try integration.configuration(iparams: iparams, redirectURI: redirectURI)
    }

    private static func integrations(of root: ImportNode, _ reader: inout ImportReader) -> [Integration] {
        let isVersion3 = root.object.keys.contains("integrations")
        guard isVersion3 != root.object.keys.contains("client_id") else {
            reader.refuse(
                "$",
                .value(
                    isVersion3
                        ? "has both integrations, as of platform 3.0, and client_id, as of platform 2.x"
                        : "has neither integrations, as of platform 3.0, nor client_id, as of platform 2.x"))
            return []
        }
        guard isVersion3 else { return [Integration(name: nil, root, &reader)].compactMap(\.self) }

        reader.warnOfUnknown(["integrations"], in: root)
        guard let node = reader.object("integrations", of: root) else { return [] }
        if !(1...3).contains(node.object.count) {
            reader.refuse(node.path, .value("must hold one to three integrations"))
        }
        let found = node.object.keys.compactMap { name -> Integration? in
            guard let entry = reader.object(name, of: node) else { return nil }
            if name.isEmpty { reader.refuse(entry.path, .value("must have a name")) }
            return Integration(name: name, entry, &reader)
        }
        for second in found.filter({ $0.tokenLevel == .agent }).dropFirst() {
            reader.refuse(second.path + ".token_type", .value("must not be agent in more than one integration"))
        }
        return found
    }
}
