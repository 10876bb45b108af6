import Foundation

/// A page of a list as it came, and what its address says of the next one.
struct ReadPage {
    let headers: HeaderFields
    let json: JSONValue
    let url: URL
    /// How many records it held.
    let rows: Int
    let account: FreshworksAccount

    /// How many records Freshdesk puts on a page unless told. Source: Freshdesk API v2, pagination.
    static let defaultSize = 30

    /// How many records the page was to hold.
    var sizeAsked: Int { Self.parameter("per_page", of: url).flatMap { Int($0) } ?? Self.defaultSize }

    /// The page's number.
    var number: Int64 { Self.number(of: url) }

    /// The number of the page at an address, from 1.
    static func number(of url: URL) -> Int64 { parameter("page", of: url).flatMap { Int64($0) } ?? 1 }

    private static func parameter(_ name: String, of url: URL) -> String? {
        URLComponents(url: url, resolvingAgainstBaseURL: true)?.percentEncodedQueryItems?
            .first { $0.name == name }?.value
    }

    /// Whether a search has given all that its `total` counts, or else a page that is not full.
    var isLastOfSearch: Bool {
        guard let total = json["total"]?.int64Value else { return rows < Self.defaultSize }
        let (given, isHuge) = number.multipliedReportingOverflow(by: Int64(Self.defaultSize))
        return rows == 0 || isHuge || given >= total
    }

    /// The next page of custom objects, whose links leave out the beginning of the path.
    var customObjectsLink: String? {
        guard let href = json.value(at: ["_links", "next", "href"])?.stringValue else { return nil }
        let isWhole = href.contains("://") || href.hasPrefix(account.basePath + "/")
        return isWhole ? href : "\(account.basePath)/custom_objects\(href)"
    }

    /// The same address with the next page's number, other parameters as they were; `nil` behind the last number.
    func nextNumber(upTo total: Int64 = .max) throws -> String? {
        guard var components = URLComponents(url: url, resolvingAgainstBaseURL: true), number < total else {
            // A link or a cursor may claim any number; one more must not end the process.
            if number == .max { throw FreshworksError.repeatedPage }
            return nil
        }
        let others = (components.percentEncodedQueryItems ?? []).filter { $0.name != "page" }
        components.percentEncodedQueryItems = others + [URLQueryItem(name: "page", value: String(number + 1))]
        return components.url?.absoluteString
    }

    /// The target of `rel="next"` in the `Link` field, which may name several links. A target may have commas and
    /// semicolons.
    var nextLink: String? {
        guard let field = headers["Link"] else { return nil }
        // Bytes, for each page of a list has such a field, and characters are dear.
        var rest = field.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")),
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            var target = rest[start..<end].dropFirst().drop(while: Self.isSpace)
            rest = rest[end...].dropFirst()
            let parameters = rest.prefix { $0 != UInt8(ascii: "<") }
                .split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
            if parameters.contains(where: Self.isNext) {
                while target.last.map(Self.isSpace) == true { target.removeLast() }
                return String(Substring(target))
            }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isNext(_ parameter: Substring.UTF8View) -> Bool {
        String(decoding: parameter.filter { !isSpace($0) && $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            .equalsIgnoringCase("rel=next")
    }
}
