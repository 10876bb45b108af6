package import Foundation

/// How a list names its next page. The services have several ways.
public enum PageStyle: Sendable, Hashable {
    /// A `Link` field with `rel="next"` (RFC 8288): Freshdesk. Without one, a full page is followed by the next number
    /// all the same, because some lists leave the field out; a short or empty page ends the list.
    case linkHeader
    /// `links.next_page.href` in the answer, absent on the last page, which `pagination` may tell too: Freshchat.
    case nextPageLink
    /// `link.href` in the answer, absent on the last page: Freshchat's messages.
    case singleLink
    /// Pages are numbered up to `meta.total_pages`, or while `meta.has_next` says so, or until one is empty: Freshsales.
    case totalPages
    /// Pages are numbered, and the first empty one ends the list.
    case numbered
    /// Pages of 30 are numbered until `total` records were on them: Freshdesk's search.
    case searchPages
    /// `paging.next` or `_links.next.href` in the answer, null or absent on the last page: Freshdesk's customer
    /// satisfaction and custom objects.
    case nextAddress
    /// Whichever of these ways the answer itself shows; the list ends with a page that names no next one.
    case named
    /// Whichever way the answer shows, and where it shows none, the way of the account's product.
    case automatic
}

extension PageStyle {
    /// The address of the next page, or `nil` on the last one.
    /// - Parameters:
    ///   - json: The answer's body.
    ///   - url: The address of the page that was just read.
    ///   - rows: How many records that page held.
    /// - Throws: ``FreshworksError/Code/foreignLink`` when the next page is said to be at another scheme, host or port
    ///   than the account's: a credential must not go there. A proxy's account takes the product's own hosts for
    ///   itself. ``FreshworksError/Code/repeatedPage`` when it is the page itself.
    package func next(
        after response: TransportResponse, _ json: JSONValue, at url: URL, rows: Int, of account: FreshworksAccount
    ) throws -> URL? {
        let page = ReadPage(headers: response.headers, json: json, url: url, rows: rows, account: account)
        guard let target = try target(page) else { return nil }
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

    private func target(_ page: ReadPage) throws -> String? {
        let body = page.json
        switch self {
        case .linkHeader:
            if let link = page.nextLink { return link }
            // Not every list sends the field, as authors of other clients saw: a full page is no last one. One of more records
            // than were asked for is a list that comes whole.
            return page.rows > 0 && page.rows == page.sizeAsked ? try page.nextNumber() : nil
        case .nextPageLink:
            if let current = body.value(at: ["pagination", "current_page"])?.int64Value,
                let total = body.value(at: ["pagination", "total_pages"])?.int64Value, current >= total
            {
                return nil
            }
            return page.rows == 0 ? nil : body.value(at: ["links", "next_page", "href"])?.stringValue
        case .singleLink: return page.rows == 0 ? nil : body.value(at: ["link", "href"])?.stringValue
        case .totalPages:
            // A page in the middle may be short, even empty, so the service's own mark goes first.
            if let total = body.value(at: ["meta", "total_pages"])?.int64Value {
                return try page.nextNumber(upTo: total)
            }
            if let goesOn = body.value(at: ["meta", "has_next"])?.boolValue {
                return goesOn ? try page.nextNumber() : nil
            }
            // A first page with all there is, and with room for more, saves asking for an empty one.
            if page.number == 1, page.rows < page.sizeAsked,
                body.value(at: ["meta", "total"])?.int64Value == Int64(page.rows)
            {
                return nil
            }
            return try Self.numbered.target(page)
        case .numbered: return page.rows == 0 ? nil : try page.nextNumber()
        case .searchPages: return page.isLastOfSearch ? nil : try page.nextNumber()
        case .nextAddress:
            return body.value(at: ["paging", "next"])?.stringValue ?? page.customObjectsLink
        case .named: return try Self.shown(by: page).flatMap { try $0.target(page) }
        case .automatic: return try (Self.shown(by: page) ?? Self.silent(page)).target(page)
        }
    }

    /// The way that an answer shows, if it shows any.
    private static func shown(by page: ReadPage) -> PageStyle? {
        let body = page.json
        if page.nextLink != nil { return .linkHeader }
        if body["links"] != nil { return .nextPageLink }
        if body["link"] != nil { return .singleLink }
        if body["paging"] != nil || body["_links"] != nil { return .nextAddress }
        if body["meta"]?["total_pages"] != nil || body["meta"]?["has_next"] != nil { return .totalPages }
        return body["results"]?.arrayValue != nil && body["total"] != nil ? .searchPages : nil
    }

    /// How the lists of a product go on where the answer does not say.
    private static func silent(_ page: ReadPage) -> PageStyle {
        if page.json["meta"] != nil { return .totalPages }
        return switch page.account.product.name {
        case FreshworksProduct.freshdesk.name: .linkHeader
        case FreshworksProduct.freshsales.name: .numbered
        // A page of Freshchat that links to no other is the last one.
        default: .named
        }
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
