import Foundation

/// The proxy that this process's environment names for an address, by the rules of libcurl.
///
/// libcurl follows the environment by itself, but does not tell, when no connection came about, whether it was one to a
/// proxy. So this is for error messages; nothing is sent by it. Source: the manual of curl, "Environment".
struct EnvironmentProxy: Sendable, Hashable {
    /// Host and port as they were given, without user and password.
    let address: String

    /// - Returns: `nil` where the address is reached directly, as every loopback address is.
    init?(for url: URL, environment: [String: String] = ProcessInfo.processInfo.environment) {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        guard url.scheme == "https", let host = url.host, !host.isLoopbackHost,
            let proxy = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
            !Self.excepts(host, first("no_proxy", "NO_PROXY") ?? "")
        else { return nil }
        let afterScheme = proxy.range(of: "://").map { proxy[$0.upperBound...] } ?? proxy[...]
        // Whatever a password holds ends at the last such sign.
        let authority = afterScheme.lastIndex(of: "@").map { afterScheme[$0...].dropFirst() } ?? afterScheme
        address = String(authority.prefix { $0 != "/" })
    }

    /// Whether a list of hosts and domains holds a host.
    private static func excepts(_ host: String, _ list: String) -> Bool {
        if list == "*" { return true }
        let host = trimmed(host[...])
        return list.split { $0 == "," || $0 == " " || $0 == "\t" }.contains { entry in
            let domain = trimmed(entry.first == "." ? entry.dropFirst() : entry)
            return !domain.isEmpty && (host == domain || host.hasSuffix("." + domain))
        }
    }

    private static func trimmed(_ name: Substring) -> String {
        (name.last == "." ? name.dropLast() : name).lowercased()
    }
}
