import FreshworksCore

extension FreshworksRuntime.Configuration {
    /// The defaults, but for the transport that `FRESHWORKS_TRANSPORT` names.
    static func ofCommand(_ environment: [String: String]) throws -> Self {
        switch environment["FRESHWORKS_TRANSPORT"] ?? "" {
        case "", "automatic": Self()
        case "urlsession": Self(transport: .urlSession)
        default: throw Misuse("FRESHWORKS_TRANSPORT is urlsession, automatic or unset")
        }
    }
}
