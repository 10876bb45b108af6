import Foundation

extension TransportRequest {
    /// Refuses what no transport can send as given.
    /// - Throws: ``FreshworksError``; nothing was sent.
    func check() throws {
        guard !method.rawValue.isEmpty, method.rawValue.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw FreshworksError(.invalidArgument, "an HTTP verb consists of capital letters")
        }
        try checkAddress()
        for (name, value) in headers {
            try HeaderFields.check(name: name, value: value)
            guard !Self.reservedNames.contains(where: { $0.equalsIgnoringCase(name) }) else {
                throw FreshworksError(
                    .invalidHeaderField, "the header field \(name) belongs to the connection and cannot be set",
                    advice: "Leave it out; the transport sends the right one.")
            }
        }
        if case .none = body { return }
        guard !isRead else { throw FreshworksError(.invalidArgument, "a \(method) request cannot have a body") }
    }

    private func checkAddress() throws {
        guard let host = url.host, !host.isEmpty, url.user == nil, url.password == nil else {
            throw FreshworksError(
                .invalidArgument, "the address names no host, or a user", advice: "Put credentials into header fields.")
        }
        guard url.scheme == "https" || url.scheme == "http" && host.isLoopbackHost else {
            throw FreshworksError(
                .invalidArgument, "the address of \(host) is not encrypted",
                advice: "Use https; plain http is for loopback addresses alone.")
        }
    }

    /// Whether the verb only reads, so that repeating it is harmless and a body makes no sense.
    var isRead: Bool { method.rawValue == "GET" || method.rawValue == "HEAD" }

    /// The given header fields, and those that a library would otherwise choose for itself.
    var completeHeaders: HeaderFields {
        get throws {
            var fields = headers
            if fields["User-Agent"] == nil { try fields.set("User-Agent", to: LibraryVersion.userAgent) }
            if case .none = body { return fields }
            // Left to themselves, URLSession and libcurl would call it a form.
            if fields["Content-Type"] == nil { try fields.set("Content-Type", to: "application/octet-stream") }
            return fields
        }
    }

    /// Fields that a transport alone can set.
    static let reservedNames = [
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
        "Upgrade", "Expect", "HTTP2-Settings",
    ]
}
