/// The account that the token belongs to. Source: Freshchat API v2, account configuration.
///
/// Its fields are those of ``Fields``.
public struct AccountConfiguration: FieldRecord {
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

    /// The fields of ``AccountConfiguration``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The account's domain.
        public let accountDomain = ReadOnly<String>("account_domain")
        /// The id of the organization that the account belongs to; up to 19 digits.
        public let organizationID = ReadOnly<Int64>("organisation_id")
        /// The organization's domain.
        public let organizationDomain = ReadOnly<String>("organisation_domain")
        /// The app id that conversations and messages name.
        public let appID = ReadOnly<String>("app_id")
        /// The id of the web chat.
        public let webChatID = ReadOnly<String>("web_chat_id")
        /// The bundle that the account is sold in; 0 for none.
        public let bundleID = ReadOnly<Int64>("bundle_id")
        /// The kind of bundle.
        public let bundleType = ReadOnly<String>("bundle_type")
        /// The plan.
        public let planType = ReadOnly<String>("plan_type")
        /// Where the data is kept, such as `US` or `EUC`.
        public let datacenter = ReadOnly<String>("datacenter")

        /// The only instance.
        public static let table = Fields()
    }
}

extension FreshchatClient {
    /// Ids, plan and place of the account: the cheapest call there is. `GET /accounts/configuration`
    public func configuration(options: CallOptions = CallOptions()) async throws -> AccountConfiguration {
        try await api.send(
            Endpoint("account.configuration", .get, "accounts/configuration") { response in
                let json = try response.json()
                // Some accounts wrap the object.
                return try json.record(at: json["configuration"]?.objectValue == nil ? [] : ["configuration"])
            }, options)
    }
}
