/// The account that the token belongs to. Source: Freshchat API v2, account configuration.
public struct AccountConfiguration: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The account's id.
    public let accountID: Int64

    /// Reads a configuration.
    /// - Throws: ``FreshworksError`` when it has no account id.
    public init(json: JSONObject) throws {
        self.json = json
        accountID = try json.require("account_id")
    }

    /// The account's domain.
    public var accountDomain: String? { json["account_domain"] }
    /// The id of the organization that the account belongs to; up to 19 digits.
    public var organizationID: Int64? { json["organisation_id"] }
    /// The organization's domain.
    public var organizationDomain: String? { json["organisation_domain"] }
    /// The app id that conversations and messages name.
    public var appID: String? { json["app_id"] }
    /// The id of the web chat.
    public var webChatID: String? { json["web_chat_id"] }
    /// The bundle that the account is sold in; 0 for none.
    public var bundleID: Int64? { json["bundle_id"] }
    /// The kind of bundle.
    public var bundleType: String? { json["bundle_type"] }
    /// The plan.
    public var planType: String? { json["plan_type"] }
    /// Where the data is kept, such as `US` or `EUC`.
    public var datacenter: String? { json["datacenter"] }
}
