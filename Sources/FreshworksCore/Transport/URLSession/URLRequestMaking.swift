import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension TransportRequest {
    /// The request for URLSession, without what URLSession would drop, mend or choke on.
    /// - Throws: ``FreshworksError`` for what cannot be sent as given.
    func urlRequest() throws -> URLRequest {
        try check()
        try checkProxy()
        if case .file(let file) = body { _ = try file.checkReadableFile() }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        request.httpMethod = method.rawValue
        request.httpShouldHandleCookies = false
        // Never before our own deadline. URLSession counts whole seconds since the last byte.
        request.timeoutInterval = min(max(timeout / .seconds(1), 0), 1e6).rounded(.up) + 60
        for (name, value) in try completeHeaders { request.addValue(value, forHTTPHeaderField: name) }
        if !isRead { request.setValue("close", forHTTPHeaderField: "Connection") }
        if case .bytes(let bytes) = body { request.httpBody = bytes }
        return request
    }

    /// URLSession cannot bypass a proxy for one request, and would send plain requests to loopback through it.
    private func checkProxy() throws {
        #if canImport(FoundationNetworking)
            guard url.scheme == "http", let host = url.host,
                PlainTextProxy.applies(toHost: host, environment: ProcessInfo.processInfo.environment)
            else { return }
            throw FreshworksError(
                .proxyWouldReadRequest, "a proxy of this process's environment would read the request to \(host)",
                advice: "Add \(host) to the variable no_proxy.")
        #endif
    }
}

extension FreshworksError.Code {
    /// An environment variable such as `http_proxy` would lead an unencrypted request, with its credential, to a proxy.
    /// ``URLSessionTransport`` alone throws it: libcurl is told to reach loopback addresses directly.
    public static let proxyWouldReadRequest = Self(rawValue: "proxy_would_read_request")
}
