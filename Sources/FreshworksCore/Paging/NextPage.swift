package import Foundation

/// Finds out where a list goes on, in each of the forms that the services use.
package enum NextPage {
    /// The address of the next page, or `nil` on the last one.
    ///
    /// Freshdesk names it in a `Link` field; Freshchat in `links.next_page.href`, for messages in `link.href`; Freshsales
    /// counts pages in `meta.total_pages`.
    /// - Parameter url: The address of the page that was just read.
    /// - Throws: ``FreshworksError/Code/foreignLink`` when the next page is said to be at another scheme, host or port:
    ///   a credential must not go there.
    package static func address(
        after response: TransportResponse, at url: URL, of account: FreshworksAccount
    ) throws -> URL? {
        if let link = response.headers["Link"] {
            return try linkTarget(link).map { try resolve($0, against: url, account) }
        }
        guard let body = try response.json().objectValue else { return nil }
        let href = body["links"]?.value(at: ["next_page", "href"]) ?? body["link"]?.value(at: ["href"])
        if let href = href?.stringValue {
            return try resolve(href, against: url, account)
        }
        guard let total = body["meta"]?.value(at: ["total_pages"])?.int64Value else { return nil }
        return pageAfter(url, of: total)
    }

    /// The target of `rel="next"` in a `Link` field (RFC 8288), which may name several links.
    static func linkTarget(_ field: String) -> String? {
        for link in field.split(separator: ",") where link.contains("<") {
            let parts = link.split(separator: ";")
            let isNext = parts.dropFirst().contains {
                let parameter = $0.filter { !$0.isWhitespace && $0 != "\"" }.lowercased()
                return parameter == "rel=next"
            }
            guard isNext, let start = link.firstIndex(of: "<"), let end = link.firstIndex(of: ">"), start < end else {
                continue
            }
            return link[link.index(after: start)..<end].trimmingCharacters(in: .whitespaces)
        }
        return nil
    }

    private static func resolve(
        _ target: String, against url: URL, _ account: FreshworksAccount
    ) throws -> URL {
        guard let next = URL(string: target, relativeTo: url)?.absoluteURL, account.origin.contains(next) else {
            throw FreshworksError(
                .foreignLink,
                "the service names a next page at another address than the account's, which is never followed",
                advice: "Report it to the service's support; the account or a proxy may have been tampered with.")
        }
        guard next != url else {
            throw FreshworksError(
                .repeatedPage, "the service names the page just read as the next one",
                advice: "Report it to the service's support.")
        }
        return next
    }

    private static func pageAfter(_ url: URL, of total: Int64) -> URL? {
        guard var components = URLComponents(url: url, resolvingAgainstBaseURL: true) else { return nil }
        var items = components.queryItems ?? []
        let page = items.first { $0.name == "page" }?.value.flatMap { Int64($0) } ?? 1
        guard page < total else { return nil }
        items.removeAll { $0.name == "page" }
        components.queryItems = items + [URLQueryItem(name: "page", value: String(page + 1))]
        return components.url
    }
}

extension FreshworksError.Code {
    /// A pagination link leads to another origin.
    public static let foreignLink = Self(rawValue: "foreign_link")
    /// A list's pages run in a circle.
    public static let repeatedPage = Self(rawValue: "repeated_page")
}
