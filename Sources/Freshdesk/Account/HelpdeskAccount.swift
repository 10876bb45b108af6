/// The account, its plan and its people. Source: Freshdesk API v2, account.
///
/// Its fields are those of ``Fields``.
public struct HelpdeskAccount: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an account.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``HelpdeskAccount``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The organization that it belongs to.
        public let organizationID = ReadOnly<Int64>("organisation_id")
        /// The organization's host, such as `acme.myfreshworks.com`.
        public let organizationName = ReadOnly<String>("organisation_name")
        /// The account.
        public let accountID = ReadOnly<Int64>("account_id")
        /// The account's name.
        public let accountName = ReadOnly<String>("account_name")
        /// The account's host: the one that the API answers at.
        public let accountDomain = ReadOnly<String>("account_domain")
        /// The bundle of products that it is a part of.
        public let bundleID = ReadOnly<Int64>("bundle_id")
        /// Whether it is kept as HIPAA wants it.
        public let isHIPAACompliant = ReadOnly<Bool>("hipaa_compliant")
        /// How many agents there are: `full_time`, `occasional`, `field_service`, `collaborators`.
        public let totalAgents = ReadOnly<[String: Int]>("total_agents")
        /// The time zone, such as `Eastern Time (US & Canada)`.
        public let timeZone = ReadOnly<String>("timezone")
        /// Where its data is kept, such as `US`.
        public let dataCenter = ReadOnly<String>("data_center")
        /// The plan.
        public let tierType = ReadOnly<String>("tier_type")
        /// The kind of account; on recent ones.
        public let type = ReadOnly<String>("type")
        /// The kind of product; on recent accounts.
        public let cloudType = ReadOnly<String>("cloud_type")
        /// The postal address.
        public let address = ReadOnly<JSONObject>("address")
        /// Whom the service writes to: `firstname`, `lastname`, `email`.
        public let contactPerson = ReadOnly<JSONObject>("contact_person")

        /// The only instance.
        public static let table = Fields()
    }
}
