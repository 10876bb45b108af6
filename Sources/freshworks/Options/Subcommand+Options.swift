import FreshworksConnections

extension Subcommand {
    /// What the command takes besides `--help`. The verbs of `connections` have options of their own.
    var options: [CommandOption] {
        switch self {
        case .demo, .completion: []
        case .verify: [.connections, .store, .json("with one object per product"), .deadline]
        case .api: [.connection, .store, .query, .body, .include, .jq, .all]
        case .export:
            [.to, .resume, .after, .since, .deleted, .conversations, .view, .share, .connection, .store]
        case .schema: [.json("with one object per field"), .swift, .audit, .connection, .store]
        case .sandbox: [.port, .rate, .tickets, .webhook]
        case .login: [.organization, .scope, .sessionName, .redirectPort, .redirectPath, .timeout]
        case .connections: [.store]
        }
    }

    /// What the words behind it are, one after the other; the last one goes on.
    var words: [CommandOption.Offer] {
        let products = CommandOption.Offer.words(ProductClient.allCases.map(\.rawValue))
        switch self {
        case .demo, .sandbox, .login: return []
        case .verify: return [products]
        case .api: return [products, .words(["GET", "POST", "PUT", "PATCH", "DELETE"])]
        case .export: return [products, .words(Set(ExportResource.all.map(\.name)).sorted())]
        case .schema: return [products]
        case .connections: return [.words(ConnectionsCommand.Verb.allCases.map(\.rawValue))]
        case .completion: return [.words(Shell.allCases.map(\.rawValue))]
        }
    }
}

extension ConnectionsCommand.Verb {
    /// What the verb takes besides the store and `--help`.
    var options: [CommandOption] {
        switch self {
        case .add:
            [.name, .subdomain, .baseURL, .email, .accessToken, .tag, .description, .unverified] + CommandOption.secrets
        case .rotate: [.email, .accessToken, .unverified] + CommandOption.secrets
        case .list, .verify: [.onlyTag, .json("with one object per connection")]
        case .show: [.json("of the connection as it is exported")]
        case .import: [.importFormat, .product, .allowLoopback]
        case .export: [.exportFormat, .withSecrets]
        case .rename, .disable, .enable, .remove: []
        }
    }

    /// What the words behind it are.
    var words: [CommandOption.Offer] {
        switch self {
        case .add: [.words(ProductClient.allCases.map(\.rawValue))]
        case .import: [.files]
        default: []
        }
    }
}
