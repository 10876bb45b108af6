/// The parts of an address as a person writes it: all but the host may be missing.
///
/// A URL parser would mend, encode or reinterpret what it finds strange; here it must stay visible to be refused.
package struct PastedAddress {
    /// In lower case, without `://`.
    package var scheme: String?
    /// What stands before `@`.
    package var userInfo: Substring?
    /// As written.
    package var host: Substring
    /// What follows the colon after the host.
    package var port: Substring?
    /// With its leading slash.
    package var path: Substring
    /// From `?` or `#` on.
    package var suffix: Substring

    package init(_ text: some StringProtocol) {
        var rest = Substring(text)
        if let separator = rest.firstRange(of: "://") {
            scheme = rest[..<separator.lowerBound].lowercased()
            rest = rest[separator.upperBound...]
        }
        let authority = rest.prefix { !"/?#".contains($0) }
        rest = rest[authority.endIndex...]
        path = rest.prefix { !"?#".contains($0) }
        suffix = rest[path.endIndex...]

        host = authority
        if let at = host.lastIndex(of: "@") {
            userInfo = host[..<at]
            host = host[host.index(after: at)...]
        }
        let portStart = host.first == "[" ? host.lastIndex(of: "]") ?? host.endIndex : host.startIndex
        if let colon = host[portStart...].firstIndex(of: ":") {
            port = host[host.index(after: colon)...]
            host = host[..<colon]
        }
    }

    /// Whether the host is an IP address in some spelling that a resolver might take for one.
    var isIPAddress: Bool {
        if host.first == "[" { return true }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                let isHexadecimal = label.lowercased().hasPrefix("0x")
                return !label.isEmpty && label.dropFirst(isHexadecimal ? 2 : 0).allSatisfy(\.isHexDigit)
                    && (isHexadecimal || label.isDecimal)
            }
    }

    /// Whether the host is this machine.
    package var isLoopback: Bool { host.isLoopbackHost }
}

extension StringProtocol {
    /// Whether this is the name of this machine: `localhost`, `::1`, also in brackets, or in 127.0.0.0/8.
    var isLoopbackHost: Bool {
        // Asked at every call: most hosts have none of these first letters.
        guard let first = utf8.first, "[:lL1".utf8.contains(first) else { return false }
        if ["::1", "[::1]", "localhost"].contains(lowercased()) { return true }
        let octets = split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127"
            && octets.allSatisfy { $0.isDecimal && UInt8($0) != nil }
    }

    /// Whether there is nothing but the digits 0 to 9.
    var isDecimal: Bool { utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }

    /// The text without white space and invisible format characters at its ends, which copying from web pages adds.
    var trimmingInvisibleEnds: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isInvisible { scalars.removeFirst() }
        while let last = scalars.last, last.isInvisible { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension Unicode.Scalar {
    var isInvisible: Bool { properties.isWhitespace || properties.generalCategory == .format }
}
