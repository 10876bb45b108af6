extension FDKOAuthConfig {
    /// Something that the installing person is asked for before the consent: an entry of `oauth_iparams`.
    public struct Parameter: Sendable, Hashable {
        /// Its key in the file and in the values that you pass.
        public let name: String
        /// What people see.
        public let displayName: String
        /// What people read about it.
        public let description: String?
        /// Whether it must be entered.
        public let isRequired: Bool
        /// Whether it must not be shown. Such a value may stand in the client's id and secret and in `customHeaders` only.
        public let isSecret: Bool
    }
}

extension FDKOAuthConfig.Parameter {
    init?(name: String, _ node: ImportNode, _ reader: inout ImportReader) {
        reader.warnOfUnknown(["display_name", "description", "type", "required", "secure"], in: node)
        if name.isEmpty { reader.refuse(node.path, .value("must have a name")) }
        if let type = reader.text("type", of: node), type != "text" {
            reader.refuse(node.path(of: "type"), .value("must be text"))
        }
        let displayName = reader.text("display_name", of: node)
        description = reader.optionalText("description", of: node)
        isRequired = reader.flag("required", of: node)
        isSecret = reader.flag("secure", of: node)
        guard let displayName else { return nil }
        self.name = name
        self.displayName = displayName
    }
}
