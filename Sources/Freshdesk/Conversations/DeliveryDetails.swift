/// How the sending of a conversation went. Source: seen in answers of Freshdesk API v2, conversations.
public struct DeliveryDetails: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the details.
    public init(json: JSONObject) { self.json = json }

    /// Addresses that could not be reached.
    public var failedEmails: [String]? { json["failed_emails"] }
    /// Addresses that are still being tried.
    public var pendingEmails: [String]? { json["pending_emails"] }
}
