public import Foundation
public import FreshworksCore

extension SandboxOAuth {
    /// Plays the user with the browser: opens the authorization address, decides, and tells where the browser is sent to then.
    ///
    /// Addresses of ``baseURL`` and of a ``SandboxServer`` will do; both are answered in process. If the server refuses the
    /// request by redirection, the user is not asked, and the address with the error comes back.
    /// - Parameters:
    ///   - url: The address of the authorization request, with its query.
    ///   - deny: Whether the user refuses.
    /// - Throws: ``FreshworksError/Code/consentRefused`` with the reason that the page shows, if the browser is sent nowhere.
    public func consent(to url: URL, deny: Bool = false) throws -> URL {
        let page = try visit("GET", url)
        if let callback = callback(page) { return callback }
        let html = String(decoding: page.body, as: UTF8.self)
        guard page.status == 200, let ticket = html.firstMatch(of: /name="ticket" value="([^"]*)"/)?.1 else {
            throw refusal(html)
        }
        let decision = try visit("POST", url, form: "ticket=\(ticket)&decision=\(deny ? "deny" : "allow")")
        guard let callback = callback(decision) else { throw refusal(String(decoding: decision.body, as: UTF8.self)) }
        return callback
    }

    private func visit(_ method: String, _ url: URL, form: String = "") throws -> SandboxReply {
        guard let parts = URLComponents(url: url, resolvingAgainstBaseURL: true), let scheme = parts.scheme,
            let host = parts.host
        else { throw FreshworksError(.invalidArgument, "the authorization address names no host") }
        let doors = HostDoors(account: core.options.account, oauthPath: core.options.oauth.path)
        let isGet = method == "GET"
        let arrival = Arrival(
            method: method, scheme: scheme, host: host + (parts.port.map { ":\($0)" } ?? ""),
            target: parts.percentEncodedPath + (isGet ? parts.percentEncodedQuery.map { "?" + $0 } ?? "" : ""),
            headers: HeaderFields(received: isGet ? [] : [("Content-Type", "application/x-www-form-urlencoded")]),
            body: Data(form.utf8)
        ) { path in
            scheme == "https"
                ? doors.door(host: host, path: path) : PathDoors(oauthPath: core.options.oauth.path).door(path)
        }
        return core.answer(arrival).reply
    }

    private func callback(_ reply: SandboxReply) -> URL? {
        guard reply.status == 302 else { return nil }
        return reply.headers.first { $0.name == "Location" }.flatMap { URL(string: $0.value) }
    }

    private func refusal(_ html: String) -> FreshworksError {
        let reason = html.firstMatch(of: /<h1>([^<]*)<\/h1>/)?.1 ?? "there is no page"
        return FreshworksError(
            .consentRefused, "the sandbox asked for no consent: \(reason)",
            advice: "Check the authorization address, its client_id and its redirect_uri.")
    }
}

extension FreshworksError.Code {
    /// The sandbox's authorization endpoint showed a page that leads nowhere.
    public static let consentRefused = Self(rawValue: "consent_refused")
}
