extension FreshworksAccount {
    /// A mend that the library made to a pasted value, or a doubt it has about it, to tell the user. It never quotes the value.
    public struct Repair: Sendable, Hashable, CustomStringConvertible {
        /// A stable identifier in lower snake case.
        public let name: String
        /// What was done, as a clause such as `took the subdomain from a full address`.
        public let description: String

        package init(_ name: String, _ description: String) {
            self.name = name
            self.description = description
        }
    }
}

extension [FreshworksAccount.Repair] {
    /// Adds a repair that is not yet in the list.
    package mutating func note(_ repair: Element) {
        if !contains(repair) { append(repair) }
    }
}
