import Freshchat
import Freshdesk
import Freshsales
import FreshworksCore

/// The products that the command knows.
enum ProductClient: String, CaseIterable {
    case freshdesk, freshchat, freshsales

    init(argument: String) throws {
        guard let product = ProductClient(rawValue: argument) else {
            throw Misuse("the product is one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = product
    }

    var type: any FreshworksClient.Type {
        switch self {
        case .freshdesk: FreshdeskClient.self
        case .freshchat: FreshchatClient.self
        case .freshsales: FreshsalesClient.self
        }
    }

    var product: FreshworksProduct { type.product }
}
