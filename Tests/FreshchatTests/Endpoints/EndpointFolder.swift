import Freshchat
import TestSupport

/// What one method of the client puts on the wire.
typealias WireCall = TestSupport.WireCall<FreshchatClient>

/// The calls of one folder, as developers.freshchat.com/api has them.
typealias EndpointFolder = TestSupport.EndpointFolder

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
