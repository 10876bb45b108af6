extension FreshworksError.Code {
    /// There is no subdomain in the text.
    public static let subdomainEmpty = Self(rawValue: "subdomain_empty")
    /// The subdomain has more than 63 characters.
    public static let subdomainTooLong = Self(rawValue: "subdomain_too_long")
    /// The subdomain has an underscore.
    public static let subdomainUnderscore = Self(rawValue: "subdomain_underscore")
    /// The subdomain starts or ends with a hyphen.
    public static let subdomainHyphen = Self(rawValue: "subdomain_hyphen")
    /// The subdomain has a character that host names do not have.
    public static let subdomainIllegalCharacter = Self(rawValue: "subdomain_illegal_character")
    /// The subdomain is one that no account has, such as `www`, or the host one that all accounts share, such as that
    /// of a widget.
    public static let subdomainReserved = Self(rawValue: "subdomain_reserved")
    /// There are several labels where one was expected.
    public static let subdomainNested = Self(rawValue: "subdomain_nested")
    /// The address or credential is that of another product.
    public static let wrongProduct = Self(rawValue: "wrong_product")
    /// The domain resembles one of Freshworks by a slip of the pen.
    public static let unknownSuffix = Self(rawValue: "unknown_suffix")
    /// The host is a customer's own domain, which does not serve the API.
    public static let vanityDomain = Self(rawValue: "vanity_domain")
    /// The host contains a domain of Freshworks but belongs to somebody else.
    public static let foreignHost = Self(rawValue: "foreign_host")
    /// The address has a user name or password in it.
    public static let userInfoPresent = Self(rawValue: "userinfo_present")
    /// The address names a port.
    public static let portPresent = Self(rawValue: "port_present")
    /// The host is an IP address.
    public static let ipAddress = Self(rawValue: "ip_address")
    /// The address is not `https`, and not plain `http` to this machine.
    public static let insecureScheme = Self(rawValue: "insecure_scheme")
    /// The text is not the base URL of an API.
    public static let invalidBaseURL = Self(rawValue: "invalid_base_url")
}

extension FreshworksProduct {
    /// What a host of the product looks like.
    var exampleHost: String {
        switch hosts.first?.match {
        case .tenants(let suffix): "acme" + suffix
        case .exactly(let host): host
        case nil: "acme.example.com"
        }
    }

    /// What a full base URL of the product looks like.
    var exampleBaseURL: String { "https://\(exampleHost)\(hosts.first?.basePath ?? "")" }

    /// What to do about a subdomain that is none.
    var findSubdomain: String {
        "Sign in with a browser and copy the first part of the host, such as acme of \(exampleHost)."
    }
}

extension FreshworksError {
    static func illegalCharacter(_ product: FreshworksProduct) -> FreshworksError {
        FreshworksError(
            .subdomainIllegalCharacter, "the subdomain has a character that host names do not have",
            advice: product.findSubdomain)
    }

    static func subdomainNested(_ product: FreshworksProduct) -> FreshworksError {
        FreshworksError(
            .subdomainNested, "the subdomain consists of several labels", advice: product.findSubdomain)
    }

    static func ipAddress(_ product: FreshworksProduct) -> FreshworksError {
        FreshworksError(
            .ipAddress, "the host is an IP address",
            advice: "Use the account's host name, such as \(product.exampleHost).")
    }

    static let userInfoPresent = FreshworksError(
        .userInfoPresent, "the address has a user name or password in it",
        advice: "Take it out and pass credentials as such; change the password if the address was shared.")
    static let portPresent = FreshworksError(
        .portPresent, "the address names a port", advice: "Take it out: the services answer on the standard port.")
    static let insecureScheme = FreshworksError(
        .insecureScheme, "the address is not https",
        advice: "Use https; plain http is for 127.0.0.1 and localhost alone.")

    static func wrongProduct(found: String, wanted: String) -> FreshworksError {
        FreshworksError(
            .wrongProduct, "the address belongs to \(found), not to \(wanted)",
            advice: "Use the address that \(wanted) itself shows.")
    }
}

extension FreshworksAccount.Repair {
    static let whitespace = Self("whitespace", "removed white space or invisible characters at the ends")
    static let letterCase = Self("case", "changed the subdomain to lower case")
    static let suffix = Self("suffix", "took the subdomain from a full host")
    static let address = Self("url", "removed the scheme or path around the host")
    static let scheme = Self("scheme", "replaced http by https")
    static let encodedName = Self(
        "encoded_name", "kept a subdomain that looks like an encoded international name; check it")
    static let basePath = Self("base_path", "completed the base URL with the product's path")
}
