import Foundation
import Freshchat
import Freshdesk
import Freshsales

/// The products that the command knows.
enum ProductClient: String, CaseIterable {
    case freshdesk, freshchat, freshsales

    init(argument: String) throws {
        guard let product = ProductClient(rawValue: argument) else {
            throw Misuse("the product is one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = product
    }

    var product: FreshworksProduct {
        switch self {
        case .freshdesk: FreshdeskClient.product
        case .freshchat: FreshchatClient.product
        case .freshsales: FreshsalesClient.product
        }
    }

    /// The client that the environment describes; says on standard error what was mended in the values.
    func client(
        from environment: [String: String], runtime: FreshworksRuntime
    ) async throws -> any FreshworksClient {
        let client: any FreshworksClient =
            switch self {
            case .freshdesk: try FreshdeskClient.fromEnvironment(environment, runtime: runtime)
            case .freshchat: try FreshchatClient.fromEnvironment(environment, runtime: runtime)
            case .freshsales: try FreshsalesClient.fromEnvironment(environment, runtime: runtime)
            }
        for repair in client.account.repairs { Console.diagnose("\(rawValue): \(repair)") }
        for repair in try await client.api.credentialRepairs { Console.diagnose("\(rawValue) credential: \(repair)") }
        return client
    }
}
