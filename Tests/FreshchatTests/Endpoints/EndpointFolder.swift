import Freshchat
import TestSupport

/// What one method of the client puts on the wire.
typealias WireCall = TestSupport.WireCall<FreshchatClient>

/// The calls of one folder, as developers.freshchat.com/api has them.
typealias EndpointFolder = TestSupport.EndpointFolder

/// Where the counts stand that a list comes with. Lists are read to their end, so that no method returns them.
let paginationPlaces: Set = [
    ".pagination.total_items", ".pagination.total_pages", ".pagination.current_page", ".pagination.items_per_page",
]

extension EndpointFolder {
    /// All folders, in the order of the documentation.
    static let all: [EndpointFolder] = [
        .lists, .agents, .users, .conversations, .messages, .files, .outbound, .metrics, .reports,
    ]

    /// Describes a folder.
    init(_ name: String, _ count: Int, _ rows: String, calls: [WireCall]...) {
        self.init(name, count, rows, notBuilt: "", documented: calls.flatMap { $0.map(\.documented) })
    }
}
