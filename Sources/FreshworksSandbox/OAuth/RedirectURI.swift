/// Redirect URIs are compared as strings, but for the port of a loopback address: RFC 8252 §7.3 and RFC 9700 §4.1.3.
enum RedirectURI {
    /// - Parameter presented: What a request holds: visible ASCII.
    static func isRegistered(_ presented: String, among registered: [String]) -> Bool {
        guard presented.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else { return false }
        return registered.contains { $0 == presented || withoutPort($0).map { $0 == withoutPort(presented) } ?? false }
    }

    /// A loopback address without its port; `nil` for other addresses.
    private static func withoutPort(_ uri: String) -> String? {
        let form = /(http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]))(?::([0-9]{1,5}))?([\/?].*)?/
        guard let match = uri.wholeMatch(of: form), match.2.map({ UInt16($0) != nil }) ?? true else { return nil }
        return String(match.1) + (match.3 ?? "")
    }
}
