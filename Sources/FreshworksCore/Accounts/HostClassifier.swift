/// Decides whether a host is a place of a product's accounts, and if not, why.
struct HostClassifier {
    private let product: FreshworksProduct

    init(_ product: FreshworksProduct) {
        self.product = product
    }

    /// The label and base path of a host, in lower case, that the product allows.
    /// - Parameter path: What followed the host, to tell products on the same host apart.
    func place(of host: String, path: Substring) throws -> (label: String, basePath: String) {
        guard host.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw FreshworksError.illegalCharacter(product) }
        if let shared = product.hosts.first(where: { $0.match == .exactly(host) }) { return (host, shared.basePath) }
        let fitting = product.hosts.compactMap { rule in rule.label(of: host).map { (rule: rule, label: $0) } }
        guard let found = fitting.first(where: { !$0.label.contains(".") }) ?? fitting.first else {
            throw try refusal(of: host)
        }
        guard !product.sharedHosts.contains(host) else {
            throw FreshworksError(
                .subdomainReserved,
                "the host is one that all accounts of \(product.title) share, such as that of a widget",
                advice: product.findSubdomain)
        }
        try requireTenant(found.label)
        try requireOwnPath(path, under: found.rule)
        return (found.label, found.rule.basePath)
    }

    /// The host of a bare tenant label.
    func host(ofTenant label: String) throws -> String {
        guard let suffix = product.hosts.lazy.compactMap(\.suffix).first else {
            throw FreshworksError(
                .vanityDomain, "accounts of \(product.title) have no subdomain of their own",
                advice: "Use the full host that the product's settings show.")
        }
        return label + suffix
    }

    /// `/crm/sales` behind a host that Freshchat shares with the CRM is not Freshchat.
    private func requireOwnPath(_ path: Substring, under rule: HostRule) throws {
        func start(_ path: some StringProtocol) -> Substring? {
            path.split(separator: "/").first.map { Substring($0) }
        }
        guard let written = start(path), written != start(rule.basePath) else { return }
        let owner = FreshworksProduct.known.first { other in
            other.hosts.contains { $0.match == rule.match && start($0.basePath) == written }
        }
        if let owner { throw FreshworksError.wrongProduct(found: owner.title, wanted: product.title) }
    }

    private func refusal(of host: String) throws -> FreshworksError {
        let ownSuffixes = product.hosts.compactMap(\.suffix)
        let all = FreshworksProduct.knownSuffixes
        if ownSuffixes.contains(where: { $0 == "." + host }) {
            return FreshworksError(.subdomainEmpty, "the address has no subdomain", advice: product.findSubdomain)
        }
        if let other = all.first(where: { host.hasSuffix($0.suffix) || "." + host == $0.suffix }) {
            return .wrongProduct(found: other.title, wanted: product.title)
        }
        if (all.map(\.suffix) + ownSuffixes).contains(where: { host.contains($0.dropFirst()) }) {
            return FreshworksError(
                .foreignHost, "the host only looks like one of Freshworks: its domain belongs to somebody else",
                advice:
                    "Do not use the address; copy the one that your browser shows after you sign in to \(product.title)."
            )
        }
        let domain = host.split(separator: ".").suffix(2).joined(separator: ".")
        if domain.hasPrefix("fresh") || domain.hasPrefix("myfresh") {
            return FreshworksError(
                .unknownSuffix, "the host ends in a domain that is not one of Freshworks",
                advice: "Check the spelling: accounts end in \(ownSuffixes.joined(separator: " or ")).")
        }
        try requireLabels(host)
        return FreshworksError(
            .vanityDomain, "the host is not one of \(product.title); a portal's own domain does not serve the API",
            advice: product.findSubdomain)
    }

    // MARK: - Labels

    private static let reserved: Set = ["www", "api", "developers", "support", "login", "static", "localhost"]

    private func requireTenant(_ label: String) throws {
        guard !label.contains(".") else { throw FreshworksError.subdomainNested(product) }
        try requireLabel(label)
        guard !Self.reserved.contains(label) else {
            throw FreshworksError(
                .subdomainReserved, "the subdomain is a name that no account has", advice: product.findSubdomain)
        }
    }

    private func requireLabels(_ host: String) throws {
        for label in host.split(separator: ".", omittingEmptySubsequences: false) {
            guard !label.isEmpty else { throw FreshworksError.subdomainNested(product) }
            try requireLabel(String(label))
        }
    }

    /// Checks one label in lower case: RFC 1123 §2.1.
    private func requireLabel(_ label: String) throws {
        guard !label.isEmpty else {
            throw FreshworksError(.subdomainEmpty, "the subdomain is empty", advice: product.findSubdomain)
        }
        guard !label.utf8.contains(UInt8(ascii: "_")) else {
            throw FreshworksError(
                .subdomainUnderscore, "the subdomain has an underscore, which host names may not have",
                advice: "If the account really has one, pass its full base URL and allow a foreign host.")
        }
        guard label.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }) else {
            throw FreshworksError.illegalCharacter(product)
        }
        guard label.utf8.count <= 63 else {
            throw FreshworksError(
                .subdomainTooLong, "the subdomain has more than 63 characters", advice: product.findSubdomain)
        }
        guard label.first != "-", label.last != "-" else {
            throw FreshworksError(
                .subdomainHyphen, "the subdomain starts or ends with a hyphen", advice: product.findSubdomain)
        }
    }
}

extension FreshworksProduct {
    fileprivate static let known = [freshdesk, freshchat, freshsales]

    /// Every domain whose owner is known, so that a wrong one is told from a stranger's.
    fileprivate static let knownSuffixes: [(suffix: String, title: String)] = [
        (".freshdesk.com", "Freshdesk"), (".freshchat.com", "Freshchat"), (".freshsales.io", "Freshsales"),
        (".freshservice.com", "Freshservice"), (".freshcaller.com", "Freshcaller"), (".freshteam.com", "Freshteam"),
        (".myfreshworks.com", "a Freshworks organization"), (".freshworks.com", "a Freshworks organization"),
    ]
}
