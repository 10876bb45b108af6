import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension TransportRequest {
    /// The request for URLSession, without what URLSession would drop, mend or choke on.
    /// - Throws: ``FreshworksError`` for what cannot be sent as given.
    func urlRequest() throws -> URLRequest {
        try checkAddress()
        guard !method.rawValue.isEmpty, method.rawValue.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw FreshworksError(.invalidArgument, "an HTTP verb consists of capital letters")
        }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        request.httpMethod = method.rawValue
        request.httpShouldHandleCookies = false
        // Never before our own deadline. URLSession counts whole seconds since the last byte.
        request.timeoutInterval = min(max(timeout / .seconds(1), 0), 1e6).rounded(.up) + 60
        for (name, value) in headers {
            try HeaderFields.check(name: name, value: value)
            guard !Self.reservedNames.contains(where: { $0.equalsIgnoringCase(name) }) else {
                throw FreshworksError(
                    .invalidHeaderField, "the header field \(name) belongs to the connection and cannot be set",
                    advice: "Leave it out; the transport sends the right one.")
            }
            request.addValue(value, forHTTPHeaderField: name)
        }
        if headers["User-Agent"] == nil {
            request.setValue(LibraryVersion.userAgent, forHTTPHeaderField: "User-Agent")
        }
        if !isRead { request.setValue("close", forHTTPHeaderField: "Connection") }
        try add(body, to: &request)
        return request
    }

    /// Whether the verb only reads, so that repeating it is harmless and a body makes no sense.
    var isRead: Bool { method.rawValue == "GET" || method.rawValue == "HEAD" }

    /// Fields that a transport alone can set.
    static let reservedNames = [
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
        "Upgrade", "Expect", "HTTP2-Settings",
    ]

    private func add(_ body: Body, to request: inout URLRequest) throws {
        switch body {
        case .none: return
        case .bytes(let bytes): request.httpBody = bytes
        case .file(let file): _ = try file.checkReadableFile()
        }
        guard !isRead else {
            throw FreshworksError(.invalidArgument, "a \(method) request cannot have a body")
        }
        if headers["Content-Type"] == nil {
            // URLSession would call it a form.
            request.setValue("application/octet-stream", forHTTPHeaderField: "Content-Type")
        }
    }

    private func checkAddress() throws {
        guard let host = url.host, !host.isEmpty, url.user == nil, url.password == nil else {
            throw FreshworksError(
                .invalidArgument, "the address names no host, or a user", advice: "Put credentials into header fields.")
        }
        if url.scheme == "https" { return }
        guard url.scheme == "http", host.isLoopbackHost else {
            throw FreshworksError(
                .invalidArgument, "the address of \(host) is not encrypted",
                advice: "Use https; plain http is for loopback addresses alone.")
        }
        #if canImport(FoundationNetworking)
            guard !PlainTextProxy.applies(toHost: host, environment: ProcessInfo.processInfo.environment) else {
                throw FreshworksError(
                    .proxyWouldReadRequest, "a proxy of this process's environment would read the request to \(host)",
                    advice: "Add \(host) to the variable no_proxy.")
            }
        #endif
    }
}

extension FreshworksError.Code {
    /// An environment variable such as `http_proxy` would lead an unencrypted request, with its credential, to a proxy.
    public static let proxyWouldReadRequest = Self(rawValue: "proxy_would_read_request")
}
