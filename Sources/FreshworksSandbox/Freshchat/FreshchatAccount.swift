import FreshworksCore

/// What `GET accounts/configuration` tells about the account.
struct FreshchatAccount: Sendable {
    let domain: String
    let organizationDomain: String
    let appID: String

    init(_ options: Sandbox.Options) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat account")
        domain = "\(options.account).freshchat.com"
        organizationDomain = "\(options.account).myfreshworks.com"
        appID = generator.uuid()
    }

    var json: JSONValue {
        [
            // Beyond 2^53: reading these as a double changes them.
            "organisation_id": 1_450_000_000_000_000_001, "organisation_domain": .string(organizationDomain),
            "account_id": 1_450_000_000_000_000_007, "account_domain": .string(domain), "app_id": .string(appID),
            "bundle_id": 0, "bundle_type": "NONE", "plan_type": "ENTERPRISE", "datacenter": "US",
        ]
    }
}

extension FreshchatService {
    static let accountRoutes = [Route<FreshchatService>("GET", "accounts/configuration", configuration)]

    private static func configuration(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        FreshchatReplies.ok(service.account.json)
    }
}
