package import Foundation

/// How a list names its next page. The services have five ways.
public enum PageStyle: Sendable, Hashable {
    /// A `Link` field with `rel="next"` (RFC 8288), absent on the last page: Freshdesk.
    case linkHeader
    /// `links.next_page.href` in the answer, absent on the last page, which `pagination` may tell too: Freshchat.
    case nextPageLink
    /// `link.href` in the answer, absent on the last page: Freshchat's messages.
    case singleLink
    /// Pages are numbered up to `meta.total_pages`, or until one is empty: Freshsales.
    case totalPages
    /// Pages are numbered, and the first empty one ends the list.
    case numbered
    /// Whichever of the first four the answer shows.
    case automatic
}

extension PageStyle {
    /// The address of the next page, or `nil` on the last one.
    /// - Parameters:
    ///   - url: The address of the page that was just read.
    ///   - isEmpty: Whether that page held no record.
    /// - Throws: ``FreshworksError/Code/foreignLink`` when the next page is said to be at another scheme, host or port
    ///   than the account's: a credential must not go there. A proxy's account takes the product's own hosts for
    ///   itself. ``FreshworksError/Code/repeatedPage`` when it is the page itself.
    package func next(
        after response: TransportResponse, at url: URL, isEmpty: Bool, of account: FreshworksAccount
    ) throws -> URL? {
        if isEmpty { return nil }
        guard let target = try target(response, url) else { return nil }
        guard let link = URL(string: target, relativeTo: url)?.absoluteURL, let next = account.ownAddress(of: link)
        else {
            throw FreshworksError(
                .foreignLink,
                "the service names a next page at another address than the account's, which is never followed",
                advice: "Report it to the service's support; the account or a proxy may have been tampered with.")
        }
        guard next != url else { throw FreshworksError.repeatedPage }
        return next
    }

    private func target(_ response: TransportResponse, _ url: URL) throws -> String? {
        switch self {
        case .linkHeader: return response.headers["Link"].flatMap(Self.nextLink)
        case .nextPageLink:
            let body = try response.json()
            if let page = body.value(at: ["pagination", "current_page"])?.int64Value,
                let total = body.value(at: ["pagination", "total_pages"])?.int64Value, page >= total
            {
                return nil
            }
            return body.value(at: ["links", "next_page", "href"])?.stringValue
        case .singleLink: return try response.json().value(at: ["link", "href"])?.stringValue
        case .totalPages:
            return try Self.numberedPage(
                after: url, upTo: try response.json().value(at: ["meta", "total_pages"])?.int64Value)
        case .numbered: return try Self.numberedPage(after: url, upTo: nil)
        case .automatic:
            if response.headers["Link"] != nil { return try Self.linkHeader.target(response, url) }
            let body = try response.json()
            if body["links"] != nil { return try Self.nextPageLink.target(response, url) }
            if body["link"] != nil { return try Self.singleLink.target(response, url) }
            return body["meta"] == nil ? nil : try Self.totalPages.target(response, url)
        }
    }

    /// The target of `rel="next"` in a `Link` field, which may name several links. A target may have commas and semicolons.
    private static func nextLink(_ field: String) -> String? {
        var rest = field[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let target = rest[start..<end].dropFirst()
            rest = rest[end...].dropFirst()
            let parameters = rest.prefix { $0 != "<" }.split { $0 == ";" || $0 == "," }
            let isNext = parameters.contains { parameter in
                parameter.filter { !$0.isWhitespace && $0 != "\"" }.lowercased() == "rel=next"
            }
            if isNext { return target.trimmingCharacters(in: .whitespaces) }
        }
        return nil
    }

    /// The same address with the next page's number, other parameters as they were.
    private static func numberedPage(after url: URL, upTo total: Int64?) throws -> String? {
        guard var components = URLComponents(url: url, resolvingAgainstBaseURL: true) else { return nil }
        var items = components.percentEncodedQueryItems ?? []
        let page = items.first { $0.name == "page" }?.value.flatMap { Int64($0) } ?? 1
        if let total, page >= total { return nil }
        // A link or a cursor may claim any number; one more must not end the process.
        guard page < .max else { throw FreshworksError.repeatedPage }
        items.removeAll { $0.name == "page" }
        components.percentEncodedQueryItems = items + [URLQueryItem(name: "page", value: String(page + 1))]
        return components.url?.absoluteString
    }
}

extension FreshworksError {
    static var repeatedPage: FreshworksError {
        FreshworksError(
            .repeatedPage, "the pages of the list run in a circle", advice: "Report it to the service's support.")
    }
}

extension FreshworksError.Code {
    /// A pagination link leads to another origin.
    public static let foreignLink = Self(rawValue: "foreign_link")
    /// A list's pages run in a circle.
    public static let repeatedPage = Self(rawValue: "repeated_page")
}
