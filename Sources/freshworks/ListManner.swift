import Foundation
import Freshdesk
import FreshworksCore

/// What is known of a list beforehand, because its answers do not tell.
struct ListManner {
    let paging: PageStyle
    let ceiling: ListEndpoint<ListedRow>.Ceiling?
    /// Whether it is Freshdesk's list of tickets in the order of their changes.
    private let isByChange: Bool
    /// How many rows the one page has that the service serves of the list; `nil` for lists of any length.
    private let onlyPage: Int?

    /// - Parameters:
    ///   - path: The segments below the base URL.
    ///   - address: Where the first page is.
    init(of product: ProductClient, at path: [String], _ address: URL) {
        let query = URLComponents(url: address, resolvingAgainstBaseURL: true)?.queryItems ?? []
        let asksForPages = query.contains { ["per_page", "page"].contains($0.name) }
        let isWordSearch = product == .freshsales && path == ["search"]
        let size = query.first { $0.name == "per_page" }?.value.flatMap { Int($0) } ?? Self.wordSearchSize
        onlyPage = isWordSearch ? min(max(1, size), 100) : nil
        paging = isWordSearch || Self.isWhole(product, path, asksForPages) ? .named : .automatic
        let isTickets = product == .freshdesk && path == ["tickets"]
        ceiling =
            if isTickets {
                .init(pages: FreshdeskCeiling.ticketPages, advice: FreshdeskCeiling.ticketAdvice)
            } else if product == .freshdesk, path.first == "search", path.last != "solutions" {
                .init(pages: FreshdeskCeiling.searchPages, advice: FreshdeskCeiling.searchAdvice)
            } else {
                nil
            }
        isByChange =
            isTickets && query.contains(URLQueryItem(name: "order_by", value: "updated_at"))
            && query.contains(URLQueryItem(name: "order_type", value: "asc"))
    }

    /// Lists that come whole and take no number of a page, or refuse it. Source: the services' public documentation.
    private static func isWhole(_ product: ProductClient, _ path: [String], _ asksForPages: Bool) -> Bool {
        switch product {
        case .freshdesk:
            path.starts(with: ["admin", "ticket_fields"])
                || path.first == "ticket_fields" || path == ["custom_objects", "schemas"]
                // Nothing says whether these have pages: whoever asks for them shall lose none.
                || !asksForPages && ["contact_fields", "company_fields"].contains(path.first)
        case .freshchat: false
        case .freshsales:
            path.first == "selector" || path.last == "filters" || path.first == "settings"
        }
    }

    /// How many hits Freshsales' search by words gives unless told. Source: the service's public documentation, search.
    private static let wordSearchSize = 10

    /// - Parameter count: How many rows there were.
    /// - Throws: ``FreshworksError/Code/pageCeiling`` where there may be more than the one page that the service serves.
    func checkIsAll(_ count: Int) throws {
        guard let onlyPage, count >= onlyPage else { return }
        throw FreshworksError(
            .pageCeiling, "the search may find more than the one page that the service serves, after \(count) records",
            advice: "Ask for up to 100 with --query per_page=100, or search for less.")
    }

    /// Where to go on behind the service's last page, if the row that was written last tells.
    func continuation(after row: JSONValue?) -> String? {
        guard isByChange, let time: String = row?["updated_at"], time.allSatisfy(Self.belongsToTime) else { return nil }
        return "The last ticket was changed at \(time)."
    }

    private static func belongsToTime(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || "TZ:+-. ".contains(character))
    }
}
