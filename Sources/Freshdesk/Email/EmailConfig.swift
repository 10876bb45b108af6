public import Foundation

/// An address that the account gets and sends its mail with. Source: Freshdesk API v2, e-mail configs.
///
/// Its fields are those of ``Fields``.
public struct EmailConfig: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id, as tickets name it in `email_config_id`.
    public let id: Int64

    /// Reads an address.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``EmailConfig``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The product that its tickets are of.
        public let productID = ReadOnly<Int64>("product_id")
        /// Where mail arrives.
        public let toEmail = ReadOnly<String>("to_email")
        /// What answers go out from.
        public let replyEmail = ReadOnly<String>("reply_email")
        /// The group that its tickets go to.
        public let groupID = ReadOnly<Int64>("group_id")
        /// Whether it is the first of the account or of its product.
        public let isPrimary = ReadOnly<Bool>("primary_role")
        /// Whether it is in use.
        public let isActive = ReadOnly<Bool>("active")
        /// The workspace, where the account has some.
        public let workspaceID = ReadOnly<Int64>("workspace_id")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The addresses of a Freshdesk account, to be read only. All calls need an administrator's key. Source: Freshdesk API v2,
/// e-mail configs: `GET /email_configs`, `GET /email_configs/{id}`.
public struct EmailConfigEndpoints: FetchedRecords, PagedRecords {
    /// What is there.
    public typealias Record = EmailConfig
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "email_configs" }
}

extension FreshdeskClient {
    /// The addresses that the account gets and sends its mail with.
    public var emailConfigs: EmailConfigEndpoints { EmailConfigEndpoints(api: administration) }
}
