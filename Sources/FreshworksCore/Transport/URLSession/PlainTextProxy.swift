/// Whether the environment makes libcurl send unencrypted requests, and with them their credentials, to a proxy.
///
/// FoundationNetworking offers no way to switch that off. Encrypted requests pass a proxy through a tunnel, which is fine.
/// Source: the manual of curl, "Environment"; the upper-case `HTTP_PROXY` is ignored there on purpose.
enum PlainTextProxy {
    static func applies(toHost host: String, environment: [String: String]) -> Bool {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        guard first("http_proxy", "all_proxy", "ALL_PROXY") != nil else { return false }
        let exceptions = first("no_proxy", "NO_PROXY") ?? ""
        return exceptions != "*"
            && !exceptions.split { $0 == "," || $0 == " " }.contains { String($0).equalsIgnoringCase(host) }
    }
}
