/// What a pasted subdomain, host or base URL turned out to mean.
package struct Subdomain {
    /// The tenant's label, or the host where there is none.
    let label: String
    let origin: FreshworksAccount.Origin
    let basePath: String
    private(set) var repairs: [FreshworksAccount.Repair] = []

    /// Reads what a person pasted where a subdomain was asked for.
    init(_ pasted: String, for product: FreshworksProduct) throws {
        let text = pasted.trimmingInvisibleEnds
        if text != pasted { repairs.note(.whitespace) }
        let address = PastedAddress(text)
        try Self.requireHostAlone(address, for: product)
        switch address.scheme {
        case nil, "https": break
        case "http": repairs.note(.scheme)
        default: throw FreshworksError.insecureScheme
        }

        let written = try Self.lowercased(address.host, for: product, noting: &repairs)
        let isLabel = !written.contains(".")
        // Behind a bare label a path is more likely a slip than an address.
        guard !isLabel || (["", "/"].contains(address.path) && address.suffix.isEmpty) else {
            throw FreshworksError.illegalCharacter(product)
        }
        let classifier = HostClassifier(product)
        let host = isLabel ? try classifier.host(ofTenant: written) : written
        (label, basePath) = try classifier.place(of: host, path: address.path)
        origin = FreshworksAccount.Origin(scheme: "https", host: host)

        if address.scheme != nil || !address.path.isEmpty || !address.suffix.isEmpty { repairs.note(.address) }
        if !isLabel, label != host { repairs.note(.suffix) }
        if label.hasPrefix("xn--") { repairs.note(.encodedName) }
    }

    /// Reads the full base URL of an API.
    init(baseURL pasted: String, for product: FreshworksProduct, allowsForeignHost: Bool) throws {
        let text = pasted.trimmingInvisibleEnds
        if text != pasted { repairs.note(.whitespace) }
        let address = PastedAddress(text)
        guard !address.host.isEmpty, let scheme = address.scheme, address.suffix.isEmpty else {
            throw FreshworksError(
                .invalidBaseURL, "the base URL has no scheme or host, or has a query or fragment",
                advice: "Write it as in \(product.exampleBaseURL).")
        }
        guard address.userInfo == nil else { throw FreshworksError.userInfoPresent }
        guard scheme == "https" || (scheme == "http" && address.isLoopback) else {
            throw FreshworksError.insecureScheme
        }
        let port = try Self.number(ofPort: address.port)
        let path = try Self.checkedPath(address.path, for: product)
        let host = try Self.lowercased(address.host, for: product, noting: &repairs)

        let classifier = HostClassifier(product)
        var own: (label: String, basePath: String)?
        if address.isLoopback || allowsForeignHost {
            guard Self.isHost(host) else { throw FreshworksError.illegalCharacter(product) }
            own = try? classifier.place(of: host, path: address.path)
        } else {
            guard !address.isIPAddress else { throw FreshworksError.ipAddress(product) }
            guard port == nil || port == 443 else { throw FreshworksError.portPresent }
            own = try classifier.place(of: host, path: address.path)
        }
        label = own?.label ?? host
        // A path that stops short of the product's, as a bundle alias does, is completed.
        if let complete = own?.basePath, complete.hasPrefix(path + "/") {
            repairs.note(.basePath)
            basePath = complete
        } else {
            basePath = path
        }
        origin = FreshworksAccount.Origin(scheme: scheme, host: host, port: port)
    }

    /// Refuses what only a base URL may have.
    private static func requireHostAlone(_ address: PastedAddress, for product: FreshworksProduct) throws {
        guard address.userInfo == nil else {
            let isLogin = address.scheme != nil || address.userInfo?.contains(":") == true
            throw isLogin ? FreshworksError.userInfoPresent : FreshworksError.illegalCharacter(product)
        }
        guard !address.isIPAddress, address.port?.contains(":") != true else {
            throw FreshworksError.ipAddress(product)
        }
        guard address.port == nil else { throw FreshworksError.portPresent }
    }

    private static func lowercased(
        _ host: Substring, for product: FreshworksProduct, noting repairs: inout [FreshworksAccount.Repair]
    ) throws -> String {
        // Only ASCII has one lower case; other letters could fold into a label that was never written.
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else { throw FreshworksError.illegalCharacter(product) }
        var lower = host.lowercased()
        if lower != host { repairs.note(.letterCase) }
        if lower.hasSuffix("."), lower.count > 1 {
            lower.removeLast()
            repairs.note(.address)
        }
        return lower
    }

    /// A host that the caller answers for: any name, underscores included, or an IP address.
    package static func isHost(_ host: String) -> Bool {
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        return isBracketed
            ? host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
            : host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            }
    }

    static func number(ofPort text: Substring?) throws -> Int? {
        guard let text else { return nil }
        guard text.isDecimal, let number = Int(text), 1...65535 ~= number else {
            throw FreshworksError(.invalidBaseURL, "the base URL's port is not a number from 1 to 65535")
        }
        return number
    }

    private static func checkedPath(_ path: Substring, for product: FreshworksProduct) throws -> String {
        let trimmed = path.last == "/" ? path.dropLast() : path
        let segments = trimmed.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard
            segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && PercentEncoding.encode(String($0)) == $0 })
        else {
            throw FreshworksError(
                .invalidBaseURL,
                "the base URL's path has a segment that is empty, has dots alone or special characters",
                advice: "Write it as in \(product.exampleBaseURL).")
        }
        return String(trimmed)
    }
}
